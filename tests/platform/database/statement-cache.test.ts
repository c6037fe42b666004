import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cacheStatements } from '../../../src/platform/database/statement-cache.ts'

function cache() {
  const sqlite = new Sqlite(':memory:')
  onTestFinished(() => void sqlite.close())
  return cacheStatements(sqlite)
}

describe('the statement cache', () => {
  it('prepares a text once', () => {
    const { prepare } = cache()
    expect(prepare('select 1')).toBe(prepare('select 1'))
  })

  it('forgets the statement not used for longest', () => {
    const { prepare } = cache()
    const [kept, forgotten] = [prepare('select 0'), prepare('select 1')]
    for (let n = 2; n < 200; n++) prepare(`select ${n}`)
    prepare('select 0')
    prepare('select 200')
    expect(prepare('select 0')).toBe(kept)
    expect(prepare('select 1')).not.toBe(forgotten)
  })
})
