import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Migration } from '../../../db/migrations/all.ts'
import { connect } from '../../../src/platform/database/connect.ts'
import type { Engine } from '../../../src/platform/database/database.ts'
import { migrate, pendingMigrations } from '../../../src/platform/database/migrate.ts'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { createOnPostgres, engines, removeFromPostgres } from '../../support/databases.ts'

const made = (name: string, ...statements: string[]): Migration => ({ name, statements: () => statements })
const first = made('0001_first', 'create table one (a text)')
const second = made('0002_second', 'create table two (a text)', "insert into two values ('kept')")

async function emptyAddress(engine: Engine): Promise<string> {
  if (engine === 'sqlite') return 'sqlite::memory:'
  const url = await createOnPostgres()
  onTestFinished(() => removeFromPostgres(url))
  return url
}

async function open(url: string) {
  const database = await connect(url)
  onTestFinished(database.close)
  return database
}

const tables = async ({ db }: Awaited<ReturnType<typeof open>>) =>
  (await db.introspection.getTables()).map(({ name }) => name).toSorted()

describe.each(engines)('migrating on %s', (engine) => {
  it('runs what has not run, in order, and says what ran', async () => {
    const database = await open(await emptyAddress(engine))
    expect(await migrate(database, 1, [first])).toEqual(['0001_first'])
    expect(await migrate(database, 2, [first, second])).toEqual(['0002_second'])
    expect(await migrate(database, 3, [first, second])).toEqual([])
    const { rows } = await sql`select name, applied_at from migration order by name`.execute(database.db)
    expect(rows).toEqual([
      { name: '0001_first', applied_at: 1 },
      { name: '0002_second', applied_at: 2 },
    ])
  })

  it('tells beforehand what would run, and runs nothing', async () => {
    const database = await open(await emptyAddress(engine))
    expect(await pendingMigrations(database, [first, second])).toEqual(['0001_first', '0002_second'])
    expect(await tables(database)).toEqual([])
    await migrate(database, 1, [first])
    expect(await pendingMigrations(database, [first, second])).toEqual(['0002_second'])
    await expect(pendingMigrations(database, [second])).rejects.toThrow('newer version of Rondo')
    await migrate(database, 2, [first, second])
    expect(await pendingMigrations(database, [first, second])).toEqual([])
  })

  it('leaves nothing of a migration that fails, and all of those before it', async () => {
    const database = await open(await emptyAddress(engine))
    const broken = made('0002_broken', 'create table two (a text)', 'create nonsense')
    await expect(migrate(database, 1, [first, broken])).rejects.toThrow('nonsense')
    expect(await tables(database)).toEqual(['migration', 'one'])
    expect(await migrate(database, 2, [first, second])).toEqual(['0002_second'])
  })

  it('refuses a database that a newer version has used, and names what it does not know', async () => {
    const database = await open(await emptyAddress(engine))
    await migrate(database, 1, [first, second])
    const refused = migrate(database, 2, [first])
    await expect(refused).rejects.toThrow(OperatorError)
    await expect(refused).rejects.toThrow('newer version of Rondo (it holds "0002_second"')
  })

  it('refuses a migration that was changed after it ran, and runs nothing after it', async () => {
    const database = await open(await emptyAddress(engine))
    await migrate(database, 1, [first])
    const altered = made('0001_first', 'create table one (a text, b text)')
    const refused = migrate(database, 2, [altered, second])
    await expect(refused).rejects.toThrow(OperatorError)
    await expect(refused).rejects.toThrow('"0001_first" is not the one')
    expect(await tables(database)).toEqual(['migration', 'one'])
  })
})

describe('migrating with several replicas', () => {
  it('lets one of those that start at once run each migration', async () => {
    const url = await emptyAddress('postgres')
    const replicas = await Promise.all(Array.from({ length: 6 }, () => open(url)))
    const ran = await Promise.all(replicas.map((replica) => migrate(replica, 1, [first, second])))
    expect(ran.flat().toSorted()).toEqual(['0001_first', '0002_second'])
  })
})
