/** One at a time, in the order they came. */
export interface Mutex {
  take(): Promise<void>
  release(): void
}

export function createMutex(): Mutex {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    async take() {
      if (taken) await new Promise<void>((go) => waiting.push(go))
      taken = true
    },
    release() {
      const next = waiting.shift()
      if (next) next()
      else taken = false
    },
  }
}
