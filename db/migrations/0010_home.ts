import type { Dialect } from './dialect.ts'

/** Who looks at Home, and what was changed and exported. */
export function home(_: Dialect): string[] {
  return []
}
