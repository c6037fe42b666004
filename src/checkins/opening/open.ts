import type { Db, Transaction } from '../../../db/schema.ts'
import { recordDiscussion } from '../../accounts/index.ts'
import { membersOf, type Partnership, workingTimeAround } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import { say } from '../../platform/delivery/outbox.ts'
import type { DueOccurrence } from '../../platform/feature.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { chooseFacilitator } from '../facilitation/follow.ts'
import { agendaOf } from '../key-accounts/discussion.ts'
import {
  askedFrom,
  type CheckIn,
  countsFrom,
  deadlineFor,
  isExtra,
  type Occurrence,
  type WallMoment,
} from '../occurrence.ts'
import { causeOf } from '../occurrence-store.ts'
import { type Asked, idsOf, whoIsAsked } from '../participants/participant.ts'
import { partsIn } from '../parts-store.ts'
import type { Question } from '../question.ts'
import { getLatestVersion } from '../questions/version-store.ts'
import { insertOpening } from './store.ts'

/** Why a date is not held, as it is kept: no time was left before the next, there was nobody to ask, or no account to discuss. */
type NotHeld = 'no time' | 'nobody' | 'no accounts'

/** Opens an occurrence: asks those who are there, and says so in its channel. */
export async function open(
  trx: Transaction,
  checkIn: CheckIn,
  partnership: Partnership,
  due: DueOccurrence & { ownFrom?: WallMoment | undefined },
  now: number,
): Promise<{ skip: NotHeld } | undefined> {
  const working = await workingTimeAround(trx, partnership, now)
  const { dueAt, nextDueAt, slot, meetsAt, ownFrom } = due
  const { answerHours } = checkIn
  const counting = { meetsAt, countsFrom: countsFrom(ownFrom, partnership.zone) }
  const timing = { dueAt, opensAt: now, nextDueAt, answerHours, extra: isExtra(slot), ...counting }
  const deadlineAt = deadlineFor(timing, working)
  if (deadlineAt === undefined) return { skip: 'no time' }
  const latest = await getLatestVersion(trx, checkIn)
  const agenda = await agendaOf(trx, checkIn, latest.questions, now)
  if (!agenda) return { skip: 'no accounts' }
  const { questions, picks } = agenda
  const moments = { openedAt: now, deadlineAt, meetsAt, ownFrom }
  const asked = await askedOf(trx, checkIn, questions, moments)
  if (asked.length === 0) return { skip: 'nobody' }
  const own = picks.length > 0 ? { questions } : {}
  await insertOpening(trx, { occurrenceId: due.id, checkIn, version: latest.version, ...own, ...moments, asked })
  const accountIds = picks.map(({ id }) => id)
  await recordDiscussion(trx, { workspaceId: due.workspaceId, occurrenceId: due.id, accountIds }, now)
  await chooseFacilitator(trx, { id: due.id, workspaceId: due.workspaceId, checkInId: checkIn.id }, asked, now)
  const post = { cause: causeOf(due.id), kind: 'post', recipient: checkIn.channelId, what: 'checkins:opening' } as const
  const about = { occurrence: due.id }
  const of = { workspaceId: due.workspaceId, partnershipId: partnership.id }
  await say(trx, { ...post, ...of, about, dueAt }, now)
  await itemsChanged(trx, due.workspaceId, idsOf(asked), now)
  return undefined
}

/** Those who are there, and when each is asked. */
async function askedOf(
  db: Db,
  { id, partnershipId }: CheckIn,
  questions: readonly Question[],
  moments: Pick<Occurrence, 'openedAt' | 'deadlineAt' | 'ownFrom'>,
): Promise<(Asked & { askedAt: number })[]> {
  const members = await membersOf(db, partnershipId)
  const people = members.map(({ person }) => person)
  const away = await whoIsAway(db, people, moments.openedAt)
  const askedAt = new Map(people.map((person) => [person.id, askedFrom(moments, person.zone)]))
  return whoIsAsked(members, questions, await partsIn(db, id), away).map((one) => ({
    ...one,
    askedAt: askedAt.get(one.personId) ?? moments.openedAt,
  }))
}
