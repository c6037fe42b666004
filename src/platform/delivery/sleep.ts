/** A sleep that can be ended, also by a call that comes before it began. */
export interface Sleep {
  /** @param ms real time, at most */
  until(ms: number): Promise<void>
  wake(): void
}

export function createSleep(): Sleep {
  let woken = false
  let end: () => void = () => undefined
  return {
    async until(ms) {
      if (!woken)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      woken = false
      end = () => undefined
    },
    wake() {
      woken = true
      end()
    },
  }
}
