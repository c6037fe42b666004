import { connect, getAddress } from './connect.ts'
import type { Database } from './database.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { connectPostgres } from './postgres.ts'

/**
 * Opens a database to work with: as the only process where it is an SQLite file, and in the shape of this version.
 * @param url see `connect`
 * @param now epoch milliseconds
 * @throws OperatorError
 */
export async function openDatabase(url: string, now: number): Promise<Database> {
  const address = getAddress(url)
  if (address.engine === 'postgres') {
    await migratePatiently(address.url, now)
    return connect(url)
  }
  return address.file === ':memory:' ? migrated(url, now) : openAlone(url, address.file, now)
}

async function migratePatiently(url: string, now: number): Promise<void> {
  const database = await connectPostgres(url, 'endless')
  try {
    await migrate(database, now)
  } finally {
    await database.close()
  }
}

async function openAlone(url: string, file: string, now: number): Promise<Database> {
  const lock = takeLock(file)
  try {
    const database = await migrated(url, now)
    return { ...database, close: () => database.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function migrated(url: string, now: number): Promise<Database> {
  const database = await connect(url)
  try {
    await migrate(database, now)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
