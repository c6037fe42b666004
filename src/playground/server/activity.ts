import { setTimeout as pause } from 'node:timers/promises'

export interface Activity {
  /** Marks that something is under way; call the result when it is over (more calls do nothing). */
  begin(): () => void
  /** Whoever waits looks again: something happened that is no request, such as a socket that came or went. */
  look(): void
  /** Calls `listener` whenever something ended or happened; the result ends that. */
  onChange(listener: () => void): () => void
  /** Resolves when nothing has been under way for a few turns of the event loop; with an app of this process, when that is at rest too. */
  settled(app?: Settling): Promise<void>
  /** Resolves with the first truthy answer of `condition`, looked at now and after everything that ends. */
  until<T>(condition: () => T, timeoutMs: number, describe: () => string): Promise<Truthy<T>>
}

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>

/** An app that can say itself when it has come to rest. */
export interface Settling {
  settle(): Promise<void>
}

const quietTurns = 3
const turnMs = 4

/** Knows what is in flight between the app and the stand-in. */
export function createActivity(): Activity {
  let underWay = 0
  let begun = 0
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const begin = () => {
    underWay += 1
    begun += 1
    let over = false
    return () => {
      if (over) return
      over = true
      underWay -= 1
      tell()
    }
  }
  const nothingUnderWay = async () => {
    while (underWay > 0)
      await new Promise<void>((resolve) => {
        const end = onChange(() => resolve(end()))
      })
  }
  const atRestWith = async (app: Settling) => {
    for (let seen = -1; seen !== begun; ) {
      seen = begun
      await nothingUnderWay()
      await app.settle()
    }
  }
  const settled = async (app?: Settling) => {
    if (app) return atRestWith(app)
    // An app that was acknowledged goes on by itself; a few quiet turns tell that it has nothing more to ask.
    for (let quiet = 0, seen = begun; quiet < quietTurns; ) {
      await pause(turnMs)
      quiet = underWay === 0 && begun === seen ? quiet + 1 : 0
      seen = begun
    }
  }
  const until = <T>(condition: () => T, timeoutMs: number, describe: () => string) =>
    new Promise<Truthy<T>>((resolve, reject) => {
      const finish = () => {
        listeners.delete(look)
        clearTimeout(timer)
      }
      const look = () => {
        try {
          const value = condition()
          if (!value) return
          finish()
          resolve(value as Truthy<T>)
        } catch (error) {
          finish()
          reject(error)
        }
      }
      const timer = setTimeout(() => {
        finish()
        reject(new Error(`Still not so after ${timeoutMs} ms. The last traffic:\n${describe()}`))
      }, timeoutMs)
      listeners.add(look)
      look()
    })
  const onChange = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { begin, look: tell, onChange, settled, until }
}
