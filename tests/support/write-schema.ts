/** Writes db/schema.*.sql: what a reader of the database sees after all migrations. `npm run schema` */
import { writeFileSync } from 'node:fs'
import { connect } from '../../src/platform/database/connect.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { makeTemplate, urlOf } from './postgres-template.ts'
import { schemaText } from './schema-text.ts'

async function write({ db, engine }: Database): Promise<void> {
  const folder = new URL('../../db/', import.meta.url)
  writeFileSync(new URL(`schema.${engine}.sql`, folder), await schemaText(db, engine))
}

const inMemory = await connect('sqlite::memory:')
await migrate(inMemory, 0)
await write(inMemory)
await inMemory.close()

const template = await makeTemplate(process.env.TEST_DATABASE_URL)
const onServer = await connect(urlOf(template.address))
await write(onServer).finally(onServer.close).finally(template.remove)
