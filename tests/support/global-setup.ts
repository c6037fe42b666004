import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { findChromium } from './chromium.ts'
import { makeTemplate, type Template } from './postgres-template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test asks for the PostgreSQL template; the first to ask starts the server. */
    postgresOnDemand: string
    /** A file with an empty SQLite database that was brought up to date. */
    migratedSqlite: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!findChromium())
    console.log(
      'No Chromium here: the tests of the playground in a browser are left out. CHROMIUM=/path/to/it runs them.',
    )
  const folder = mkdtempSync(join(tmpdir(), 'rondo-migrated-'))
  project.provide('migratedSqlite', await migrateInto(join(folder, 'rondo.db')))
  let template: Promise<Template> | undefined
  const desk = createServer(async (_request, response) => {
    try {
      template ??= makeTemplate(process.env.TEST_DATABASE_URL)
      response.end(JSON.stringify((await template).address))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening))
  project.provide('postgresOnDemand', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)

  return async () => {
    desk.closeAllConnections()
    desk.close()
    const made = await template?.catch(() => undefined)
    await made?.remove()
    rmSync(folder, { recursive: true })
  }
}

async function migrateInto(file: string): Promise<string> {
  const database = await connect('sqlite::memory:')
  await migrate(database, 0)
  await sql`vacuum into ${file}`.execute(database.db)
  await database.close()
  return file
}
