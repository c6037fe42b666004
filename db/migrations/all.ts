import { foundation } from './0001_foundation.ts'
import type { Dialect } from './dialect.ts'

export interface Migration {
  /** The name of its file. */
  name: string
  /** What to run, in order. */
  statements(dialect: Dialect): string[]
}

/** In the order they run. Forward only: what is released is never changed, only followed by another. */
export const migrations: readonly Migration[] = [{ name: '0001_foundation', statements: foundation }]
