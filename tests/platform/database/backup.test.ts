import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../src/platform/clock.ts'
import { backupDatabase, howToRestore } from '../../../src/platform/database/backup.ts'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { startSlack } from '../../../src/playground/server/start.ts'
import { count } from '../../chaos/count.ts'
import { createCrew } from '../../chaos/crew.ts'
import { createFacts } from '../../chaos/feature.ts'
import { beginning, fastClock } from '../../chaos/pace.ts'
import { channels, endOf, people, settleIn } from '../../chaos/plan.ts'
import { makeFolder } from '../../support/folders.ts'

const root = join(import.meta.dirname, '../../..')
const occurrences = 72

async function freshDatabase() {
  const file = join(makeFolder(), 'rondo.db')
  const database = await openDatabase(`sqlite:${file}`, 0)
  onTestFinished(database.close)
  return { ...database, file, url: `sqlite:${file}`, to: join(dirname(file), 'copy.db') }
}

const look = <Row>(file: string, query: string): Row[] => {
  const sqlite = new Sqlite(file, { readonly: true })
  try {
    return sqlite.prepare<[], Row>(query).all()
  } finally {
    sqlite.close()
  }
}

describe('a backup', () => {
  it('is one file that its owner alone may read, beside the process that holds the lock', async () => {
    const { url, to } = await freshDatabase()
    const size = await backupDatabase(url, to)
    expect(statSync(to)).toMatchObject({ size, mode: 0o100600 })
    expect(look(to, 'select name from migration')).not.toEqual([])
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db'])
  })

  it('is opened like any other database once it was put back', async () => {
    const { url, to } = await freshDatabase()
    await backupDatabase(url, to)
    const opened = await openDatabase(`sqlite:${to}`, 0)
    await opened.close()
    expect(howToRestore(url, to)).toMatch(/stop Rondo.*rondo\.db-wal.*copy .*copy\.db to .*RESTORED=1/)
  })

  it('never overwrites anything', async () => {
    const { url, to } = await freshDatabase()
    writeFileSync(to, 'something else')
    await expect(backupDatabase(url, to)).rejects.toThrow('is there already')
    expect(readFileSync(to, 'utf8')).toBe('something else')
  })

  it.each([
    ['PostgreSQL', 'postgres://rondo:secret@localhost/rondo', 'copy.db', /pg_dump/],
    ['a database that is not there', 'sqlite:/nowhere/rondo.db', 'copy.db', /no database .*DATABASE_URL/],
    ['a folder that is not there', undefined, 'nowhere/copy.db', /folder must exist/],
  ])('says in a sentence what to do about %s', async (_what, wrong, name, sentence) => {
    const { url, file } = await freshDatabase()
    const refused = backupDatabase(wrong ?? url, join(dirname(file), name))
    await expect(refused).rejects.toThrow(OperatorError)
    await expect(refused).rejects.toThrow(sentence)
    await expect(refused).rejects.not.toThrow('secret')
  })

  it.each([
    ['at its beginning', 16],
    ['somewhere inside', 100 * 4096],
  ])('is not kept where the database is damaged %s', async (_where, at) => {
    const { url, file, to, close } = await freshDatabase()
    await close()
    addBallast(file)
    const opened = openSync(file, 'r+')
    writeSync(opened, Buffer.alloc(4096, 0xaa), 0, 4096, at)
    closeSync(opened)
    await expect(backupDatabase(url, to)).rejects.toThrow(/is damaged/)
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith('copy'))).toEqual([])
  })

  it('comes to an end, with what there was at its beginning, however much is written meanwhile', async () => {
    const { url, file, to } = await freshDatabase()
    addBallast(file)
    const before = rowsIn(file, 'ballast')
    const writer = new Sqlite(file)
    onTestFinished(() => void writer.close())
    let ended = false
    const backup = backupDatabase(url, to).finally(() => {
      ended = true
    })
    let written = 0
    for (; !ended && written < 5_000; written++) {
      writer.exec("insert into ballast values ('meanwhile')")
      await turn()
    }
    expect(ended).toBe(true)
    await backup
    expect(written).toBeGreaterThan(1)
    expect(rowsIn(to, 'ballast')).toBe(before)
  })
})

describe('a backup beside a process that delivers', () => {
  it('is whole and of one moment each time, and holds up nothing', async () => {
    const { url, file, db, close } = await freshDatabase()
    const startedAt = systemClock.now()
    const users = people.map((id) => ({ id, name: id.toLowerCase() }))
    const seed = { users, channels: channels.map((id) => ({ id, name: id.toLowerCase() })) }
    const slack = await startSlack({ clock: fastClock(startedAt), seed, botEvents: [], trafficLimit: 50 })
    onTestFinished(slack.stop)
    await createFacts(db)
    await settleIn(db, slack, occurrences)
    await close()
    addBallast(file)

    const orders = {
      url,
      slack: { apiUrl: slack.apiUrl, botToken: slack.botToken },
      startedAt,
      end: endOf(occurrences),
    }
    const crew = createCrew(orders, root)
    onTestFinished(crew.dismiss)
    await crew.put()
    let writtenMeanwhile = 0
    for (let n = 0; !crew.finished(); n++) {
      const to = join(dirname(file), `copy-${n}.db`)
      await backupDatabase(url, to)
      expect(look(to, 'pragma quick_check')).toEqual([{ quick_check: 'ok' }])
      expect(look(to, ofTwoMoments)).toEqual([])
      if (rowsIn(file, 'delivery_event') > rowsIn(to, 'delivery_event')) writtenMeanwhile += 1
    }
    await crew.dismiss()
    expect(crew.deaths()).toBe(0)
    expect(writtenMeanwhile).toBeGreaterThan(0)
    const { db: left, close: leave } = await openDatabase(url, beginning)
    onTestFinished(leave)
    expect(await count(left, slack, occurrences)).toMatchObject({ lost: 0, doubled: 0, stale: 0, open: 0 })
  })
})

/** So that a copy takes long enough for something to be written meanwhile. */
function addBallast(file: string): void {
  const sqlite = new Sqlite(file)
  sqlite.exec(`create table ballast (a text);
    with recursive n (n) as (select 1 union all select n + 1 from n where n < 40000)
    insert into ballast select hex(randomblob(200)) from n`)
  sqlite.close()
}

/** A date and all that it says are written in one transaction; so are a delivery's state and the event that tells of it. */
const ofTwoMoments = `
  select id from occurrence where not exists (select 1 from chaos_date where occurrence_id = occurrence.id)
  union all
  select post_id from chaos_date where not exists (select 1 from delivery where id = post_id)
    or not exists (select 1 from delivery where parent_id = post_id and kind = 'reply')
  union all
  select id from delivery where kind <> 'update' and state <> 'due'
    and not exists (select 1 from delivery_event where delivery_id = delivery.id and to_state = state)`

function rowsIn(file: string, table: string): number {
  return look<{ rows: number }>(file, `select count(*) as rows from ${table}`)[0]?.rows ?? 0
}
