import type { Spot } from '../actions.ts'
import type { ChannelCard, PersonCard } from '../wire.ts'
import { fits } from './completion.ts'

/** Somewhere one can jump to. */
export type Jump = { key: string; name: string; spot: Spot } & (
  | { is: 'app'; app: PersonCard }
  | { is: 'channel'; channel: ChannelCard }
)

const most = 10

/** Where one can go by name: the app, one's channels and DMs, then channels one could join. */
export function jumpsFor(query: string, channels: readonly ChannelCard[], app: PersonCard | undefined): Jump[] {
  const jumps: Jump[] = app
    ? [{ key: 'app', is: 'app', name: app.realName, spot: { to: 'app', tab: 'home' }, app }]
    : []
  const rest = channels.filter(({ partner, archived }) => (partner === undefined || partner !== app?.id) && !archived)
  for (const channel of [...rest.filter((one) => one.joined), ...rest.filter((one) => !one.joined)])
    jumps.push({
      key: channel.id,
      is: 'channel',
      name: channel.name,
      spot: { to: 'channel', channel: channel.id },
      channel,
    })
  return jumps.filter(({ name }) => fits(query.trim().replace(/^[#@]/, ''), name)).slice(0, most)
}
