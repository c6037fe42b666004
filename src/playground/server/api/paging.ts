import type { Json } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { text } from './method.ts'

export interface PageSize {
  most: number
  usual: number
  /** The error for a limit that is no number; `invalid_arguments` where the method has none of its own. */
  badLimit?: 'invalid_limit'
}

/** One page of a list, as Slack's cursors work. Refuses cursors it did not give out. */
export function page<T>(
  all: T[],
  args: Json,
  { most, usual, badLimit }: PageSize,
): { items: T[]; next_cursor: string } {
  const limit = Number(text(args, 'limit') ?? usual)
  if (!Number.isInteger(limit) || limit < 0) badLimit ? refuse(badLimit) : refuseArguments('invalid `limit`')
  const size = Math.min(limit === 0 ? usual : limit, most)
  const cursor = text(args, 'cursor') ?? ''
  const place = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
  const start = cursor === '' ? 0 : Number(place)
  if (!Number.isInteger(start) || start < 0 || start > all.length) refuse('invalid_cursor')
  const end = start + size
  const next_cursor = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { items: all.slice(start, end), next_cursor }
}
