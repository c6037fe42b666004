import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
    expect(look.bind(undefined, to, 'select 1 from migration')).toThrow()
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

  it('leaves nothing of a database that is damaged', async () => {
    const { url, file, to, close } = await freshDatabase()
    await close()
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_176, 0xaa)]))
    await expect(backupDatabase(url, to)).rejects.toThrow(/damaged/)
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith('copy'))).toEqual([])
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
      if (events(file) > events(to)) writtenMeanwhile += 1
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

function events(file: string): number {
  return look<{ events: number }>(file, 'select count(*) as events from delivery_event')[0]?.events ?? 0
}
