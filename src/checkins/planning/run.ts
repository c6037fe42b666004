import { runNow } from '../../platform/delivery/schedules.ts'
import type { Click } from '../../platform/feature.ts'
import type { Phrase } from '../../platform/i18n.ts'
import { channel, moment } from '../../platform/slack/blocks.ts'
import { noAccountsNow } from '../key-accounts/messages.ts'
import * as say from '../messages.ts'
import { openOccurrences } from '../occurrence-store.ts'
import { occurrences } from '../recurring.ts'
import { endedBefore } from './life-messages.ts'
import { reply } from './reply.ts'
import { findPlanned } from './store.ts'

/** *Run now*: an extra check-in, if none is open and the time before the next is long enough. */
export async function run(click: Click): Promise<void> {
  const { db, person, now } = click
  const { language, workspaceId, zone } = person
  const planned = await findPlanned(db, workspaceId, click.value)
  if (!planned) return reply(click, say.gone(language))
  if (planned.status === 'ended') return reply(click, endedBefore(language))
  const { checkIn } = planned
  const open = (await openOccurrences(db, workspaceId, checkIn.partnershipId)).find(
    (one) => one.checkIn.id === checkIn.id,
  )
  if (open) return reply(click, say.openAlready(language, moment(open.deadlineAt, zone, language)))
  // Two clicks within some minutes are one wish.
  const requestId = `${Math.floor(now / 300_000)}`
  const { scheduleId } = checkIn
  const outcome = await db
    .transaction()
    .execute((trx) => runNow(trx, occurrences, { workspaceId, scheduleId, requestId }, now))
  if (outcome && 'skip' in outcome) {
    return reply(click, notHeld(outcome.skip)(language))
  }
  await reply(click, say.opensNow(language, channel(checkIn.channelId)))
}

function notHeld(why: string): Phrase {
  if (why === 'no accounts') return noAccountsNow
  return why === 'nobody' ? say.nobodyToAsk : say.noTimeLeft
}
