import type { Json } from '../../json.ts'
import { toTs, toWire } from '../messages.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { schedule } from '../scheduled.ts'
import type { Channel, Scheduled, Workspace } from '../workspace.ts'
import { isForThread, postingErrors, shortText, threadFor } from './chat.ts'
import { readContent } from './content.ts'
import { type Method, text } from './method.ts'
import { page } from './paging.ts'
import { channelOf, destinationOf, isVisible, needPosting } from './places.ts'

const write = { token: 'bot', scopes: ['chat:write'] } as const
const day = 86_400
const window = { seconds: 300, most: 30 }
/** How shortly before its time a message cannot be taken back; Slack names no figure that we have read. */
const lastSeconds = 60

const scheduleMessage: Method = {
  ...write,
  needs: ['channel', 'post_at'],
  errors: [...postingErrors, 'msg_too_long', 'invalid_time', 'time_in_past', 'time_too_far', 'restricted_too_many'],
  run: (args, office) => {
    const { workspace } = office
    const channel = destinationOf(workspace, args)
    needPosting(workspace, channel, isForThread(args))
    const content = readContent(workspace, args)
    if ([...content.text].length > shortText) refuse('msg_too_long')
    const postAt = timeOf(workspace, args)
    needRoom(workspace, channel, postAt)
    const thread = threadFor(channel, args)
    const one = schedule(office, { channel: channel.id, postAt, content, thread })
    return { scheduled_message_id: one.id, channel: channel.id, post_at: postAt, message: preview(workspace, one) }
  },
}

function timeOf({ clock }: Workspace, args: Json): number {
  const postAt = Number(text(args, 'post_at'))
  const now = clock.now() / 1000
  if (!Number.isInteger(postAt)) refuse('invalid_time')
  if (postAt <= now) refuse('time_in_past')
  if (postAt > now + 120 * day) refuse('time_too_far')
  return postAt
}

/** At most thirty in one channel within five minutes, counted in windows that begin at the full five minutes. */
function needRoom({ scheduled }: Workspace, channel: Channel, postAt: number): void {
  const windowOf = (at: number) => Math.floor(at / window.seconds)
  const same = [...scheduled.values()].filter(
    (one) => one.channel === channel.id && windowOf(one.postAt) === windowOf(postAt),
  )
  if (same.length >= window.most) refuse('restricted_too_many')
}

function preview(workspace: Workspace, { channel, content, thread }: Scheduled): Json {
  const { team, bot, clock } = workspace
  const { warnings: _warnings, ...said } = content
  const from = { user: bot.userId, bot_id: bot.botId, app_id: bot.appId, team: team.id }
  return toWire(
    workspace,
    { channel, type: 'message', ts: toTs(clock.now() * 1000), ...from, ...said, ...thread },
    true,
  )
}

const remove: Method = {
  ...write,
  needs: ['channel', 'scheduled_message_id'],
  errors: ['channel_not_found', 'invalid_scheduled_message_id'],
  run: (args, { workspace }) => {
    const channel = channelOf(workspace, args)
    const one = workspace.scheduled.get(text(args, 'scheduled_message_id') ?? '')
    const isTooLate = one && one.postAt - workspace.clock.now() / 1000 < lastSeconds
    if (one?.channel !== channel.id || isTooLate) return refuse('invalid_scheduled_message_id')
    workspace.scheduled.delete(one.id)
    return {}
  },
}

const list: Method = {
  token: 'bot',
  scopes: [],
  errors: ['invalid_channel', 'invalid_cursor', 'invalid_arguments'],
  run: (args, { workspace }) => {
    const named = text(args, 'channel')
    const channel = named === undefined ? undefined : workspace.channels.get(named)
    if (named !== undefined && !(channel && isVisible(workspace, channel))) refuse('invalid_channel')
    const oldest = secondsOf(args, 'oldest') ?? 0
    const latest = secondsOf(args, 'latest') ?? Number.POSITIVE_INFINITY
    const all = [...workspace.scheduled.values()]
      .filter((one) => (!channel || one.channel === channel.id) && one.postAt >= oldest && one.postAt <= latest)
      .toSorted((a, b) => a.postAt - b.postAt)
    const { items, next_cursor } = page(all, args, { most: 100, usual: 100 })
    return { scheduled_messages: items.map(toEntry), response_metadata: { next_cursor } }
  },
}

function secondsOf(args: Json, name: string): number | undefined {
  const given = text(args, name)
  const seconds = Number(given)
  if (given === undefined || given === '') return undefined
  return Number.isFinite(seconds) ? seconds : refuseArguments(`invalid \`${name}\``)
}

function toEntry({ id, channel, postAt, created, content }: Scheduled): Json {
  return { id, channel_id: channel, post_at: postAt, date_created: Math.floor(created / 1000), text: content.text }
}

export const scheduledMethods: Record<string, Method> = {
  'chat.scheduleMessage': scheduleMessage,
  'chat.deleteScheduledMessage': remove,
  'chat.scheduledMessages.list': list,
}
