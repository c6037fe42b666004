import type { Exchange } from '../wire.ts'
import { complaintOf, wordsIn } from './complaint.ts'

export type Fits = (exchange: Exchange, filter: string, complaintsOnly: boolean) => boolean

/** Says whether exchanges fit a filter; reads each of them only once, and only when it has to. */
export function fitter(): Fits {
  const known = new WeakMap<Exchange, string>()
  const wordsOf = (exchange: Exchange) => {
    const words = known.get(exchange) ?? wordsIn(exchange)
    known.set(exchange, words)
    return words
  }
  return (exchange, filter, complaintsOnly) => {
    if (complaintsOnly && complaintOf(exchange) === undefined) return false
    const sought = filter.trim().toLowerCase()
    return sought === '' || wordsOf(exchange).includes(sought)
  }
}

/** How many exchanges came since a list was held; all of them where its end is no longer there. */
export function newSince(held: Exchange[], all: Exchange[]): number {
  const last = held.at(-1)
  return last ? all.length - 1 - all.lastIndexOf(last) : all.length
}
