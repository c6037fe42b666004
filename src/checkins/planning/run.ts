import type { Db } from '../../../db/schema.ts'
import { runNow } from '../../platform/delivery/schedules.ts'
import type { ScheduleKind } from '../../platform/feature.ts'
import type { Phrase } from '../../platform/i18n.ts'
import { newId } from '../../platform/ids.ts'
import type { Click } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { channel, moment } from '../../platform/slack/blocks.ts'
import { noAccountsNow } from '../key-accounts/messages.ts'
import * as say from '../messages.ts'
import type { CheckIn, Occurrence } from '../occurrence.ts'
import { openOccurrences } from '../occurrence-store.ts'
import { occurrences } from '../recurring.ts'
import { endedBefore } from './life-messages.ts'
import { reply } from './reply.ts'
import { findPlanned } from './store.ts'

/** *Run now*: an extra check-in, if none is open and the time before the next is long enough. */
export async function run(click: Click): Promise<void> {
  const { db, person, now } = click
  const { language, workspaceId } = person
  const planned = await findPlanned(db, workspaceId, click.value)
  if (!planned) return reply(click, say.gone(language))
  const { checkIn } = planned
  const { scheduleId } = checkIn
  const outcome = await db.transaction().execute((trx) => {
    // Asked for by two at one moment, or as its date comes, one opens and the other finds it open.
    return runNow(trx, unlessOpen(checkIn), { workspaceId, scheduleId, requestId: newId(now) }, now)
  })
  if (!outcome) return reply(click, endedBefore(language))
  if (!('skip' in outcome)) return reply(click, say.opensNow(language, channel(checkIn.channelId)))
  await reply(click, (await openAlready(db, checkIn, person)) ?? notHeld(outcome.skip)(language))
}

/** Opens it where it is not open; decided once nobody else can open it. */
function unlessOpen(checkIn: CheckIn): ScheduleKind {
  return {
    occur: async (trx, due, now) =>
      (await findOpen(trx, checkIn)) ? { skip: 'open' } : occurrences.occur(trx, due, now),
  }
}

async function findOpen(db: Db, { id, workspaceId, partnershipId }: CheckIn): Promise<Occurrence | undefined> {
  return (await openOccurrences(db, workspaceId, partnershipId)).find((one) => one.checkIn.id === id)
}

async function openAlready(db: Db, checkIn: CheckIn, { language, zone }: Person): Promise<string | undefined> {
  const open = await findOpen(db, checkIn)
  return open && say.openAlready(language, moment(open.deadlineAt, zone, language))
}

function notHeld(why: string): Phrase {
  if (why === 'no accounts') return noAccountsNow
  return why === 'nobody' ? say.nobodyToAsk : say.noTimeLeft
}
