import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../../support/databases.ts'
import { killAtRandom, sentence } from '../../support/delivery-kills.ts'

// npx vitest run --config tests/vitest.long.config.ts tests/platform/delivery/kill.long.test.ts
const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 32))
const kills = Number(process.env.RONDO_KILLS ?? 200)

const folder = mkdtempSync(join(tmpdir(), 'rondo-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('killed at random moments, many times', () => {
  it('loses and doubles nothing on sqlite', async () => {
    const toll = await killAtRandom({ url: `sqlite:${join(folder, 'kills.db')}`, kills, workers: 1, seed })
    console.log(sentence('sqlite', toll, seed))
    expect(toll).toMatchObject({ kills, lost: 0, doubled: 0 })
  })

  it('loses and doubles nothing on postgres, three processes side by side', async () => {
    const database = await createDatabase('postgres')
    const toll = await killAtRandom({ url: database.url, kills, workers: 3, seed }).finally(database.remove)
    console.log(sentence('postgres', toll, seed))
    expect(toll).toMatchObject({ kills, lost: 0, doubled: 0 })
  })
})
