import { join } from 'node:path'
import type { Engine } from '../../src/platform/database/database.ts'
import type { Change } from '../support/mutated-copy.ts'
import type { Chaos } from './chaos.ts'

/** Of the repository. */
export const root = join(import.meta.dirname, '../..')

type Surroundings = Omit<Chaos, 'url' | 'seed' | 'folder' | 'occurrences'>

const leases = [1.1, 1.3] as const

/** How the code as it is has to prove itself. */
export const asItIs: Record<Engine, Surroundings> = {
  sqlite: {
    processes: 1,
    strikes: { kill: 0.85, freeze: 0.15, killFrozen: 0.5, leases },
    leastStrikes: 6,
    mostSeconds: 360,
  },
  postgres: {
    processes: 3,
    strikes: { kill: 0.75, freeze: 0.25, killFrozen: 0.5, leases },
    leastStrikes: 12,
    mostSeconds: 360,
  },
}

export interface Variant extends Surroundings {
  name: string
  engine: Engine
  occurrences: number
  /** What makes the code weaker. */
  changes: Change[]
}

const killedOften = {
  processes: 1,
  strikes: { kill: 1, freeze: 0, killFrozen: 0, leases },
  leastStrikes: 6,
  mostSeconds: 120,
}
const frozenOften = {
  processes: 3,
  strikes: { kill: 0, freeze: 1, killFrozen: 0, leases: [1.5, 2] as const },
  leastStrikes: 6,
  mostSeconds: 120,
}

const folder = 'src/platform/delivery'

/** Each is a mistake that a simpler design would make. */
export const variants: readonly Variant[] = [
  {
    name: 'no settle',
    ...{ engine: 'sqlite', ...killedOften, occurrences: 240 },
    changes: [
      {
        file: `${folder}/deliver.ts`,
        find: 'const settledAt = step.now + tools.constants.settleMs',
        replace: 'const settledAt = step.now',
      },
      { file: `${folder}/states.ts`, find: 'if (absent_looks >= 2)', replace: 'if (absent_looks >= 1)' },
    ],
  },
  {
    name: 'blind retry',
    ...{ engine: 'sqlite', ...killedOften, occurrences: 120 },
    changes: [
      {
        file: `${folder}/deliver.ts`,
        find: "row.kind === 'update' ? refused(step, row, { runAfter: settledAt, code }) : doubt(step, row, settledAt, code)",
        replace: 'refused(step, row, { runAfter: step.now, code })',
      },
    ],
  },
  {
    name: 'sdk retries',
    ...{ engine: 'sqlite', ...killedOften, occurrences: 120 },
    changes: [
      {
        file: 'src/platform/slack/client.ts',
        find: 'retryConfig: { retries: 0 }',
        replace: 'retryConfig: { retries: 3, minTimeout: 50, factor: 1 }',
      },
    ],
  },
  {
    name: 'no guard',
    ...{ engine: 'postgres', ...frozenOften, occurrences: 480 },
    changes: [
      {
        file: `${folder}/states.ts`,
        find: 'if (!(await isStill(trx, row, enough))) return { lost: true }',
        replace: '',
      },
      {
        file: `${folder}/states.ts`,
        find: 'return onWire ? { onWire, since } : { lost: true }',
        replace: 'return { onWire: onWire ?? { ...row, ...change }, since }',
      },
      { file: `${folder}/deliver.ts`, find: 'if (stoodStill) return', replace: 'if (false) return' },
    ],
  },
]
