import { createHash } from 'node:crypto'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { migrations as all, type Migration } from '../../../db/migrations/all.ts'
import { dialects } from '../../../db/migrations/dialect.ts'
import type { Schema } from '../../../db/schema.ts'
import { OperatorError } from '../operator-error.ts'
import type { Database, Engine } from './database.ts'

interface Applied {
  name: string
  checksum: string
}

interface MigrationTable extends Applied {
  applied_at: number
}

interface Step extends Applied {
  statements: string[]
}

type MigrationTables = { migration: MigrationTable }
type MigrationDb = Kysely<Schema & MigrationTables>

/** Any number, the same in every replica: they take turns on it. */
const turn = 7_266_361

/**
 * Brings a database to the shape this version of Rondo works with, each migration in a transaction of its own. Safe with
 * several replicas starting at once.
 * @param now epoch milliseconds
 * @returns the names of the migrations that ran
 * @throws OperatorError where the database is newer than this version, or was made by other migrations than these
 */
export async function migrate(
  database: Database,
  now: number,
  migrations: readonly Migration[] = all,
): Promise<string[]> {
  const steps = migrations.map((migration) => toStep(migration, database.engine))
  const ran: string[] = []
  for (;;) {
    const name = await migrateOnce(database, steps, now)
    if (name === undefined) return ran
    ran.push(name)
  }
}

/**
 * What `migrate` would run; changes nothing.
 * @throws OperatorError as `migrate` does
 */
export async function pendingMigrations(
  { db, engine }: Database,
  migrations: readonly Migration[] = all,
): Promise<string[]> {
  const steps = migrations.map((migration) => toStep(migration, engine))
  const tables = await db.introspection.getTables()
  const fresh = !tables.some(({ name }) => name === 'migration')
  const applied = fresh ? [] : await findApplied(db.withTables<MigrationTables>())
  refuseOther(applied, steps)
  return steps.slice(applied.length).map(({ name }) => name)
}

/** Runs the next migration, if there is one. */
function migrateOnce({ db, engine }: Database, steps: readonly Step[], now: number): Promise<string | undefined> {
  return db
    .withTables<MigrationTables>()
    .transaction()
    .execute(async (trx) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${turn})`.execute(trx)
      await ensureTable(trx, engine)
      const applied = await findApplied(trx)
      refuseOther(applied, steps)
      const next = steps[applied.length]
      if (!next) return undefined
      for (const statement of next.statements) await trx.executeQuery(CompiledQuery.raw(statement))
      await trx.insertInto('migration').values({ name: next.name, checksum: next.checksum, applied_at: now }).execute()
      return next.name
    })
}

async function ensureTable(trx: MigrationDb, engine: Engine): Promise<void> {
  const { text, integer, table } = dialects[engine]
  const columns = `name ${text} primary key, checksum ${text} not null, applied_at ${integer} not null`
  await trx.executeQuery(CompiledQuery.raw(`create table if not exists migration (${columns})${table}`))
}

function findApplied(db: MigrationDb): Promise<Applied[]> {
  return db.selectFrom('migration').select(['name', 'checksum']).orderBy('name').execute()
}

function refuseOther(applied: readonly Applied[], steps: readonly Step[]): void {
  applied.forEach(({ name, checksum }, index) => {
    const step = steps[index]
    if (step?.name !== name) {
      throw new OperatorError(
        `This database was used by a newer version of Rondo (it holds "${name}", which this version does not know): start that version, or restore a backup from before the update.`,
      )
    }
    if (step.checksum !== checksum) {
      throw new OperatorError(
        `The migration "${name}" is not the one that made this database: put the released files back, or restore a backup.`,
      )
    }
  })
}

function toStep({ name, statements }: Migration, engine: Engine): Step {
  const words = statements(dialects[engine])
  return { name, statements: words, checksum: checksumOf(words) }
}

/** Of what runs, not of how the file is written: reformatting a released migration changes nothing. */
function checksumOf(statements: readonly string[]): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex')
}
