import { createSleep } from '../../platform/delivery/sleep.ts'
import type { Log } from '../../platform/log.ts'
import type { TravelClock } from '../clock.ts'
import type { Exchange } from '../server/exchange.ts'
import type { Slack } from '../server/start.ts'
import type { Traveller } from '../travel.ts'
import type { Turns } from './turns.ts'

/** Lets Rondo do what is due, as time goes by and after everything people do. */
export interface Driver {
  start(): void
  /** Something may be due that was not known of. */
  wake(): void
  /** Resolves when it does nothing any more. */
  stop(): Promise<void>
}

interface Needs {
  bot: Traveller
  clock: TravelClock
  slack: Pick<Slack, 'traffic' | 'onChange'>
  turns: Turns
  log: Log
}

/** Real time until it looks again at what is due and yet cannot be done, or where something went wrong. */
const restMs = 1_000
/** setTimeout takes no more. */
const longestMs = 2 ** 31 - 1

/**
 * Takes the place of Rondo's own loop, which would work beside a journey at the same time, look every second, and stop at
 * nothing while somebody moves the clock from Friday to Monday. It sleeps until something is due by the clock, the clock is
 * moved, or Slack brings something; what Rondo itself asks of Slack wakes nobody, or an unreachable Slack would keep it
 * awake for ever.
 */
export function createDriver({ bot, clock, slack, turns, log }: Needs): Driver {
  const sleep = createSleep()
  let running: Promise<void> | undefined
  let stopping = false
  let lastHeard: Exchange | undefined

  async function run(): Promise<void> {
    while (!stopping) await sleep.until(await turns.take(work))
  }

  /** @returns how long nothing is due, in real milliseconds */
  async function work(): Promise<number> {
    if (stopping) return 0
    try {
      await bot.settle()
      const next = await bot.nextDue()
      if (next === undefined || !clock.running) return longestMs
      const ms = next - clock.now()
      return ms > 0 ? Math.min(ms, longestMs) : restMs
    } catch (error) {
      log.error({ about: 'playground', error }, 'what is due could not be done; trying again')
      return restMs
    }
  }

  function hear(): void {
    const { traffic } = slack
    const known = lastHeard ? traffic.lastIndexOf(lastHeard) : -1
    lastHeard = traffic.at(-1)
    if (traffic.slice(known + 1).some(({ from }) => from === 'slack')) sleep.wake()
  }

  const unlisten = [slack.onChange(hear), clock.onMove(sleep.wake)]
  return {
    start() {
      running ??= run()
    },
    wake: sleep.wake,
    async stop() {
      stopping = true
      for (const end of unlisten) end()
      sleep.wake()
      await running
    },
  }
}
