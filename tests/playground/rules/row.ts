import type { Json } from '../../../src/playground/json.ts'
import type { Surface } from '../../../src/playground/server/validator/problem.ts'

/** What an example is: the blocks of a message, a view, a message as a whole, an answer to a block_suggestion. */
export type Place = Surface | 'whole message' | 'suggestions'

/** One rule of the validator, with an example it takes and one it refuses. */
export interface Row {
  rule: string
  /** Where the rule comes from; see sources.ts. */
  source: string
  place: Place
  /** Where the refused example is put, when the rule is about the place. */
  refusedIn?: Place
  accepted: unknown
  refused: unknown
  code: string
  /** Where the refusal points. */
  pointer: string
  /** The type of the broken constraint; none for a missing field. */
  constraint?: string
}

/** Where an example is put before it is judged. */
export interface Frame {
  place: Place
  /** The pointer to the example. */
  prefix: string
  put(example: unknown): unknown
}

export const long = (length: number) => 'x'.repeat(length)
export const many = <T>(count: number, one: (at: number) => T) => Array.from({ length: count }, (_, at) => one(at))

/** A copy with another value at a path such as 'options/0/text'; undefined takes the field away. */
export function put(base: unknown, path: string, value: unknown): unknown {
  if (path === '') return value
  const [head = '', ...rest] = path.split('/')
  if (Array.isArray(base)) return base.map((one, at) => (String(at) === head ? put(one, rest.join('/'), value) : one))
  const old = base as Json
  const changed = put(old[head] ?? {}, rest.join('/'), value)
  const others = Object.fromEntries(Object.entries(old).filter(([key]) => key !== head))
  return changed === undefined ? others : { ...others, [head]: changed }
}
