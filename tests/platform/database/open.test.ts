import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/platform/database/connect.ts'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { createOnPostgres, removeFromPostgres } from '../../support/databases.ts'
import { makeFolder } from '../../support/folders.ts'
import { asOrdinaryUser } from '../../support/ordinary-user.ts'

const refusal = /already running on .*rondo\.db.*one process.*PostgreSQL/

/** Another process that opens the database: what it said, and itself. */
async function openElsewhere(url: string): Promise<{ said: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/hold-database.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(createInterface({ input: child.stdout }), 'line')
  return { said, process: child }
}

async function open(url: string) {
  const database = await openDatabase(url, 0)
  onTestFinished(database.close)
  return database
}

const freshFile = () => join(makeFolder(), 'rondo.db')

describe('an SQLite file in use', () => {
  it('is refused to a second process, in one sentence that names PostgreSQL', async () => {
    const file = freshFile()
    await open(`sqlite:${file}`)
    expect((await openElsewhere(`sqlite:${file}`)).said).toMatch(refusal)
  })

  it('is refused while another process has it, and not after that was killed', async () => {
    const url = `sqlite:${freshFile()}`
    const holder = await openElsewhere(url)
    expect(holder.said).toBe('open')
    await expect(openDatabase(url, 0)).rejects.toThrow(refusal)
    holder.process.kill('SIGKILL')
    await once(holder.process, 'exit')
    await open(url)
  })

  it('goes to one of several that start at once', async () => {
    const url = `sqlite:${freshFile()}`
    const said = (await Promise.all(Array.from({ length: 4 }, () => openElsewhere(url)))).map((other) => other.said)
    expect(said.filter((line) => line === 'open')).toHaveLength(1)
    expect(said.filter((line) => refusal.test(line))).toHaveLength(3)
  })

  it('is refused by another name too', async () => {
    const file = freshFile()
    await open(`sqlite:${file}`)
    const other = join(makeFolder(), 'rondo.db')
    symlinkSync(file, other)
    await expect(openDatabase(`sqlite:${other}`, 0)).rejects.toThrow(refusal)
  })

  it('can still be read, for those who look what is wrong', async () => {
    const file = freshFile()
    await open(`sqlite:${file}`)
    const reader = await connect(`sqlite:${file}`)
    onTestFinished(reader.close)
    expect(await reader.db.selectFrom('gate').selectAll().execute()).toEqual([])
  })
})

describe('opening a database', () => {
  it('lets go of an SQLite file when it is closed', async () => {
    const url = `sqlite:${freshFile()}`
    await (await openDatabase(url, 0)).close()
    await open(url)
  })

  it('lets go of an SQLite file that it could not bring up to date', async () => {
    const url = `sqlite:${freshFile()}`
    const newer = await openDatabase(url, 0)
    await sql`insert into migration values ('9999_later', '', 0)`.execute(newer.db)
    await newer.close()
    await expect(openDatabase(url, 0)).rejects.toThrow('newer version')
    await expect(openDatabase(url, 0)).rejects.toThrow('newer version')
  })

  it('says why the lock cannot be taken in a folder that cannot be written', async () => {
    const file = freshFile()
    await asOrdinaryUser(() => expect(openDatabase(`sqlite:${file}`, 0)).rejects.toThrow('lock file'))
  })

  it('says that a folder is missing', async () => {
    await expect(openDatabase(`sqlite:${join(makeFolder(), 'no', 'rondo.db')}`, 0)).rejects.toThrow('folder must exist')
  })

  it('takes no lock in memory', async () => {
    const [one, other] = [await open('sqlite::memory:'), await open('sqlite::memory:')]
    expect(await one.db.selectFrom('gate').selectAll().execute()).toEqual([])
    expect(await other.db.selectFrom('gate').selectAll().execute()).toEqual([])
    expect(existsSync(':memory:.lock')).toBe(false)
  })

  it('lets several processes share a PostgreSQL database', async () => {
    const url = await createOnPostgres()
    onTestFinished(() => removeFromPostgres(url))
    const others = await Promise.all([openElsewhere(url), openElsewhere(url)])
    expect(others.map(({ said }) => said)).toEqual(['open', 'open'])
    const { db } = await open(url)
    expect(await db.selectFrom('gate').selectAll().execute()).toEqual([])
  })
})
