import { setTimeout as sleep } from 'node:timers/promises'
import { WebAPIPlatformError } from '@slack/web-api'
import { OperatorError } from '../operator-error.ts'
import { type Link, type LinkSettings, openLink } from './socket-link.ts'

const firstPauseMs = 500
/** Slack may be down for long, and all who wait come back at once. */
const usualLongestPauseMs = 30_000
const refusedPauseMs = 60_000
/** Against a server that takes connections and drops them. */
const brokenPauseMs = 250

const refusals =
  `not_authed invalid_auth account_inactive token_revoked token_expired not_allowed_token_type missing_scope
  user_removed_from_team team_disabled forbidden_team`.split(/\s+/)

export interface Socket {
  /** Resolves once a connection stands; also where Slack cannot be reached, and goes on trying. @throws OperatorError */
  start(): Promise<void>
  /** Resolves once what came over the connections is acknowledged, or after ten seconds. */
  stop(): Promise<void>
  /** How many connections stand. */
  open(): number
}

/**
 * Socket Mode over two connections, of which Slack uses either. One that Slack wants to refresh is replaced before it is
 * closed, one that breaks is replaced at once; meanwhile the other serves. Nothing that fails here ends the process.
 * @param longestPauseMs real time between two attempts, at most
 */
export function createSocket(settings: LinkSettings, longestPauseMs = usualLongestPauseMs): Socket {
  const { log } = settings
  const links = new Set<Link>()
  const retiring = new Set<Promise<void>>()
  const stopping = new AbortController()
  let lines: Promise<void>[] = []

  const open = (): number => [...links].filter((link) => link.isOpen()).length

  async function connect(): Promise<Link> {
    const link = await openLink(settings)
    links.add(link)
    log.info({ about: 'socket', count: open() }, 'a Socket Mode connection stands')
    return link
  }

  function retire(link: Link): void {
    links.delete(link)
    const closing = link
      .close()
      .catch((error: unknown) => log.warn({ about: 'socket', error }, 'a connection could not be closed in order'))
      .finally(() => retiring.delete(closing))
    retiring.add(closing)
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
      if (link) retire(link)
      link = next
    }
    if (link) retire(link)
  }

  /** @returns also when we stop */
  function endOf(link: Link): Promise<string> {
    return new Promise((resolve) => {
      const stop = () => resolve('stopping')
      stopping.signal.addEventListener('abort', stop, { once: true })
      void link.ending.then((why) => {
        stopping.signal.removeEventListener('abort', stop)
        resolve(why)
      })
    })
  }

  /** Tries until a connection stands. @returns undefined where we stop meanwhile */
  async function persist(): Promise<Link | undefined> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        return await connect()
      } catch (error) {
        const refused = isRefused(error)
        const ms = refused ? refusedPauseMs : pauseAfter(failures, longestPauseMs)
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
      await Promise.all(retiring)
    },
    open,
  }
}

const isRefused = (error: unknown): error is WebAPIPlatformError =>
  error instanceof WebAPIPlatformError && refusals.includes(error.data.error)

const refusalSentence = (code: string): string =>
  `Slack refuses the app-level token (${code}): make one with the scope connections:write under "Basic Information" of your Slack app.`

const isTurnedAway = (reason: string): boolean => reason === 'link_disabled' || reason === 'too_many_websockets'

/** Doubles up to the longest; replicas spread by chance. @returns milliseconds */
const pauseAfter = (failures: number, longestPauseMs: number): number =>
  Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2))
