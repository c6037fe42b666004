import { OperatorError } from '../operator-error.ts'
import { type Address, findAddress } from './address.ts'
import type { Database } from './database.ts'
import { connectPostgres } from './postgres.ts'
import { connectSqlite } from './sqlite.ts'

/**
 * Opens a database and makes sure that it answers.
 * @param url 'sqlite:./rondo.db', 'sqlite::memory:' or 'postgres://user:password@host:5432/rondo'
 * @throws OperatorError
 */
export async function connect(url: string): Promise<Database> {
  const address = getAddress(url)
  return address.engine === 'sqlite' ? connectSqlite(address.file) : connectPostgres(address.url)
}

/** @throws OperatorError that does not repeat the address, which may hold a password */
export function getAddress(url: string): Address {
  const address = findAddress(url)
  if (address) return address
  throw new OperatorError(
    'The database address must start with sqlite: (sqlite:./rondo.db) or postgres:// (postgres://user:password@host/rondo).',
  )
}
