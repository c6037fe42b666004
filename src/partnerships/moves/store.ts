import type { Db, Transaction } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import type { Person } from '../../platform/person.ts'
import type { Answer, Move } from './move.ts'

/** Notes that somebody moved; an earlier move that nobody has answered is overtaken. */
export async function insertMove(
  trx: Transaction,
  { person, partnershipId, channelId, what }: Pick<Move, 'person' | 'partnershipId' | 'channelId' | 'what'>,
  now: number,
): Promise<void> {
  await overtake(trx, partnershipId, person.id, now)
  await trx
    .insertInto('channel_move')
    .values({
      id: newId(now),
      workspace_id: person.workspaceId,
      partnership_id: partnershipId,
      person_id: person.id,
      channel_id: channelId,
      what,
      moved_at: now,
      answer: null,
      answered_at: null,
      answered_by: null,
    })
    .execute()
}

/** They moved again, and nothing is left to be asked about the move before. */
export async function overtake(trx: Transaction, partnershipId: string, personId: string, now: number): Promise<void> {
  await trx
    .updateTable('channel_move')
    .set({ answer: 'moved again', answered_at: now })
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .execute()
}

/** What is yet to be answered in a partnership, the oldest first; not where the set-up has answered it meanwhile. */
export async function openMoves(db: Db, partnershipId: string): Promise<Move[]> {
  const rows = await db
    .selectFrom('channel_move')
    .innerJoin('person', 'person.id', 'channel_move.person_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'channel_move.partnership_id')
        .onRef('membership.person_id', '=', 'channel_move.person_id')
        .on('membership.removed_at', 'is', null),
    )
    .select(['channel_move.id', 'channel_move.partnership_id', 'channel_id', 'what', 'moved_at'])
    .select(['person.id as person_id', 'person.workspace_id', 'person.name', 'person.kind', 'membership.side'])
    .where('channel_move.partnership_id', '=', partnershipId)
    .where('answered_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
    .orderBy('moved_at')
    .orderBy('channel_move.id')
    .execute()
  const open = rows.filter(({ what, side }) => (what === 'joined') === (side === null))
  return open.map((row) => ({
    id: row.id,
    partnershipId: row.partnership_id,
    person: { id: row.person_id, workspaceId: row.workspace_id, name: row.name, kind: row.kind },
    channelId: row.channel_id,
    what: row.what,
    at: row.moved_at,
  }))
}

/** Who is where was changed: a set-up that was half filled in before no longer counts. */
export async function noteChanged(trx: Transaction, partnershipId: string, now: number): Promise<void> {
  await trx.updateTable('partnership').set({ changed_at: now }).where('id', '=', partnershipId).execute()
}

/** Which partnership a move is about. */
export async function partnershipOfMove(db: Db, workspaceId: string, id: string): Promise<string | undefined> {
  const query = db.selectFrom('channel_move').select('partnership_id').where('id', '=', id)
  return (await query.where('workspace_id', '=', workspaceId).executeTakeFirst())?.partnership_id
}

/** Who has answered a move, by name; undefined while nobody has. */
export async function whoAnswered(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('channel_move')
    .innerJoin('person', 'person.id', 'channel_move.answered_by')
    .select('person.name')
    .where('channel_move.id', '=', id)
    .executeTakeFirst()
  return row?.name
}

/** Answers a move. @returns false where somebody has done so before */
export async function answerMove(
  trx: Transaction,
  id: string,
  answer: Answer,
  by: Pick<Person, 'id'>,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('channel_move')
    .set({ answer, answered_at: now, answered_by: by.id })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
