import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Schema } from '../../../db/schema.ts'
import { OperatorError, TemporaryError } from '../operator-error.ts'
import type { Database } from './database.ts'
import { retryDeadlocks } from './retrying.ts'
import { refuseOuterDb } from './transaction-guard.ts'

const int8 = 20

const pool: pg.PoolConfig = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  application_name: 'rondo',
}

const limits: pg.PoolConfig = {
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  /** For a network that swallows packets: the server's own limit is never heard of there. */
  query_timeout: 15_000,
}

/**
 * @param patience 'short' for daily work; 'endless' for migrations, which may take long and wait for each other
 * @throws OperatorError
 */
export async function connectPostgres(url: string, patience: 'short' | 'endless' = 'short'): Promise<Database> {
  const connections = new pg.Pool({
    ...pool,
    ...(patience === 'short' && limits),
    connectionString: url,
    types: { getTypeParser },
  })
  // A server that goes away ends idle connections; the next query gets a new one or fails by itself.
  connections.on('error', () => undefined)
  // So it does with those in use: their query fails, or the next one, but an error that nobody hears would end the process.
  connections.on('connect', (client) => void client.on('error', () => undefined))
  const dialect = new PostgresDialect({ pool: connections })
  const { createDriver } = dialect
  dialect.createDriver = () => refuseOuterDb(createDriver.call(dialect))
  const db = retryDeadlocks(new Kysely<Schema>({ dialect }))
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await db.destroy()
    const sentence = sentenceFor(error, new URL(url))
    throw new (lasting.has(codeOf(error)) ? OperatorError : TemporaryError)(sentence, { cause: error })
  }
  return { db, engine: 'postgres', optimize: async () => undefined, close: () => db.destroy() }
}

/** Counts and instants come as numbers, as from SQLite. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === int8 ? toNumber : pg.types.getTypeParser(oid, format)
}

function toNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(`A number in the database is beyond what can be kept exactly: ${text}`)
}

/** A server that is starting, full or failing over is worth another try; a wrong name or password is not. */
const lasting = new Set(['28P01', '28000', '3D000'])

function sentenceFor(error: unknown, url: URL): string {
  const server = `${url.hostname}:${url.port || 5432}`
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${server} refuses the user name or password in the database address.`
    case '3D000':
      return `PostgreSQL at ${server} has no database called "${decodeURIComponent(url.pathname.slice(1))}": create it first.`
    case '53300':
      return `PostgreSQL at ${server} has no connection left: raise max_connections or run fewer replicas.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host called "${url.hostname}": check the database address.`
    default:
      return `PostgreSQL does not answer at ${server}: check that it runs and that the database address is right.`
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
