import { createSleep } from '../../platform/delivery/sleep.ts'
import type { Log } from '../../platform/log.ts'
import type { WorldCard } from '../page/wire.ts'
import type { Traveller } from '../travel.ts'
import { createTurns } from './turns.ts'

/** One run of Rondo, from its start to its end. */
export interface BotProcess extends Traveller {
  stop(): Promise<void>
}

/** The bot as somebody switches it on and off. While it does not run, nothing is due and nothing is done. */
export interface Bot extends Traveller {
  readonly state: WorldCard['bot']
  /** Does nothing where it runs or starts. @throws what kept it from starting, also that it was stopped; it is stopped then */
  start(): Promise<void>
  /** The same, but tries again and again until it runs or is stopped. Resolves after the first try. */
  persist(): Promise<void>
  /** Ends what runs, or the trying. */
  stop(): Promise<void>
}

interface Needs {
  launch(): Promise<BotProcess>
  log: Log
  /** Called when `state` changed. */
  changed(): void
}

const retryMs = 2_000
/** Real time that a stop waits for a start that is under way. */
const patienceMs = 5_000

export function createBot({ launch, log, changed }: Needs): Bot {
  /** A process that is being stopped is not asked for anything. */
  const turns = createTurns()
  const sleep = createSleep()
  let state: WorldCard['bot'] = 'stopped'
  let running: BotProcess | undefined
  let launching: Promise<void> = Promise.resolve()
  /** Lets whoever waits for a start go when it is called off. */
  let callOff: (reason: Error) => void = () => undefined
  /** Counts the times that it was switched: what began before is not wanted any more. */
  let switched = 0

  function become(next: WorldCard['bot']): void {
    state = next
    changed()
  }

  async function attempt(): Promise<void> {
    const mine = switched
    const before = launching
    launching = (async () => {
      // Two of them would fight for one database.
      await before.catch(() => undefined)
      if (mine !== switched) return
      const process = await launch()
      if (mine !== switched) return process.stop()
      running = process
      become('running')
    })()
    return launching
  }

  async function tryAgain(): Promise<void> {
    const mine = switched
    while (mine === switched) {
      await sleep.until(retryMs)
      if (mine !== switched || (await succeeds())) return
    }
  }

  async function succeeds(): Promise<boolean> {
    try {
      await attempt()
      return true
    } catch (error) {
      log.error({ about: 'playground', error }, 'Rondo did not start; trying again')
      return false
    }
  }

  return {
    get state() {
      return state
    },
    settle: () => turns.take(async () => running?.settle()),
    nextDue: () => turns.take(async () => running?.nextDue()),
    async start() {
      if (state !== 'stopped') return
      become('starting')
      const mine = switched
      const { promise: calledOff, reject } = Promise.withResolvers<never>()
      callOff = reject
      try {
        await Promise.race([attempt(), calledOff])
      } catch (error) {
        if (mine === switched) become('stopped')
        throw error
      }
    },
    async persist() {
      if (state !== 'stopped') return
      become('starting')
      if (!(await succeeds())) void tryAgain()
    },
    async stop() {
      switched += 1
      sleep.wake()
      if (state === 'starting') await Promise.race([launching.catch(() => undefined), patience()])
      callOff(new Error('Rondo was stopped before it had started.'))
      await turns.take(async () => {
        const process = running
        running = undefined
        await process?.stop()
      })
      if (state !== 'stopped') become('stopped')
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs).unref())
}
