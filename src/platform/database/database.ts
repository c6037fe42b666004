import type { SelectQueryBuilder } from 'kysely'
import type { Db, Schema } from '../../../db/schema.ts'

export type Engine = 'sqlite' | 'postgres'

/** An open database. */
export interface Database {
  db: Db
  engine: Engine
  /** Refreshes what the query planner knows; for housekeeping, every few hours. */
  optimize(): Promise<void>
  close(): Promise<void>
}

/** Lets several replicas claim rows beside each other: PostgreSQL locks them and passes by those another has; SQLite has one writer. */
export function skipLocked<Table extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, Table, Row>,
  engine: Engine,
): SelectQueryBuilder<Schema, Table, Row> {
  return engine === 'postgres' ? query.forUpdate().skipLocked() : query
}
