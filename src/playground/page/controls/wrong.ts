import type { Deed, WorldCard } from '../wire.ts'

export type Warning =
  | { of: 'outage' | 'limits' | 'stopped'; lift: Deed }
  | { of: 'lostAnswers'; count: number; lift: Deed }
  | { of: 'starting' | 'noSocket' }

/** What is wrong in this world at the moment, and how to lift it where that can be done. */
export function warningsOf({ bot, story, trouble }: WorldCard): Warning[] {
  const warnings: Warning[] = []
  if (trouble.outage) warnings.push({ of: 'outage', lift: { do: 'trouble', what: 'outage', on: false } })
  if (trouble.limits) warnings.push({ of: 'limits', lift: { do: 'trouble', what: 'limits', on: false } })
  if (trouble.lostAnswers > 0)
    warnings.push({
      of: 'lostAnswers',
      count: trouble.lostAnswers,
      lift: { do: 'trouble', what: 'lostAnswer', on: false },
    })
  if (story) return warnings
  if (bot === 'stopped') warnings.push({ of: 'stopped', lift: { do: 'runBot', run: true } })
  if (bot === 'starting') warnings.push({ of: 'starting' })
  if (bot === 'running' && trouble.sockets === 0 && !trouble.outage) warnings.push({ of: 'noSocket' })
  return warnings
}
