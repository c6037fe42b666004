import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/platform/database/database.ts'
import { createDatabase } from '../support/databases.ts'
import { makeMutatedCopy } from '../support/mutated-copy.ts'
import { type Chaos, wreakHavoc } from './chaos.ts'
import { sentence } from './toll.ts'
import { asItIs, root, variants } from './variants.ts'

// The whole of it is `npm run chaos`. Whoever sees a failure can have the same one again: RONDO_SEED=… npm test
const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 32))
const nothingWrong = { lost: 0, doubled: 0, stale: 0, open: 0, broken: [] }

const folder = mkdtempSync(join(tmpdir(), 'rondo-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.concurrent('killed and frozen at random moments while Slack fails', { timeout: 180_000 }, () => {
  it('loses and doubles nothing on sqlite', async () => {
    const toll = await havoc('sqlite', 'as it is', { ...asItIs.sqlite, occurrences: 48, folder: root })
    expect(toll).toMatchObject(nothingWrong)
  })

  it('loses and doubles nothing on postgres, three processes side by side', async () => {
    const toll = await havoc('postgres', 'as it is', { ...asItIs.postgres, occurrences: 48, folder: root })
    expect(toll).toMatchObject(nothingWrong)
  })

  it('would double if it repeated what is unclear without looking', async () => {
    const blind = variants.find(({ name }) => name === 'blind retry')
    const copy = makeMutatedCopy(blind?.changes ?? [])
    const weaker = { ...asItIs.sqlite, occurrences: 24, folder: copy.folder }
    const toll = await havoc('sqlite', 'blind retry', weaker).finally(copy.remove)
    expect(toll.doubled).toBeGreaterThan(0)
  })
})

async function havoc(engine: Engine, variant: string, chaos: Omit<Chaos, 'url' | 'seed'>) {
  const database = engine === 'sqlite' ? atFile(variant) : await createDatabase('postgres')
  const toll = await wreakHavoc({ ...chaos, url: database.url, seed }).finally(database.remove)
  console.log(sentence(engine, variant, chaos.processes, toll, seed))
  return toll
}

function atFile(name: string) {
  return { url: `sqlite:${join(folder, `${name}.db`)}`, remove: () => undefined }
}
