import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Orders, Report } from './delivery-worker.ts'

/** Delivering processes that come and go. */
export interface Crew {
  /** Puts another one to work. */
  put(): Promise<void>
  /** Kills one as a power cut would, and waits until it is gone. */
  killOne(place: number): Promise<void>
  /** Resolves when nothing is left to do. */
  finished(): Promise<void>
  dismiss(): Promise<void>
}

const file = fileURLToPath(new URL('delivery-worker.ts', import.meta.url))
/** Halves what starting a process costs. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/rondo', import.meta.url))

/** The next process warms up while the present one works, so that a kill costs no more than the kill. */
export function createCrew(orders: Orders): Crew {
  const working: ChildProcess[] = []
  let spare = start()

  return {
    async put() {
      const { child, warm } = spare
      spare = start()
      await warm
      working.push(child)
      child.send(orders)
      await told(child, (report) => report.is === 'working')
    },
    async killOne(place) {
      for (const child of working.splice(place, 1)) await kill(child)
    },
    async finished() {
      await Promise.all(working.map((child) => told(child, (report) => report.is === 'open' && report.count === 0)))
    },
    async dismiss() {
      await Promise.all([...working.splice(0), spare.child].map(kill))
    },
  }
}

function start(): { child: ChildProcess; warm: Promise<void> } {
  const child = fork(file, [], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return { child, warm: told(child, (report) => report.is === 'warm') }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Resolves with the first such report; rejects when the process ends without it. */
function told(child: ChildProcess, isIt: (report: Report) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown) => {
      if (!isIt(message as Report)) return
      child.off('message', listen).off('exit', ended)
      resolve()
    }
    const ended = () => reject(new Error('A delivering process ended by itself'))
    child.on('message', listen).on('exit', ended)
  })
}
