import { useEffect, useRef } from 'preact/hooks'

export interface Soon {
  /** Does it when nothing else came for a while. */
  later(what: () => void): void
  /** Does at once what was to be done later, if anything. */
  now(): void
}

/** Waits until somebody has stopped typing. What waits when the element goes away is not done. */
export function useSoon(afterMs: number): Soon {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; what: () => void }>(undefined)
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  const now = () => {
    const { timer, what } = waiting.current ?? {}
    clearTimeout(timer)
    waiting.current = undefined
    what?.()
  }
  return {
    now,
    later: (what) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { what, timer: setTimeout(now, afterMs) }
    },
  }
}
