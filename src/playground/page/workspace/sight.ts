import type { Spot } from '../actions.ts'
import type { Screen } from '../screen.ts'
import type { ChannelCard, PersonCard } from '../wire.ts'
import { appChannelOf, appOf } from './names.ts'
import { type Unread, unreadOf } from './unread.ts'

/** What the sidebar shows. */
export interface Sight {
  app: PersonCard | undefined
  appChannel: ChannelCard | undefined
  /** Joined, by name. */
  channels: ChannelCard[]
  /** Could be joined. */
  others: ChannelCard[]
  direct: ChannelCard[]
  /** The channel one is in; of the app's place the DM with it. */
  current: string | undefined
  unread: ReadonlyMap<string, Unread>
  /** How much is unread and meant for this person, outside the channel one is in. */
  elsewhere: number
}

export function sightOf(screen: Screen, spot: Spot): Sight {
  const appChannel = appChannelOf(screen)
  const current = spot.to === 'channel' ? spot.channel : spot.to === 'app' ? appChannel?.id : undefined
  const rest = screen.channels.filter((one) => one !== appChannel).sort((a, b) => a.name.localeCompare(b.name))
  const isDirect = ({ kind }: ChannelCard) => kind === 'im' || kind === 'mpim'
  const unread = new Map(
    screen.channels.map((one) => [one.id, unreadOf(screen.messages.get(one.id) ?? [], one, screen.me.id)]),
  )
  let elsewhere = 0
  for (const [id, { personal }] of unread) if (id !== current) elsewhere += personal
  return {
    app: appOf(screen),
    appChannel,
    channels: rest.filter((one) => !isDirect(one) && one.joined && (!one.archived || one.id === current)),
    others: rest.filter((one) => !isDirect(one) && !one.joined && !one.archived),
    direct: rest.filter(isDirect),
    current,
    unread,
    elsewhere,
  }
}
