export type Step = 'next' | 'previous' | 'first' | 'last' | 'in' | 'out'

const keys = new Map<string, Step>([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ArrowRight', 'in'],
  ['ArrowLeft', 'out'],
])

export function stepOf(key: string): Step | undefined {
  return keys.get(key)
}

/**
 * The item to go to up or down, round at the ends; what stands beside another is passed over.
 * @param at the item one is at; -1 when at none @param beside for each item whether it stands beside the one before
 */
export function towards(at: number, step: Exclude<Step, 'in' | 'out'>, beside: boolean[]): number | undefined {
  const main = beside.flatMap((one, index) => (one ? [] : [index]))
  if (step === 'first') return main[0]
  if (step === 'last') return main.at(-1)
  if (step === 'next') return main.find((index) => index > at) ?? main[0]
  const row = beside[at] ? main.findLast((index) => index < at) : at
  return main.findLast((index) => index < (row ?? at)) ?? main.at(-1)
}

/** The item beside the one at `at`, or back from there. */
export function besideOf(at: number, step: 'in' | 'out', beside: boolean[]): number | undefined {
  if (step === 'in') return beside[at + 1] ? at + 1 : undefined
  return beside[at] ? at - 1 : undefined
}
