import type { ComponentChildren } from 'preact'
import { type Spot, useActions } from '../actions.ts'
import { addressOf, spotAt } from '../address.ts'
import { useReading } from '../reading.ts'

type ChannelSpot = Extract<Spot, { to: 'channel' }>

/** A link where the address is one that may be followed, else only what stands in it. */
export function Link({ address, children }: { address: string; children: ComponentChildren }) {
  const spot = spotOf(address)
  if (spot) return <SpotLink spot={spot}>{children}</SpotLink>
  const safe = safeAddress(address)
  if (safe === undefined) return <>{children}</>
  return (
    <a class="text-link" href={safe} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

/** A link within the page. It has an address too, so that it can be opened in a window of its own. */
export function SpotLink({ spot, name, children }: { spot: Spot; name?: string; children: ComponentChildren }) {
  const { go } = useActions()
  const { me } = useReading()
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(spot)
  }
  return (
    <a class={name ?? 'text-link'} href={addressOf(spot, me)} onClick={follow}>
      {children}
    </a>
  )
}

/** The address if it is of the web or of e-mail. */
export function safeAddress(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? address : undefined
}

/** The message or channel that an address of Slack points at, as `https://acme.slack.com/archives/C1/p1700000000000100`. */
export function spotOf(address: string): ChannelSpot | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || !/^[\w-]+\.slack\.com$/.test(url.hostname)) return undefined
  const spot = spotAt(url)
  return spot?.to === 'channel' ? spot : undefined
}
