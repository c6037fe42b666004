import { setTimeout as sleep } from 'node:timers/promises'
import { WebAPIPlatformError } from '@slack/web-api'
import { OperatorError } from '../operator-error.ts'
import { type Link, type LinkSettings, openLink } from './socket-link.ts'

const firstPauseMs = 500
const longestPauseMs = 30_000
const refusedPauseMs = 60_000
/** Against a server that takes connections and drops them. */
const brokenPauseMs = 250

const refusals =
  `not_authed invalid_auth account_inactive token_revoked token_expired not_allowed_token_type missing_scope
  user_removed_from_team team_disabled forbidden_team`.split(/\s+/)

export interface Socket {
  /** Resolves once a connection stands; also where Slack cannot be reached, and goes on trying. @throws OperatorError */
  start(): Promise<void>
  stop(): Promise<void>
  /** How many connections stand. */
  open(): number
}

/**
 * Socket Mode over two connections, of which Slack uses either. One that Slack wants to refresh is replaced before it is
 * closed, one that breaks is replaced at once; meanwhile the other serves. Nothing that fails here ends the process.
 */
export function createSocket(settings: LinkSettings): Socket {
  const { log } = settings
  const links = new Set<Link>()
  const stopping = new AbortController()
  let lines: Promise<void>[] = []

  const open = (): number => [...links].filter((link) => link.isOpen()).length

  async function connect(): Promise<Link> {
    const link = await openLink(settings)
    links.add(link)
    log.info({ about: 'socket', count: open() }, 'a Socket Mode connection stands')
    return link
  }

  async function retire(link: Link): Promise<void> {
    links.delete(link)
    await link.close()
  }

  /** Keeps one connection up for as long as we run. */
  async function keepUp(first: Link | undefined): Promise<void> {
    let link = first
    while (!stopping.signal.aborted) {
      const why = link ? await endOf(link) : 'closed'
      if (isTurnedAway(why)) {
        log.error(
          { about: 'socket', reason: why },
          'Slack wants no connection: is Socket Mode still on in the app’s settings?',
        )
        await pause(refusedPauseMs)
      }
      if (link && why === 'closed') await pause(brokenPauseMs)
      const next = await persist()
      if (link) void retire(link)
      link = next
    }
    if (link) await retire(link)
  }

  async function endOf(link: Link): Promise<string> {
    return Promise.race([link.ending, aborted(stopping.signal)])
  }

  /** Tries until a connection stands. @returns undefined where we stop meanwhile */
  async function persist(): Promise<Link | undefined> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        return await connect()
      } catch (error) {
        const refused = isRefused(error)
        const ms = refused ? refusedPauseMs : pauseAfter(failures)
        const said = { about: 'socket', error, attempts: failures, ms }
        if (refused) log.error(said, 'Slack refuses the app-level token; trying again')
        else log.warn(said, 'no Socket Mode connection; trying again')
        await pause(ms)
      }
    }
    return undefined
  }

  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {})

  return {
    async start() {
      const first = await connect().catch((error) => {
        if (isRefused(error)) throw new OperatorError(refusalSentence(error.data.error), { cause: error })
        log.warn({ about: 'socket', error }, 'no Socket Mode connection yet; trying again')
        return undefined
      })
      lines = [keepUp(first), keepUp(undefined)]
    },
    async stop() {
      stopping.abort()
      await Promise.all(lines)
    },
    open,
  }
}

const isRefused = (error: unknown): error is WebAPIPlatformError =>
  error instanceof WebAPIPlatformError && refusals.includes(error.data.error)

const refusalSentence = (code: string): string =>
  `Slack refuses the app-level token (${code}): make one with the scope connections:write under "Basic Information" of your Slack app.`

const isTurnedAway = (reason: string): boolean => reason === 'link_disabled' || reason === 'too_many_websockets'

/** Doubles up to half a minute; replicas spread by chance. @returns milliseconds */
const pauseAfter = (failures: number): number =>
  Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2))

function aborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopping')
    else signal.addEventListener('abort', () => resolve('stopping'), { once: true })
  })
}
