import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { connect } from '../../../src/platform/database/connect.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'
import { createGroupCommit, type GroupCommit } from '../../../src/platform/slack/group-commit.ts'
import { type InboxWriter, openInboxWriter } from '../../../src/platform/slack/inbox-writer.ts'
import { createDatabase } from '../../support/databases.ts'
import { listening } from '../../support/slack-edge.ts'

const kinds = ['an SQLite file', 'SQLite in memory', 'PostgreSQL'] as const
let folder: string
let database: Database
let remove: () => Promise<void>
let writer: InboxWriter
let commits: GroupCommit
let lines: string[]

async function open(kind: (typeof kinds)[number]): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'rondo-inbox-'))
  if (kind === 'an SQLite file') {
    database = await connect(`sqlite:${join(folder, 'rondo.db')}`)
    await migrate(database, 0)
    remove = database.close
  } else {
    const made = await createDatabase(kind === 'PostgreSQL' ? 'postgres' : 'sqlite')
    database = made
    remove = made.remove
  }
  writer = await openInboxWriter(database.db, database.engine)
  const log = listening()
  lines = log.lines
  commits = createGroupCommit({ write: writer.write, log: log.log })
}
afterEach(async () => {
  await writer.close()
  await remove()
  rmSync(folder, { recursive: true, force: true })
})

const body = JSON.stringify({ text: 'odd: \' " \u0000 \ud800 € 🎉 \n' })
const row = (key: string) => ({
  key,
  kind: 'command' as const,
  body,
  receivedAt: 1_000,
  attempts: 1,
  leaseUntil: 61_000,
})
const rows = () => database.db.selectFrom('inbox').selectAll().orderBy('key').execute()

describe.each(kinds)('what one turn of the event loop brings, in %s', (kind) => {
  beforeEach(() => open(kind))

  it('is stored when it is said to be', async () => {
    expect(await commits.keep(row('a'))).toBe(true)
    expect(await rows()).toEqual([
      { key: 'a', kind: 'command', body, received_at: 1_000, done_at: null, attempts: 1, lease_until: 61_000 },
    ])
  })

  it('is new once, however often it comes: in one turn, in the next, and later', async () => {
    const keep = (key: string) => commits.keep(row(key))
    const first = ['a', 'b', 'a', 'c', 'b'].map(keep)
    await new Promise((resolve) => setImmediate(resolve))
    const second = ['a', 'd'].map(keep)
    const [a, b, sameA, c, sameB] = await Promise.all(first)
    const [laterA, d] = await Promise.all(second)
    expect([b, sameA, c, sameB, d]).toEqual([true, false, true, false, true])
    // Two commits overlap: on PostgreSQL either may be first.
    expect([a, laterA].toSorted()).toEqual([false, true])
    expect(await keep('d')).toBe(false)
    expect((await rows()).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is known where it comes again while the first is being done', async () => {
    await commits.keep(row('a'))
    commits.done('a', 2_000)
    expect(await commits.keep(row('a'))).toBe(false)
    await commits.flush()
    expect(await rows()).toMatchObject([{ key: 'a', done_at: 2_000, body: null }])
  })

  it('loses its bodies with the next commit, or soon', async () => {
    await Promise.all(['a', 'b'].map((key) => commits.keep(row(key))))
    commits.done('a', 2_000)
    await commits.keep(row('c'))
    expect((await rows()).map((one) => one.body)).toEqual([null, body, body])
    commits.done('b', 3_000)
    commits.done('c', 3_000)
    await commits.flush()
    expect((await rows()).map((one) => [one.body, one.done_at])).toEqual([
      [null, 2_000],
      [null, 3_000],
      [null, 3_000],
    ])
  })

  it('may be a thousand at once', async () => {
    const kept = await Promise.all(Array.from({ length: 1_000 }, (_, n) => commits.keep(row(`${n}`))))
    expect(kept.every((fresh) => fresh)).toBe(true)
    expect(await rows()).toHaveLength(1_000)
  })

  it('is refused where it cannot be stored, and that mends itself', async () => {
    await commits.keep(row('a'))
    await database.db.schema.alterTable('inbox').renameTo('elsewhere').execute()
    commits.done('a', 2_000)
    await expect(commits.keep(row('b'))).rejects.toThrow()
    expect(commits.healthy()).toBe(false)
    await expect(commits.flush()).rejects.toThrow()
    expect(lines.filter((line) => line.includes('the inbox cannot be written'))).toHaveLength(1)
    await database.db.schema.alterTable('elsewhere').renameTo('inbox').execute()
    expect(await commits.keep(row('b'))).toBe(true)
    await commits.flush()
    expect(commits.healthy()).toBe(true)
    expect(await rows()).toMatchObject([
      { key: 'a', done_at: 2_000 },
      { key: 'b', done_at: null },
    ])
  })
})

describe('an SQLite file that is being written', () => {
  beforeEach(() => open('an SQLite file'))

  it('is waited for: by our own transaction, and by another program', async () => {
    const own = Promise.withResolvers<void>()
    const transaction = database.db.transaction().execute(() => own.promise)
    await new Promise((resolve) => setImmediate(resolve))
    const kept = commits.keep(row('a'))
    setImmediate(() => setImmediate(own.resolve))
    await transaction
    expect(await kept).toBe(true)

    const other = new Sqlite(join(folder, 'rondo.db'))
    other.exec('begin immediate')
    const again = commits.keep(row('b'))
    setImmediate(() => setImmediate(() => other.exec('commit')))
    expect(await again).toBe(true)
    other.close()
  })

  it('Q-Q7: refuses what cannot be stored for a second, and goes on afterwards', async () => {
    const other = new Sqlite(join(folder, 'rondo.db'))
    other.exec('begin immediate')
    await expect(commits.keep(row('a'))).rejects.toThrow('locked')
    other.exec('commit')
    other.close()
    expect(await commits.keep(row('a'))).toBe(true)
  })
})

describe('a disk that is slow', () => {
  it('still marks as done what ended while two commits were under way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const disk = Promise.withResolvers<void>()
    const marked: string[] = []
    const { keep, done } = createGroupCommit({
      log: listening().log,
      async write(fresh, finished) {
        await disk.promise
        marked.push(...finished.keys())
        return new Set(fresh.map(({ key }) => key))
      },
    })
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    const first = keep(row('a'))
    await turn()
    const second = keep(row('b'))
    await turn()
    done('c', 2_000)
    await vi.advanceTimersByTimeAsync(100)
    disk.resolve()
    expect(await Promise.all([first, second])).toEqual([true, true])
    await turn()
    await vi.advanceTimersByTimeAsync(100)
    await turn()
    expect(marked).toEqual(['c'])
  })
})

describe('a database that fails and comes back', () => {
  it('is found out to be back without anything new that comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let broken = true
    const { keep, healthy } = createGroupCommit({
      log: listening().log,
      async write() {
        if (broken) throw new Error('the database is away')
        return new Set()
      },
    })
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    await expect(keep(row('a'))).rejects.toThrow('away')
    await turn()
    await vi.advanceTimersByTimeAsync(1_000)
    await turn()
    expect(healthy()).toBe(false)
    broken = false
    await vi.advanceTimersByTimeAsync(1_000)
    await turn()
    expect(healthy()).toBe(true)
  })
})
