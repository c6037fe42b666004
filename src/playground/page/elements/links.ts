import type { Spot } from '../actions.ts'
import { spotAt } from '../address.ts'

/** An address that may be followed; undefined for any other scheme than the web's and mail's. */
export function safeAddress(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  return /^(https?|mailto):$/.test(new URL(address).protocol) ? address : undefined
}

/** Where in the page a link into Slack leads; undefined when it leads elsewhere. */
export function spotInPage(address: string): Spot | undefined {
  const url = new URL(address)
  return url.hostname.endsWith('.slack.com') && url.pathname.startsWith('/archives/') ? spotAt(url) : undefined
}
