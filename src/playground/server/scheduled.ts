import { canTravel } from '../clock.ts'
import { say } from './api/chat.ts'
import type { Office } from './api/method.ts'
import { rootOf } from './messages.ts'
import type { Scheduled } from './workspace.ts'

/** Keeps a message until its time; it is posted when the clock is moved past that, or at the first question afterwards. */
export function schedule(office: Office, what: Omit<Scheduled, 'id' | 'created'>): Scheduled {
  const { workspace } = office
  const one: Scheduled = { id: workspace.ids.next('Q'), created: workspace.clock.now(), ...what }
  const isFirst = workspace.scheduled.size === 0
  workspace.scheduled.set(one.id, one)
  if (isFirst) watchClock(office)
  return one
}

/** Only while something is waiting, so that a clock which outlives the stand-in does not keep it. */
function watchClock(office: Office): void {
  const { clock, scheduled } = office.workspace
  if (!canTravel(clock)) return
  const unlisten = clock.onMove(() => {
    postDue(office)
    if (scheduled.size === 0 || scheduled !== office.workspace.scheduled) unlisten()
  })
}

/** Posts what is due, in order, each with the time it was meant for. */
export function postDue(office: Office): void {
  const { scheduled, clock } = office.workspace
  if (scheduled.size === 0) return
  const now = clock.now() / 1000
  const due = [...scheduled.values()].filter((one) => one.postAt <= now).toSorted((a, b) => a.postAt - b.postAt)
  for (const one of due) {
    scheduled.delete(one.id)
    post(office, one)
  }
}

/** What cannot be posted any more is dropped; so is what carries metadata (docs.slack.dev chat.scheduleMessage, bug alert). */
function post(office: Office, { channel: id, content, thread, postAt }: Scheduled): void {
  const { channels, bot, tokenError, scopes } = office.workspace
  const channel = channels.get(id)
  const open = channel?.kind === 'public' && scopes.has('chat:write.public')
  if (!channel || channel.archived || tokenError || content.metadata) return
  if (!channel.members.has(bot.userId) && !open) return
  const root = thread && rootOf(channel, thread.thread_ts)
  say(office, channel, content, root ? { thread_ts: root.ts } : {}, postAt * 1000)
}
