import type { Db, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, type Partnership, teamLeadsOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Person } from '../platform/feature.ts'
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
export async function leadersOf(db: Db, partnershipId: string, now: number): Promise<Leader[]> {
  const leaders = await teamLeadsOf(db, partnershipId)
  const away = await whoIsAway(
    db,
    leaders.map(({ person }) => person),
    now,
  )
  return leaders.map(({ side, role, person }) => ({
    side,
    role: role === 'team_lead' ? role : 'deputy',
    person: { id: person.id, name: person.name },
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

/** What shows an agreement follows: open check-ins, and the messages of those who lead. Last in a transaction. */
export async function follow(
  trx: Transaction,
  needs: AgreementNeeds,
  { workspaceId, partnershipId }: Pick<Agreement, 'workspaceId' | 'partnershipId'>,
  now: number,
): Promise<void> {
  await needs.changed(trx, { workspaceId, partnershipId }, now)
  const leaders = await teamLeadsOf(trx, partnershipId)
  await itemsChanged(
    trx,
    workspaceId,
    leaders.map(({ person }) => person.id),
    now,
  )
}
