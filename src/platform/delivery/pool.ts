/** Work that is under way side by side. */
export interface Pool {
  /** How much more may be begun. */
  room(): number
  /** Begins something that does not throw. */
  begin(work: () => Promise<void>): void
  /** Resolves when at least half is free. */
  halfFree(): Promise<void>
  /** Resolves when nothing is under way. */
  empty(): Promise<void>
}

/** @param size how much may be under way at once @param freed called whenever something ended and half is free */
export function createPool(size: number, freed: () => void): Pool {
  const underWay = new Set<Promise<void>>()
  const isHalfFree = () => underWay.size * 2 <= size

  return {
    room: () => size - underWay.size,
    begin(work) {
      const ended = work().finally(() => {
        underWay.delete(ended)
        if (isHalfFree()) freed()
      })
      underWay.add(ended)
    },
    async halfFree() {
      while (!isHalfFree()) await Promise.race(underWay)
    },
    async empty() {
      while (underWay.size > 0) await Promise.race(underWay)
    },
  }
}
