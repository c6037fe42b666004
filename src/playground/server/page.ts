import type { Names } from '../plain/reading.ts'
import { plain, type Reader } from '../plain.ts'
import { slackbotId } from './founding.ts'
import { getUser } from './lookup.ts'
import { isReply } from './messages.ts'
import type { Page } from './server.ts'
import { toUser } from './shapes.ts'
import { homeOf, openModals } from './views.ts'
import type { Channel, Message, User, Workspace } from './workspace.ts'

/** What a browser sees at the address: everything said, as text; or as JSON at /state. */
export function createPage(workspace: Workspace, names: Names): Page {
  return (url) => {
    const named = url.searchParams.get('person')
    const person =
      named === null ? undefined : [...workspace.users.values()].find((one) => one.id === named || one.name === named)
    if (named !== null && !person) return { type: textType, body: `There is no person "${named}".` }
    if (url.pathname === '/state')
      return { type: 'application/json', body: JSON.stringify(stateFor(workspace, person), null, 2) }
    return url.pathname === '/' ? { type: textType, body: front(workspace, names, person) } : undefined
  }
}

const textType = 'text/plain; charset=utf-8'

/** How the workspace calls its people, channels and groups. */
export function namesIn(workspace: Workspace): Names & { readonly now: number } {
  return {
    user: (id) => workspace.users.get(id)?.realName,
    channel: (id) => workspace.channels.get(id)?.name,
    group: (id) => workspace.usergroups.get(id)?.handle,
    get now() {
      return workspace.clock.now()
    },
  }
}

export function readerOf(workspace: Workspace, idOrName: string): Reader {
  const { locale, tz } = getUser(workspace, idOrName)
  return { locale, tz }
}

function front(workspace: Workspace, names: Names, person: User | undefined): string {
  const people = [...workspace.users.values()].filter((one) => !one.bot && one.id !== slackbotId)
  const reading = { ...names, reader: person && { locale: person.locale, tz: person.tz } }
  const channels = [...workspace.channels.values()].filter((one) => !person || one.members.has(person.id))
  const home = person && homeOf(workspace, person.id)
  const open = person ? openModals(workspace, person.id) : []
  return [
    `This is the playground of ${workspace.team.name}: a stand-in for Slack on this machine only. Nothing here is real.`,
    `See it as one person with /?person=name (${people.map((one) => one.name).join(', ')}); everything as JSON at /state.`,
    ...channels.map((channel) => channelText(workspace, channel, names, (message) => plain(message, reading))),
    ...(home ? [`Home of ${person?.name}\n${plain(home, reading)}`] : []),
    ...open.map((view) => `Open in front of ${person?.name}\n${plain(view, reading)}`),
  ].join('\n\n')
}

function channelText(workspace: Workspace, channel: Channel, names: Names, text: (message: Message) => string): string {
  const title = channel.kind === 'im' ? `DM with ${names.user?.(channel.partner ?? '')}` : `#${channel.name}`
  const line = (message: Message) => {
    const who = workspace.users.get(message.user)?.realName ?? message.user
    const body = text(message).replace(/\n/g, '\n    ')
    return `${isReply(message) ? '  ↳ ' : '  '}${who}: ${body}`
  }
  const lines = inThreads(channel.messages).map(line)
  return [title, ...(lines.length ? lines : ['  (nothing yet)'])].join('\n')
}

/** Each root followed by its replies. */
function inThreads(messages: Message[]): Message[] {
  const roots = messages.filter((one) => !isReply(one))
  return roots.flatMap((root) => [root, ...messages.filter((one) => isReply(one) && one.thread_ts === root.ts)])
}

function stateFor(workspace: Workspace, person: User | undefined) {
  const mine = (userId: string) => !person || person.id === userId
  return {
    team: workspace.team,
    now: workspace.clock.now(),
    users: [...workspace.users.values()].map((user) => toUser(workspace, user, true)),
    channels: [...workspace.channels.values()]
      .filter((one) => !person || one.kind === 'public' || one.members.has(person.id))
      .map(({ members, lastTs: _lastTs, ...channel }) => ({ ...channel, members: [...members] })),
    ephemerals: workspace.ephemerals.filter((one) => mine(one.user)),
    views: [...workspace.views.values()].filter((one) => mine(one.userId)),
  }
}
