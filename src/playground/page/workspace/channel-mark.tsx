import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import type { ChannelCard } from '../wire.ts'
import { Icon } from './icons.tsx'

/** The sign before a channel's name: #, a lock, or the other's picture. */
export function ChannelMark({ screen, channel }: { screen: Screen; channel: ChannelCard }) {
  if (channel.kind === 'public') return <Icon name="hash" />
  if (channel.kind === 'private') return <Icon name="lock" />
  const partner = channel.partner === undefined ? undefined : screen.people.get(channel.partner)
  return partner ? <Avatar person={partner} size="tiny" /> : <Icon name="people" />
}
