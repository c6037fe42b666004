import type { Db, Transaction } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import type { Decision } from './decision.ts'

type NewDecision = Pick<Decision, 'workspaceId' | 'partnershipId' | 'occurrenceId' | 'text'> & { by: string }

export async function insertDecision(trx: Transaction, decision: NewDecision, now: number): Promise<void> {
  await trx
    .insertInto('decision')
    .values({
      id: newId(now),
      workspace_id: decision.workspaceId,
      partnership_id: decision.partnershipId,
      occurrence_id: decision.occurrenceId,
      text: decision.text,
      made_at: now,
      made_by: decision.by,
    })
    .execute()
}

/** Takes it back. @returns whether this did; false when it had been before */
export async function insertWithdrawal(
  trx: Transaction,
  { id, workspaceId }: Pick<Decision, 'id' | 'workspaceId'>,
  by: string,
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('decision_withdrawal')
    .values({ decision_id: id, workspace_id: workspaceId, withdrawn_at: now, withdrawn_by: by })
    .onConflict((conflict) => conflict.column('decision_id').doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

export async function findDecision(db: Db, workspaceId: string, id: string): Promise<Decision | undefined> {
  const row = await selectDecisions(db, workspaceId).where('decision.id', '=', id).executeTakeFirst()
  return row && toDecision(row)
}

/** What was decided in one check-in, in order, those that were taken back too. */
export async function decisionsFrom(db: Db, workspaceId: string, occurrenceId: string): Promise<Decision[]> {
  const rows = await selectDecisions(db, workspaceId).where('decision.occurrence_id', '=', occurrenceId).execute()
  return rows.map(toDecision)
}

/** All that was decided in a partnership, in order, those that were taken back too. */
export async function decisionsOf(db: Db, workspaceId: string, partnershipId: string): Promise<Decision[]> {
  const rows = await selectDecisions(db, workspaceId).where('decision.partnership_id', '=', partnershipId).execute()
  return rows.map(toDecision)
}

function selectDecisions(db: Db, workspaceId: string) {
  return db
    .selectFrom('decision')
    .innerJoin('person as maker', 'maker.id', 'decision.made_by')
    .leftJoin('decision_withdrawal as withdrawal', 'withdrawal.decision_id', 'decision.id')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'withdrawal.withdrawn_by')
    .where('decision.workspace_id', '=', workspaceId)
    .select([
      'decision.id',
      'decision.workspace_id',
      'decision.partnership_id',
      'decision.occurrence_id',
      'decision.text',
      'decision.made_at',
      'decision.made_by',
      'maker.name as maker_name',
      'withdrawal.withdrawn_at',
      'withdrawer.name as withdrawer_name',
    ])
    .orderBy('decision.made_at')
    .orderBy('decision.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number]

function toDecision(row: Row): Decision {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    partnershipId: row.partnership_id,
    occurrenceId: row.occurrence_id,
    text: row.text,
    by: { id: row.made_by, name: row.maker_name },
    at: row.made_at,
    withdrawn: row.withdrawn_at === null ? undefined : { byName: row.withdrawer_name ?? '', at: row.withdrawn_at },
  }
}
