import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startPostgres } from './postgres-server.ts'

/** A migrated database that fresh ones are copied from. */
export interface Template {
  address: TemplateAddress
  remove(): Promise<void>
}

export interface TemplateAddress {
  /** Of the server's own database. */
  server: string
  name: string
}

/** @param url a server to use in place of one of our own; its user must be allowed to create databases */
export async function makeTemplate(url: string | undefined): Promise<Template> {
  const server = url ? { url, stop: async () => undefined } : await startPostgres()
  const name = newDatabaseName()
  await runOn(server.url, `create database ${name}`)
  const database = await connect(urlOf({ server: server.url, name }))
  await migrate(database, 0).finally(database.close)
  const drop = () => runOn(server.url, `drop database ${name} with (force)`)
  return { address: { server: server.url, name }, remove: () => drop().finally(server.stop) }
}

export function newDatabaseName(): string {
  return `rondo_test_${randomBytes(6).toString('hex')}`
}

export function urlOf({ server, name }: TemplateAddress): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** Runs one statement on a connection of its own. */
export async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** The youngest table first: it may refer to older ones. */
const deletes = `
  select 'delete from ' || relname as statement from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by oid desc`

export async function emptyTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ statement: string }>(deletes)
    await client.query(rows.map(({ statement }) => statement).join('; '))
  } finally {
    await client.end()
  }
}
