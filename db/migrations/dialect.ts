/** The words in which the two engines differ. A word that a released migration uses never changes. */
export interface Dialect {
  integer: string
  text: string
  /** Ends a table. */
  table: string
  /** Ends a table that is kept in the order of its key. */
  withoutRowid: string
}

export const dialects: Record<'sqlite' | 'postgres', Dialect> = {
  sqlite: { integer: 'integer', text: 'text', table: ' strict', withoutRowid: ' strict, without rowid' },
  // Compared byte by byte, as SQLite does, whatever language the server was set up in.
  postgres: { integer: 'bigint', text: 'text collate "C"', table: '', withoutRowid: '' },
}
