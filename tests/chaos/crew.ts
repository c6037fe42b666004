import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Orders, Report } from './worker.ts'

/** Delivering processes that come and go. */
export interface Crew {
  /** Puts another one to work. */
  put(): Promise<void>
  /** Those that are not frozen. */
  awake(): Member[]
  frozen(): Member[]
  /** Whether somebody found nothing left to do since the crew last changed. */
  finished(): boolean
  /** How many ended that nobody killed. */
  deaths(): number
  dismiss(): Promise<void>
}

export interface Member {
  /** As a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  /** Stops it in the middle of whatever it does; it does not notice. */
  freeze(): void
  thaw(): void
}

/** Halves what starting a process costs. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/rondo')

/**
 * The next process warms up while the present ones work, so that a kill costs no more than the kill.
 * @param folder the root of the code that they run
 */
export function createCrew(orders: Orders, folder: string): Crew {
  const frozen = new Set<Member>()
  const working = new Map<Member, ChildProcess>()
  let finished = false
  let deaths = 0
  let spare = start(folder)
  // Who is frozen does not notice that we are gone.
  const killAll = () => void [...working.values(), spare.child].map((child) => child.kill('SIGKILL'))
  process.once('exit', killAll)

  return {
    async put() {
      const { child, warm } = spare
      spare = start(folder)
      await warm
      child.send(orders)
      await told(child, (report) => report.is === 'working')
      hire(child)
    },
    awake: () => [...working.keys()].filter((member) => !frozen.has(member)),
    frozen: () => [...frozen],
    finished: () => finished,
    deaths: () => deaths,
    async dismiss() {
      process.off('exit', killAll)
      await Promise.all([...[...working.keys()].map((member) => member.kill()), kill(spare.child)])
    },
  }

  function hire(child: ChildProcess): void {
    finished = false
    const member: Member = {
      async kill() {
        working.delete(member)
        frozen.delete(member)
        await kill(child)
      },
      freeze() {
        frozen.add(member)
        child.kill('SIGSTOP')
      },
      thaw() {
        frozen.delete(member)
        finished = false
        child.kill('SIGCONT')
      },
    }
    working.set(member, child)
    child.on('message', (message) => {
      const report = message as Report
      if (report.is === 'open') finished = report.count === 0
    })
    child.once('exit', () => {
      if (working.delete(member)) deaths += 1
    })
  }
}

function start(folder: string): { child: ChildProcess; warm: Promise<void> } {
  const child = fork(join(folder, 'tests/chaos/worker.ts'), [], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const warm = told(child, (report) => report.is === 'warm')
  // Whoever puts it to work hears of it; nobody else needs to.
  warm.catch(() => undefined)
  return { child, warm }
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
