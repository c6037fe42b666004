export type Random = () => number

/** Numbers 0 ≤ r < 1 that are the same for the same seed: a linear congruential generator (Knuth's MMIX constants). */
export function seeded(seed: number): Random {
  let state = BigInt(Math.floor(seed))
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    return Number(state >> 11n) / 2 ** 53
  }
}
