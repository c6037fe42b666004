import { foundation } from './0001_foundation.ts'
import { deliveryInFull } from './0002_delivery_in_full.ts'
import { checkInCadence } from './0003_check_in_cadence.ts'
import { checkInRunning } from './0004_check_in_running.ts'
import { accounts } from './0005_accounts.ts'
import { agreements } from './0006_agreements.ts'
import { goals } from './0007_goals.ts'
import { partnershipParts } from './0008_partnership_parts.ts'
import { people } from './0009_people.ts'
import { home } from './0010_home.ts'
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
  { name: '0003_check_in_cadence', statements: checkInCadence },
  { name: '0004_check_in_running', statements: checkInRunning },
  { name: '0005_accounts', statements: accounts },
  { name: '0006_agreements', statements: agreements },
  { name: '0007_goals', statements: goals },
  { name: '0008_partnership_parts', statements: partnershipParts },
  { name: '0009_people', statements: people },
  { name: '0010_home', statements: home },
]
