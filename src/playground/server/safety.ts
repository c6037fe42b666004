import type { IncomingMessage } from 'node:http'

// Put together here, so that no scanner takes them for real ones.
export const tokens = { bot: ['xoxb', 'playground', 'bot'].join('-'), app: ['xapp', 'playground', 'app'].join('-') }
export const signingSecret = 'playground-signing-secret'

/** Every kind of token Slack gives out, the tickets for sockets, and what is secret by its name. */
const secrets =
  /x(?:ox[a-z]|app)[-.][\w.-]+|(?<=ticket=)[\w-]+|(?<="(?:access_token|refresh_token|client_secret)":")[^"]+/g
const real = /x(?:ox[a-z]|app)[-.](?!playground-)[\w.-]{6,}/

/** Whether a text holds a token that could open a real workspace: any that the stand-in did not make itself. */
export function looksReal(text: string): boolean {
  return real.test(text)
}

/** Throws when what the stand-in is to begin with holds a token that could be real. */
export function refuseRealTokens(settings: unknown): void {
  if (looksReal(JSON.stringify(settings) ?? ''))
    throw new Error(
      'The playground takes no real tokens, and it was given something that looks like one. ' +
        'Take it out, and revoke it if it is real; the playground has fixed tokens of its own.',
    )
}

/** The same without tokens and tickets. */
export function withoutSecrets<T>(value: T): T {
  const text = JSON.stringify(value)
  if (text === undefined || text.search(secrets) < 0) return value
  return JSON.parse(text.replace(secrets, '…'))
}

/**
 * Why a request may not come in: it names another host (a page elsewhere whose name was pointed here), or it comes from
 * another page in a browser. Undefined when it may.
 */
export function refusalAtTheDoor(request: IncomingMessage): string | undefined {
  const { host = '', origin } = request.headers
  const port = request.socket.localPort
  // Programs leave out the port that is usual for the web.
  const named = port === 80 && !host.includes(':') ? `${host}:80` : host
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(named))
    return 'This address is only for programs on this machine.'
  // A picture or a form of another page carries no Origin, but browsers say whose it is.
  const site = request.headers['sec-fetch-site'] ?? 'none'
  const own = (origin === undefined || origin === `http://${host}`) && ['none', 'same-origin'].includes(String(site))
  return own ? undefined : 'Other pages may not look in here.'
}
