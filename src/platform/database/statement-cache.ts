import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const limit = 200

/** Keeps the statements used last prepared: preparing is most of what a small query costs. */
export function cacheStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  const prepare = (text: string): SqliteStatement => {
    const statement = statements.get(text) ?? sqlite.prepare<unknown[]>(text)
    statements.delete(text)
    statements.set(text, statement)
    if (statements.size > limit) forgetOldest(statements)
    return statement
  }
  return { prepare, close: () => sqlite.close() }
}

function forgetOldest(statements: Map<string, SqliteStatement>): void {
  for (const text of statements.keys()) {
    statements.delete(text)
    return
  }
}
