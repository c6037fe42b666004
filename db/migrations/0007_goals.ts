import type { Dialect } from './dialect.ts'

/** Shared goals. */
export function goals(_: Dialect): string[] {
  return []
}
