import type { Db, Schema } from '../../../db/schema.ts'
import { copyOf, type Dates } from './model-dates.ts'
import type { Stage } from './model-world.ts'

const tables = ['schedule', 'occurrence', 'delivery', 'delivery_event', 'gate', 'person', 'restore'] as const
type Rows = { [Table in (typeof tables)[number]]: Schema[Table][] }

/** The tables as they were, and what they had to say by then. */
export interface Backup {
  rows: Rows
  dates: Dates
}

export async function makeBackup({ db, dates }: Stage): Promise<Backup> {
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return {
    rows: Object.fromEntries(tables.map((table, at) => [table, rows[at]])) as unknown as Rows,
    dates: copyOf(dates),
  }
}

/** The tables are put back, and everybody is started with the word that they were. */
export async function restore(stage: Stage, backup: Backup): Promise<void> {
  await putBack(stage, backup)
  for (const at of stage.replicas.keys()) await stage.put(at, true)
}

/** Everybody is stopped, and the tables are as they were. */
export async function putBack(stage: Stage, { rows, dates }: Backup): Promise<void> {
  for (const replica of stage.replicas) replica?.kill()
  await stage.slack.settled()
  for (const table of tables.toReversed()) await stage.db.deleteFrom(table).execute()
  for (const table of tables) await insert(stage.db, table, rows[table])
  stage.dates = copyOf(dates)
  stage.terminal.clear()
  stage.next.clear()
  stage.restoredAt = stage.theirs.now()
}

/** What a row refers to comes before it. */
async function insert(db: Db, table: (typeof tables)[number], rows: object[]): Promise<void> {
  const parentsFirst = rows.toSorted((one, other) => Number(hasParent(one)) - Number(hasParent(other)))
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto(table)
      .values(parentsFirst.slice(from, from + 500) as never)
      .execute()
  }
}

function hasParent(row: object): boolean {
  return 'parent_id' in row && row.parent_id !== null
}
