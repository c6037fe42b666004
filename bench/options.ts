import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Engine } from '../src/platform/database/database.ts'

export interface Options {
  /** Which to run; all where none is named. */
  parts: string[]
  rounds: number
  engines: Engine[]
  partnerships: number
  schedules: number
  /** Another number of requests at once than Rondo's own. */
  batch?: number | undefined
  /** Of Slack's answers, the share that takes five seconds. */
  slow: number
  /** Whether to print which statements took most. */
  statements: boolean
}

const known = {
  rounds: { type: 'string', default: '3' },
  engine: { type: 'string', multiple: true, default: ['sqlite', 'postgres'] },
  partnerships: { type: 'string', default: '500' },
  schedules: { type: 'string', default: '10000' },
  batch: { type: 'string' },
  slow: { type: 'string', default: '0' },
  statements: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig

/** What was asked for: `npm run bench -- storm --rounds 1 --engine sqlite`. @throws on an option that does not exist */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({ args, options: known, allowPositionals: true })
  const { rounds, engine, partnerships, schedules, batch, slow, statements } = values
  return {
    parts: positionals,
    rounds: Number(rounds),
    engines: engine.map(toEngine),
    partnerships: Number(partnerships),
    schedules: Number(schedules),
    batch: batch === undefined ? undefined : Number(batch),
    slow: Number(slow),
    statements,
  }
}

function toEngine(name: string): Engine {
  if (name === 'sqlite' || name === 'postgres') return name
  throw new Error(`There is no engine "${name}": sqlite or postgres.`)
}
