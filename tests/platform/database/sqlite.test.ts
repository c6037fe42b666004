import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/platform/database/connect.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { makeFolder } from '../../support/folders.ts'
import { asOrdinaryUser } from '../../support/ordinary-user.ts'

async function openFile(file: string) {
  const database = await connect(`sqlite:${file}`)
  onTestFinished(database.close)
  return database
}

describe('an SQLite file', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 100],
    ['trusted_schema', 0],
    ['secure_delete', 1],
  ])('is worked with at %s = %s', async (pragma, value) => {
    const { db } = await openFile(join(makeFolder(), 'rondo.db'))
    const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(pragma)}`.execute(db)
    expect(Object.values(rows[0] ?? {})).toEqual([value])
  })

  it('lets no other writer in between what a transaction reads and what it then writes', async () => {
    const file = join(makeFolder(), 'rondo.db')
    const [one, other] = [await openFile(file), await openFile(file)]
    await migrate(one, 0)
    const gate = { scope: 'w1', not_before: 1 }
    await one.db.transaction().execute(async (trx) => {
      await trx.selectFrom('gate').selectAll().execute()
      await expect(other.db.insertInto('gate').values(gate).execute()).rejects.toThrow('locked')
      await trx.insertInto('gate').values(gate).execute()
    })
    expect(await other.db.selectFrom('gate').selectAll().execute()).toEqual([gate])
  })

  it('keeps what was written when it is opened again', async () => {
    const file = join(makeFolder(), 'rondo.db')
    const first = await connect(`sqlite:${file}`)
    await migrate(first, 0)
    await first.db.insertInto('gate').values({ scope: 'w1', not_before: 1 }).execute()
    await first.close()
    expect(await (await openFile(file)).db.selectFrom('gate').selectAll().execute()).toHaveLength(1)
  })

  it('keeps its statements prepared, and sees a table that has changed since', async () => {
    const { db } = await openFile(':memory:')
    await sql`create table thing (a integer)`.execute(db)
    await sql`insert into thing values (1)`.execute(db)
    const read = () => sql`select * from thing`.execute(db).then(({ rows }) => rows)
    expect(await read()).toEqual([{ a: 1 }])
    await sql`alter table thing add column b integer default 2`.execute(db)
    expect(await read()).toEqual([{ a: 1, b: 2 }])
  })
})

const unusable: [string, (folder: string) => string, string][] = [
  ['whose folder is not there', (folder) => join(folder, 'missing', 'rondo.db'), 'cannot be opened'],
  ['that is a folder', (folder) => folder, 'cannot be opened'],
  [
    'that is no database',
    (folder) => written(join(folder, 'rondo.db'), 'just some words '.repeat(100)),
    'not an SQLite',
  ],
  ['that is encrypted', (folder) => written(join(folder, 'rondo.db'), noise(8192)), 'not an SQLite'],
  ['that was cut off', (folder) => damaged(folder, (bytes) => bytes.subarray(0, 5000)), 'damaged'],
  ['whose list of tables is broken', (folder) => damaged(folder, (bytes) => bytes.fill(0xff, 100, 140)), 'damaged'],
  ['one page of which is broken', (folder) => damaged(folder, (bytes) => bytes.fill(0xab, 8192, 12_288)), 'damaged'],
  ['a row of which cannot be found', (folder) => damaged(folder, (bytes) => bytes.fill(0xff, 8200, 8210)), 'damaged'],
]

describe('a file', () => {
  it.each(unusable)('%s is refused with the reason', async (_which, make, reason) => {
    const file = make(makeFolder())
    const refused = connect(`sqlite:${file}`)
    await expect(refused).rejects.toThrow(OperatorError)
    await expect(refused).rejects.toThrow(reason)
    await expect(refused).rejects.toThrow(file)
  })

  it.each([
    ['that only reads', 0o444, 'cannot be written'],
    ['of another user', 0o000, 'cannot be opened'],
  ])('%s is refused with the reason', async (_which, mode, reason) => {
    const file = join(makeFolder(), 'rondo.db')
    await (await connect(`sqlite:${file}`)).close()
    chmodSync(file, mode)
    await asOrdinaryUser(() => expect(connect(`sqlite:${file}`)).rejects.toThrow(reason))
  })

  it('in a folder of another user is refused with the reason', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'closed'), { mode: 0o500 })
    const opening = () => connect(`sqlite:${join(folder, 'closed', 'rondo.db')}`)
    await asOrdinaryUser(() => expect(opening()).rejects.toThrow('cannot be opened'))
  })
})

describe('a database address', () => {
  it.each([
    '',
    'rondo.db',
    'sqlite:',
    'mysql://root:hunter2@host/rondo',
    'postgres://',
    'postgres://a:hunter2@:x/',
    'file:x',
  ])('"%s" is refused without repeating it', async (url) => {
    const message = await connect(url).then(
      () => 'opened',
      (error: Error) => error.message,
    )
    expect(message).toContain('must start with sqlite:')
    expect(message).not.toContain('hunter2')
  })
})

function written(file: string, bytes: string | Uint8Array): string {
  writeFileSync(file, bytes)
  return file
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7919 + 13) % 251)
}

/** A database of several pages, and what happened to its bytes. */
function damaged(folder: string, harm: (bytes: Buffer) => Uint8Array): string {
  const file = join(folder, 'rondo.db')
  const sqlite = new Sqlite(file)
  sqlite.exec('create table thing (words text) strict')
  const insert = sqlite.prepare('insert into thing values (?)')
  sqlite.transaction(() => Array.from({ length: 500 }, () => insert.run('some words '.repeat(9))))()
  sqlite.close()
  return written(file, harm(readFileSync(file)))
}
