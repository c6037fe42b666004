import { OperatorError } from '../operator-error.ts'
import type { Database } from './database.ts'
import { connectPostgres } from './postgres.ts'
import { connectSqlite } from './sqlite.ts'

export type Address = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/**
 * Opens a database and makes sure that it answers.
 * @param url 'sqlite:./rondo.db', 'sqlite::memory:' or 'postgres://user:password@host:5432/rondo'
 * @throws OperatorError
 */
export async function connect(url: string): Promise<Database> {
  const address = addressOf(url)
  return address.engine === 'sqlite' ? connectSqlite(address.file) : connectPostgres(address.url)
}

/** Where a database is. @throws OperatorError for any other spelling; the message does not repeat it, it may hold a password */
export function addressOf(url: string): Address {
  if (/^sqlite:./.test(url)) return { engine: 'sqlite', file: url.slice('sqlite:'.length) }
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return { engine: 'postgres', url }
  throw new OperatorError(
    'The database address must start with sqlite: (sqlite:./rondo.db) or postgres:// (postgres://user:password@host/rondo).',
  )
}
