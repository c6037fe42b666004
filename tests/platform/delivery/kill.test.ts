import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../../support/databases.ts'
import { killAtRandom, sentence } from '../../support/delivery-kills.ts'

// Whoever sees a failure can have the same one again: RONDO_SEED=… npm test
const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 32))
const kills = 12

const folder = mkdtempSync(join(tmpdir(), 'rondo-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.concurrent('killed at random moments', () => {
  it('loses and doubles nothing on sqlite', async () => {
    const toll = await killAtRandom({ url: `sqlite:${join(folder, 'kills.db')}`, kills, workers: 1, seed })
    console.log(sentence('sqlite', toll, seed))
    expect(toll).toMatchObject({ kills, lost: 0, doubled: 0 })
  })

  it('loses and doubles nothing on postgres, two processes side by side', async () => {
    const database = await createDatabase('postgres')
    const toll = await killAtRandom({ url: database.url, kills, workers: 2, seed }).finally(database.remove)
    console.log(sentence('postgres', toll, seed))
    expect(toll).toMatchObject({ kills, lost: 0, doubled: 0 })
  })

  it('would double if it repeated what is unclear without looking', async () => {
    const url = `sqlite:${join(folder, 'blind.db')}`
    const toll = await killAtRandom({ url, kills: 4, workers: 1, seed, blind: true })
    console.log(sentence('sqlite, blindly', toll, seed))
    expect(toll.doubled).toBeGreaterThan(0)
  })
})
