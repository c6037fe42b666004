import { foundation } from './0001_foundation.ts'
import { deliveryInFull } from './0002_delivery_in_full.ts'
import type { Dialect } from './dialect.ts'

export interface Migration {
  /** The name of its file. */
  name: string
  /** What to run, in order. */
  statements(dialect: Dialect): string[]
}

/** In the order they run. Forward only: what is released is never changed, only followed by another. */
export const migrations: readonly Migration[] = [
  { name: '0001_foundation', statements: foundation },
  { name: '0002_delivery_in_full', statements: deliveryInFull },
]
