import type { Dialect } from './dialect.ts'

/** Working agreements. */
export function agreements(_: Dialect): string[] {
  return []
}
