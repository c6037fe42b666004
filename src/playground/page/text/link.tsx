import type { ComponentChildren } from 'preact'
import { type Spot, useActions } from '../actions.ts'
import { spotAt } from '../address.ts'
import { SpotLink } from '../shared/spot-link.tsx'

type ChannelSpot = Extract<Spot, { to: 'channel' }>

/** A link where the address is one that may be followed, else only what stands in it. */
export function Link({ address, children }: { address: string; children: ComponentChildren }) {
  const spot = spotOf(address)
  if (spot)
    return (
      <SpotLink class="text-link" spot={spot}>
        {children}
      </SpotLink>
    )
  const safe = safeAddress(address)
  if (safe === undefined) return <>{children}</>
  return (
    <a class="text-link" href={safe} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

/** Goes to an address that is safe: within the page where it is of the page, else in a tab of its own. */
export function useFollow(): (address: string) => void {
  const { go } = useActions()
  return (address) => {
    const spot = spotOf(address)
    if (spot) go(spot)
    else window.open(address, '_blank', 'noreferrer')
  }
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
