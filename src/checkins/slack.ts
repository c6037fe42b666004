import { runNow } from '../platform/delivery/schedules.ts'
import type { Click, Command, Conversation } from '../platform/feature.ts'
import { channel, moment, section } from '../platform/slack/blocks.ts'
import { listed } from './lines.ts'
import * as say from './messages.ts'
import { openOccurrences } from './occurrence-store.ts'
import { occurrences } from './recurring.ts'
import { findCheckIn } from './store.ts'
import { listMessage } from './views.ts'

/** `/rondo checkin`. */
export async function list(command: Command): Promise<void> {
  const { db, person, now } = command
  await command.reply(listMessage(await listed(db, person, now), person))
}

/** *Run now*: an extra check-in, if none is open and the time before the next is long enough. */
export async function run(click: Click): Promise<void> {
  const { db, person, now } = click
  const { language, workspaceId, zone } = person
  const checkIn = await findCheckIn(db, workspaceId, click.value)
  if (!checkIn) return reply(click, say.gone(language))
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
    return reply(click, (outcome.skip === 'nobody' ? say.nobodyToAsk : say.noTimeLeft)(language))
  }
  await reply(click, say.opensNow(language, channel(checkIn.channelId)))
}

const reply = (to: Conversation, text: string): Promise<void> => to.reply({ text, blocks: [section(text)] })
