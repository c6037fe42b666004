import type { Db, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import {
  getPartnership,
  type Partnership,
  partnershipsLedBy,
  partnershipsWith,
  teamLeadsOf,
} from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Person } from '../platform/person.ts'
import { whoIsAway } from '../workspaces/index.ts'
import type { Agreement } from './agreement.ts'
import type { Leader } from './speaking.ts'
import type { Reading } from './standing.ts'

/** What agreements need of others, given by `app.ts`. */
export interface AgreementNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** The team leads and deputies of a partnership, and who of them is away. */
export async function leadersOf(db: Db, partnershipId: string, now: number): Promise<(Leader & { person: Person })[]> {
  const leaders = await teamLeadsOf(db, partnershipId)
  const away = await whoIsAway(
    db,
    leaders.map(({ person }) => person),
    now,
  )
  return leaders.map(({ side, role, person }) => ({
    side,
    role: role === 'team_lead' ? role : 'deputy',
    person,
    away: away.has(person.id),
  }))
}

/** What a view needs to know of a partnership. `today` is on its calendar. */
export async function readingOf(
  db: Db,
  reader: Person,
  partnershipId: string,
  now: number,
): Promise<Reading & { partnership: Partnership; today: LocalDate }> {
  const partnership = await getPartnership(db, partnershipId)
  const leaders = await leadersOf(db, partnershipId, now)
  return { reader, leaders, partnership, today: toLocal(now, partnership.zone).date }
}

/** Somebody went away or came back: what waits for who leads a side waits for somebody else meanwhile. */
export async function followLeaders(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  now: number,
): Promise<void> {
  const led = await partnershipsLedBy(trx, id)
  const on = (await partnershipsWith(trx, id, 'agreements')).filter((partnership) => led.has(partnership.id))
  const leaders: string[] = []
  for (const partnership of on) leaders.push(...(await leaderIds(trx, partnership.id)))
  await itemsChanged(trx, workspaceId, leaders, now)
}

/** What shows an agreement follows: open check-ins, and the messages of those who lead. Last in a transaction. */
export async function follow(
  trx: Transaction,
  needs: AgreementNeeds,
  { workspaceId, partnershipId }: Pick<Agreement, 'workspaceId' | 'partnershipId'>,
  now: number,
): Promise<void> {
  await needs.changed(trx, { workspaceId, partnershipId }, now)
  await itemsChanged(trx, workspaceId, await leaderIds(trx, partnershipId), now)
}

async function leaderIds(db: Db, partnershipId: string): Promise<string[]> {
  return (await teamLeadsOf(db, partnershipId)).map(({ person }) => person.id)
}
