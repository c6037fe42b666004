import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { OperatorError } from '../operator-error.ts'
import type { Database } from './database.ts'
import { createMutex } from './mutex.ts'
import { cacheStatements } from './statement-cache.ts'
import { refuseOuterDb } from './transaction-guard.ts'

/** FULL: the wire mark must survive a power cut. The wait for a lock blocks the whole process, so it is short. */
const pragmas = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'busy_timeout=100',
  'trusted_schema=OFF',
  'secure_delete=ON',
  'temp_store=MEMORY',
  'cache_size=-65536',
  'journal_size_limit=67108864',
  'wal_autocheckpoint=1000',
  'optimize=0x10002',
]

/** @param file a path, ':memory:', or what a file holds, to be worked on in memory @throws OperatorError */
export async function connectSqlite(file: string | Buffer): Promise<Database> {
  const sqlite = open(file)
  const db = new Kysely<Schema>({ dialect: dialectFor(cacheStatements(sqlite)) })
  const optimize = async () => void sqlite.pragma('optimize')
  return {
    db,
    engine: 'sqlite',
    optimize,
    close: async () => {
      // Somebody else may be writing at this moment; old statistics are no reason to fail.
      if (sqlite.open) await optimize().catch(() => undefined)
      await db.destroy()
    },
  }
}

function open(file: string | Buffer): Sqlite.Database {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file)
    for (const pragma of pragmas) sqlite.pragma(pragma)
    refuseDamage(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    throw new OperatorError(sentenceFor(error, typeof file === 'string' ? file : ':memory:'), { cause: error })
  }
}

/** A file that only reads, or whose pages are broken, is better found now than at the first answer somebody gives. */
function refuseDamage(sqlite: Sqlite.Database): void {
  sqlite.exec('begin immediate; create table writable (a integer); rollback')
  const found = sqlite.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
}

function sentenceFor(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_NOTADB'))
    return `${file} is not an SQLite database: name another file, or restore a backup.`
  if (code.startsWith('SQLITE_CORRUPT')) return `The database ${file} is damaged: restore a backup.`
  if (code.startsWith('SQLITE_READONLY'))
    return `The database ${file} cannot be written: give Rondo's user the right to write it and its folder.`
  if (code.startsWith('SQLITE_BUSY')) return `The database ${file} is in use by another program: close that program.`
  if (code.startsWith('SQLITE_FULL')) return `The disk that holds the database ${file} is full: make room.`
  return `The database ${file} cannot be opened: its folder must exist, and Rondo's user must be allowed to read and write there.`
}

function dialectFor(database: SqliteDatabase): SqliteDialect {
  const dialect = new SqliteDialect({ database })
  dialect.createDriver = () => refuseOuterDb(new ImmediateDriver({ database }))
  // Kysely's own mutex comes before the driver, where the guard could no longer speak: the driver below has its own.
  dialect.createAdapter = () =>
    Object.defineProperty(new SqliteAdapter(), 'supportsMultipleConnections', { value: true })
  return dialect
}

/** Takes the write lock when a transaction begins: one that reads first and writes later would fail with SQLITE_BUSY_SNAPSHOT. */
class ImmediateDriver extends SqliteDriver {
  readonly #turn = createMutex()

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turn.take()
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection()
    this.#turn.release()
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
