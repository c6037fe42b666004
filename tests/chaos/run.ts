/**
 * `npm run chaos`: dates come due while Slack fails in every way it can and processes are killed and frozen, on both engines;
 * then the same with the code made weaker, which must show. Ends with 1 when a promise broke, or when a weaker variant did not.
 *
 * `npm run chaos -- --occurrences 2000 --seed 7 --engines sqlite,postgres --variants none`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Engine } from '../../src/platform/database/database.ts'
import { makeMutatedCopy } from '../support/mutated-copy.ts'
import { makeTemplate, newDatabaseName, runOn, type Template, urlOf } from '../support/postgres-template.ts'
import { type Toll, wreakHavoc } from './chaos.ts'
import { keptPromise, sentence, wentWrong } from './toll.ts'
import { asItIs, root, type Variant, variants } from './variants.ts'

const { values } = parseArgs({
  options: {
    occurrences: { type: 'string', default: '2000' },
    seed: { type: 'string', default: process.env.RONDO_SEED ?? String(Math.floor(Math.random() * 2 ** 32)) },
    engines: { type: 'string', default: 'sqlite,postgres' },
    /** Their names, or 'none'. */
    variants: { type: 'string', default: variants.map(({ name }) => name).join(',') },
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const seed = Number(values.seed)
const engines = chosen(values.engines, ['sqlite', 'postgres'] satisfies Engine[])
const weaker = chosen(
  values.variants,
  variants.map(({ name }) => name),
)

const folder = mkdtempSync(join(tmpdir(), 'rondo-chaos-'))
let template: Template | undefined
let failed = false
try {
  for (const engine of engines) {
    const toll = await run(engine, { ...asItIs[engine], occurrences: Number(values.occurrences), seed, folder: root })
    console.log(sentence(engine, 'as it is', asItIs[engine].processes, toll, seed))
    if (!keptPromise(toll)) failed = true
  }
  for (const variant of variants) {
    if (!engines.includes(variant.engine) || !weaker.includes(variant.name)) continue
    if (!(await shows(variant))) failed = true
  }
} finally {
  await template?.remove()
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed ? 'Not as it must be: see above.' : 'Every promise was kept, and every weaker variant broke one.')
process.exitCode = failed ? 1 : 0

function chosen<T extends string>(list: string, from: readonly T[]): T[] {
  const names = list.split(',').filter((name) => name !== 'none')
  const unknown = names.find((name) => !from.some((one) => one === name))
  if (unknown !== undefined) throw new Error(`There is no ${unknown}, only ${from.join(', ')}`)
  return from.filter((one) => names.includes(one))
}

/** Whether a weaker variant breaks the promise. That takes a coincidence, so it gets three runs. */
async function shows({ name, engine, changes, ...chaos }: Variant): Promise<boolean> {
  const copy = makeMutatedCopy(changes)
  try {
    for (const seedNow of [seed, seed + 1, seed + 2]) {
      const toll = await run(engine, { ...chaos, seed: seedNow, folder: copy.folder })
      console.log(sentence(engine, name, chaos.processes, toll, seedNow))
      if (wentWrong(toll)) return true
    }
    console.log(`${name} must double or lose something, and did not`)
    return false
  } finally {
    copy.remove()
  }
}

async function run(engine: Engine, chaos: Omit<Parameters<typeof wreakHavoc>[0], 'url'>): Promise<Toll> {
  const name = newDatabaseName()
  if (engine === 'sqlite') return wreakHavoc({ ...chaos, url: `sqlite:${join(folder, `${name}.db`)}` })
  template ??= await makeTemplate(process.env.TEST_DATABASE_URL)
  const { address } = template
  await runOn(address.server, `create database ${name} template ${address.name}`)
  const url = urlOf({ server: address.server, name })
  return wreakHavoc({ ...chaos, url }).finally(() => runOn(address.server, `drop database ${name} with (force)`))
}
