import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Engine } from '../src/platform/database/database.ts'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { newDatabaseName, runOn, urlOf } from '../tests/support/postgres-template.ts'

export interface Databases {
  /** The address of an empty database. */
  create(engine: Engine): Promise<string>
  /** Prints what decides how long a commit takes on this PostgreSQL, if one was used. */
  printDurability(): Promise<void>
  remove(): Promise<void>
}

/** Databases to measure on: SQLite in files, PostgreSQL on a server of its own, or on the one of BENCH_DATABASE_URL. */
export function createDatabases(): Databases {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-bench-'))
  const given = process.env.BENCH_DATABASE_URL
  const names: string[] = []
  let server: ReturnType<typeof startPostgres> | undefined
  const start = () => {
    server ??= given ? Promise.resolve({ url: given, stop: async () => undefined }) : startPostgres('durable')
    return server
  }
  return {
    async create(engine) {
      const name = newDatabaseName()
      if (engine === 'sqlite') return `sqlite:${join(folder, `${name}.db`)}`
      const { url } = await start()
      await runOn(url, `create database ${name}`)
      names.push(name)
      return urlOf({ server: url, name })
    },
    async printDurability() {
      if (server) console.log(`\nPostgreSQL: ${await settingsOf((await server).url)}`)
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true })
      if (!server) return
      const { url, stop } = await server
      for (const name of names) await runOn(url, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

async function settingsOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<{ text: string }>(
      `select string_agg(name || '=' || setting, ', ' order by name) as text from pg_settings
        where name in ('server_version', 'fsync', 'synchronous_commit')`,
    )
    .finally(() => client.end())
  return rows[0]?.text ?? ''
}
