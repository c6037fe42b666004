import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import type { Side } from '../question.ts'
import type { Facilitator } from './facilitator.ts'

/** From now on this person leads: later than whoever did until now, also within one millisecond. @param who `handedBy`: who chose them; undefined: it was their turn */
export async function insertFacilitator(
  trx: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  who: { personId: string; side: Side; handedBy?: string | undefined },
  now: number,
): Promise<void> {
  const before = await findFacilitator(trx, id)
  const since = Math.max(now, (before?.since ?? 0) + 1)
  await trx
    .insertInto('check_in_facilitator')
    .values({
      id: newId(now),
      workspace_id: workspaceId,
      occurrence_id: id,
      person_id: who.personId,
      side: who.side,
      since,
      handed_by: who.handedBy ?? null,
    })
    .execute()
}

/** Who leads an occurrence; undefined where nobody was there to. */
export async function findFacilitator(db: Db, occurrenceId: string): Promise<Facilitator | undefined> {
  const row = await db
    .selectFrom('check_in_facilitator as led')
    .innerJoin('person', 'person.id', 'led.person_id')
    .select(['led.person_id', 'person.name', 'led.side', 'led.since'])
    .where('led.occurrence_id', '=', occurrenceId)
    .orderBy('led.since', 'desc')
    .orderBy('led.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { personId: row.person_id, name: row.name, side: row.side, since: row.since }
}

/** The side that led a check-in last, in what was really held. */
export async function lastSideOf(db: Db, checkInId: string): Promise<Side | undefined> {
  const row = await selectLed(db, checkInId)
    .select('led.side')
    .orderBy('led.since', 'desc')
    .orderBy('led.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.side
}

/** When each person led a check-in last, by their id: epoch milliseconds. */
export async function lastLedBy(db: Db, checkInId: string): Promise<Map<string, number>> {
  const rows = await selectLed(db, checkInId)
    .select(({ fn }) => ['led.person_id', fn.max('led.since').as('since')])
    .groupBy('led.person_id')
    .execute()
  return new Map(rows.map(({ person_id, since }) => [person_id, since]))
}

/** One whose post never stood was led by nobody. */
function selectLed(db: Db, checkInId: string) {
  return db
    .selectFrom('check_in_facilitator as led')
    .innerJoin('check_in_opening as opening', 'opening.occurrence_id', 'led.occurrence_id')
    .where('opening.check_in_id', '=', checkInId)
    .where(
      sql<SqlBool>`not exists (select 1 from delivery as root where root.cause = 'checkins:' || opening.occurrence_id
        and root.kind = 'post' and root.state in ('skipped', 'failed'))`,
    )
}
