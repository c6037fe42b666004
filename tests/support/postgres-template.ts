import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../../db/schema.ts'
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
export async function emptyTables(db: Db): Promise<void> {
  await sql`
    do $$ declare one record; filled boolean; begin
      for one in
        select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by oid desc
      loop
        execute format('select exists (select from %I)', one.name) into filled;
        if filled then execute format('delete from %I', one.name); end if;
      end loop;
    end $$`.execute(db)
}
