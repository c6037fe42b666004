import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { openDatabase } from '../platform/database/open.ts'
import { beginsAt } from '../playground/story/play.ts'

/** The demo's database, which can begin anew. */
export interface Store {
  database(): Database
  erase(): Promise<void>
  close(): Promise<void>
}

/** @param file an SQLite file that is not there yet */
export async function openStore(file: string): Promise<Store> {
  const open = async () => {
    const opened = await openDatabase(`sqlite:${file}`, beginsAt)
    // A story need not survive a power cut, and waiting for the disk takes half of the time in which it is told.
    await sql`pragma synchronous = off`.execute(opened.db)
    return opened
  }
  let database = await open()
  return {
    database: () => database,
    async erase() {
      await database.close()
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
      database = await open()
    },
    close: () => database.close(),
  }
}
