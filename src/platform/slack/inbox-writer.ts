import { type FileHandle, open } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import type { Engine } from '../database/database.ts'
import { type NewRow, writeInbox } from './inbox.ts'

export interface InboxWriter {
  /**
   * Stores new rows and marks others done; on disk when it resolves. No key may be in both or twice.
   * @returns the keys of the rows that were not known before; maybe also those that are done now
   */
  write(rows: NewRow[], done: Map<string, number>): Promise<Set<string>>
  close(): Promise<void>
}

/** Writes over the connection that everything uses. */
export function tableWriter(db: Db, engine: Engine): InboxWriter {
  return { write: (rows, done) => writeInbox(db, engine, rows, done), close: async () => {} }
}

/** The writer that suits a database: for an SQLite file one that does not stop the process while the disk works. */
export async function openInboxWriter(db: Db, engine: Engine): Promise<InboxWriter> {
  if (engine !== 'sqlite') return tableWriter(db, engine)
  const found = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
  const file = found.rows[0]?.file
  return file ? fileWriter(file) : tableWriter(db, engine)
}

/**
 * A connection of its own that commits to the write-ahead log without waiting for the disk (`synchronous=NORMAL`); the log
 * is then synchronised off the main thread (https://www.sqlite.org/pragma.html#pragma_synchronous: in WAL mode NORMAL leaves
 * out just that). Meanwhile more arrives, and shares the next commit. Nothing is acknowledged before it is on disk.
 * A transaction of the shared connection that is under way makes `write` fail with SQLITE_BUSY.
 */
async function fileWriter(file: string): Promise<InboxWriter> {
  const sqlite = new Sqlite(file, { fileMustExist: true, timeout: 0 })
  for (const pragma of ['synchronous=NORMAL', 'secure_delete=ON', 'trusted_schema=OFF']) sqlite.pragma(pragma)
  const insert = sqlite.prepare(
    'insert into inbox (key, kind, body, received_at, attempts, lease_until) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  )
  const finish = sqlite.prepare('update inbox set done_at = ?, body = null where key = ? and done_at is null')
  const commit = sqlite.transaction((rows: NewRow[], done: Map<string, number>) => {
    const fresh = new Set<string>()
    for (const { key, kind, body, receivedAt, attempts, leaseUntil } of rows) {
      if (insert.run(key, kind, body, receivedAt, attempts, leaseUntil).changes === 1) fresh.add(key)
    }
    for (const [key, at] of done) finish.run(at, key)
    return fresh
  })
  const log = await openLog(file)
  return {
    async write(rows, done) {
      const fresh = commit.immediate(rows, done)
      await log.datasync()
      return fresh
    },
    async close() {
      await log.close()
      sqlite.close()
    },
  }
}

/** Writable, since Windows synchronises nothing else. */
const openLog = (file: string): Promise<FileHandle> => open(`${file}-wal`, 'r+')
