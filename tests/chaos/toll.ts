import type { Toll } from './chaos.ts'

/** One line with the figures of a run, and one for each thing that does not hold. */
export function sentence(engine: string, variant: string, processes: number, toll: Toll, seed: number): string {
  const { occurrences, deliveries, kills, freezes, requests, faulted, doubled, lost, stale, open, seconds, lagMs } =
    toll
  const share = requests > 0 ? Math.round((100 * faulted) / requests) : 0
  const figures = [
    `${engine} (${processes} at once), ${variant}: ${occurrences} occurrences, ${deliveries} deliveries`,
    `${kills} kill -9, ${freezes} freezes, ${requests} requests (${share} % faulted)`,
    `${doubled} doubled, ${lost} lost, ${stale} stale, ${open} open`,
    `${Math.round(seconds)} s, Slack held up ${Math.round(lagMs)} ms at most, seed ${seed}`,
  ]
  return [figures.join('; '), ...toll.broken].join('\n  ')
}

export function keptPromise({ broken, ...toll }: Toll): boolean {
  return toll.open + toll.doubled + toll.lost + toll.stale + broken.length === 0
}

/** Something was said more than once, or not at all though nothing was left to do. */
export function wentWrong({ open, doubled, lost }: Pick<Toll, 'open' | 'doubled' | 'lost'>): boolean {
  return doubled > 0 || (open === 0 && lost > 0)
}
