import type { Transaction } from '../../../db/schema.ts'
import { recordDiscussion } from '../../accounts/index.ts'
import { membersOf, type Partnership, workingTimeAround } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import { say } from '../../platform/delivery/outbox.ts'
import type { DueOccurrence } from '../../platform/feature.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { chooseFacilitator } from '../facilitation/follow.ts'
import { agendaOf } from '../key-accounts/discussion.ts'
import { askedFrom, type CheckIn, countsFrom, deadlineFor, isExtra, type WallMoment } from '../occurrence.ts'
import { causeOf } from '../occurrence-store.ts'
import { idsOf, whoIsAsked } from '../participants/participant.ts'
import { partsIn } from '../parts-store.ts'
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
  const members = await membersOf(trx, partnership.id)
  const people = members.map(({ person }) => person)
  const away = await whoIsAway(trx, people, now)
  const latest = await getLatestVersion(trx, checkIn)
  const agenda = await agendaOf(trx, checkIn, latest.questions, now)
  if (!agenda) return { skip: 'no accounts' }
  const { questions, picks } = agenda
  const zones = new Map(people.map(({ id, zone }) => [id, zone]))
  const asked = whoIsAsked(members, questions, await partsIn(trx, checkIn.id), away).map((one) => ({
    ...one,
    askedAt: askedFrom({ openedAt: now, deadlineAt, ownFrom }, zones.get(one.personId) ?? partnership.zone),
  }))
  if (asked.length === 0) return { skip: 'nobody' }
  const moments = { openedAt: now, deadlineAt, meetsAt, ownFrom }
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
