import { afterEach, beforeEach, inject } from 'vitest'
import { connect } from '../../src/platform/database/connect.ts'
import type { Database, Engine } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { newDatabaseName, runOn, type TemplateAddress, urlOf } from './postgres-template.ts'

export const engines: readonly Engine[] = ['sqlite', 'postgres']

/**
 * A fresh, migrated database for each test of the suite it is called in:
 * `describe.each(engines)('outbox on %s', (engine) => { const database = useDatabase(engine); it('…', async () => { database().db … }) })`
 */
export function useDatabase(engine: Engine): () => Database {
  let current: TestDatabase | undefined
  beforeEach(async () => {
    current = await createDatabase(engine)
  })
  afterEach(async () => {
    await current?.remove()
    current = undefined
  })
  return () => {
    if (!current) throw new Error('A database exists only while a test runs.')
    return current
  }
}

/** `url` opens it once more where it is a PostgreSQL database; an SQLite one lives in this connection only. */
export type TestDatabase = Database & { url: string; remove(): Promise<void> }

/** A fresh, migrated database. `remove` closes it and leaves nothing behind. */
export function createDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'sqlite' ? createInMemory() : copyOfTemplate()
}

async function createInMemory(): Promise<TestDatabase> {
  const url = 'sqlite::memory:'
  const database = await connect(url)
  await migrate(database, 0)
  return { ...database, url, remove: database.close }
}

async function copyOfTemplate(): Promise<TestDatabase> {
  const template = await findTemplate()
  const url = await createOnPostgres(`template ${template.name}`)
  const database = await connect(url)
  return { ...database, url, remove: () => database.close().finally(() => removeFromPostgres(url)) }
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
