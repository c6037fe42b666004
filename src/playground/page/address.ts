import type { Spot } from './actions.ts'

/** What the address bar says: who looks, and at what. As in Slack, a message is `/archives/<channel>/p<ts without the dot>`. */
export function spotAt(url: URL): Spot | undefined {
  const [, area, channel, message] = url.pathname.split('/')
  if (area === 'app') return { to: 'app', tab: channel === 'messages' ? 'messages' : 'home' }
  if (area === 'traffic') return { to: 'traffic' }
  if (area !== 'archives' || !channel) return undefined
  const digits = /^p(\d{7,})$/.exec(message ?? '')?.[1]
  const at = digits && `${digits.slice(0, -6)}.${digits.slice(-6)}`
  return { to: 'channel', channel, at, thread: url.searchParams.get('thread_ts') ?? undefined }
}

/** The address of a spot as one person sees it; without the person, for a link that anyone may follow. */
export function addressOf(spot: Spot | undefined, person?: string): string {
  const query = new URLSearchParams(person === undefined ? {} : { as: person })
  const path = pathOf(spot)
  if (spot?.to === 'channel' && spot.thread) query.set('thread_ts', spot.thread)
  return query.size > 0 ? `${path}?${query}` : path
}

function pathOf(spot: Spot | undefined): string {
  if (!spot) return '/'
  if (spot.to === 'app') return `/app/${spot.tab}`
  if (spot.to === 'traffic') return '/traffic'
  return `/archives/${spot.channel}${spot.at ? `/p${spot.at.replace('.', '')}` : ''}`
}
