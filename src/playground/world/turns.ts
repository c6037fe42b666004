import { createMutex } from '../../platform/database/mutex.ts'

/** One after the other, in the order they came. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const mutex = createMutex()
  return {
    async take(work) {
      await mutex.take()
      try {
        return await work()
      } finally {
        mutex.release()
      }
    },
  }
}
