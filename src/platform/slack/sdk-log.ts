/** What Slack's packages log, on its way to our log: warnings and errors only, since their debug lines hold whole payloads. */
import { type Logger, LogLevel } from '@slack/web-api'
import type { Log } from '../log.ts'

// Tokens, and the one-time tickets in the addresses of sockets.
const secrets = /xox[a-z]-[\w-]+|xapp-[\w-]+|ticket=[^\s&"]+/g

/** A logger for Bolt, WebClient and SocketModeClient. */
export function sdkLogger(log: Log): Logger {
  const said = (parts: unknown[]) => ({ about: 'slack sdk', reason: asText(parts) })
  return {
    debug() {},
    info() {},
    warn: (...parts) => log.warn(said(parts), 'slack sdk'),
    error: (...parts) => log.warn(said(parts), 'slack sdk'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  }
}

function asText(parts: unknown[]): string {
  const texts = parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : part))
  const text = texts.filter((part) => typeof part === 'string').join(' ')
  return text.replace(secrets, '***').slice(0, 200)
}
