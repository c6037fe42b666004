import type { Dialect } from './dialect.ts'

/** Key accounts. */
export function accounts(_: Dialect): string[] {
  return []
}
