import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { connect } from '../../src/platform/database/connect.ts'
import type { Database, Engine } from '../../src/platform/database/database.ts'
import { connectSqlite } from '../../src/platform/database/sqlite.ts'
import { emptyTables, newDatabaseName, runOn, type TemplateAddress, urlOf } from './postgres-template.ts'

export const engines: readonly Engine[] = ['sqlite', 'postgres']

/**
 * For what people do, from the click to the message: the stores beneath it are tried on both engines by themselves, so that one
 * is enough here. Which one is drawn by a name, half and half; `ALL_ENGINES=1 npm test` takes both.
 * @param name of the file of tests
 */
export function sampled(name: string): readonly Engine[] {
  if (process.env.ALL_ENGINES) return engines
  const sum = [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0)
  return engines.slice(sum % 2).slice(0, 1)
}

/**
 * A fresh, migrated database for each test of the suite it is called in:
 * `describe.each(engines)('outbox on %s', (engine) => { const database = useDatabase(engine); it('…', async () => { database().db … }) })`
 */
export function useDatabase(engine: Engine): () => TestDatabase {
  let current: TestDatabase | undefined
  const fresh = engine === 'sqlite' ? createInMemory : useOnePostgres()
  beforeEach(async () => {
    current = await fresh()
  })
  afterEach(async () => {
    await current?.close()
    current = undefined
  })
  return () => {
    if (!current) throw new Error('A database exists only while a test runs.')
    return current
  }
}

/** `url` opens it once more where it is a PostgreSQL database; an SQLite one lives in this connection only. */
export type TestDatabase = Database & { url: string }

/** A fresh, migrated database. `remove` closes it and leaves nothing behind. */
export async function createDatabase(engine: Engine): Promise<TestDatabase & { remove(): Promise<void> }> {
  if (engine === 'sqlite') {
    const database = await createInMemory()
    return { ...database, remove: database.close }
  }
  const database = await reopen(await copyTemplate())
  return { ...database, remove: () => database.close().finally(() => removeFromPostgres(database.url)) }
}

async function createInMemory(): Promise<TestDatabase> {
  // Migrating each one takes ten times as long.
  const database = await connectSqlite(readFileSync(inject('migratedSqlite')))
  return { ...database, url: 'sqlite::memory:' }
}

/** One database for the whole suite, emptied for each test: making one takes as long as emptying it forty times. */
function useOnePostgres(): () => Promise<TestDatabase> {
  let url = ''
  beforeAll(async () => {
    url = await copyTemplate()
  })
  afterAll(() => (url === '' ? undefined : removeFromPostgres(url)))
  return async () => {
    const database = await reopen(url)
    await emptyTables(database.db)
    return database
  }
}

async function reopen(url: string): Promise<TestDatabase> {
  return { ...(await connect(url)), url }
}

async function copyTemplate(): Promise<string> {
  const { name } = await findTemplate()
  return createOnPostgres(`template ${name}`)
}

/** An empty database on the PostgreSQL of this run. @returns its address */
export async function createOnPostgres(options = ''): Promise<string> {
  const { server } = await findTemplate()
  const name = newDatabaseName()
  await runOn(server, `create database ${name} ${options}`)
  return urlOf({ server, name })
}

export async function removeFromPostgres(url: string): Promise<void> {
  const { server } = await findTemplate()
  await runOn(server, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

async function findTemplate(): Promise<TemplateAddress> {
  const answer = await fetch(inject('postgresOnDemand'))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as TemplateAddress
}
