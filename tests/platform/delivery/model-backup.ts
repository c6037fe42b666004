import type { Db, Schema } from '../../../db/schema.ts'
import { findRestored } from '../../../src/platform/delivery/restored.ts'
import { copyOf, type Dates } from './model-dates.ts'
import type { Stage } from './model-world.ts'

const tables = ['schedule', 'occurrence', 'delivery', 'delivery_event', 'gate', 'person'] as const
type Rows = { [Table in (typeof tables)[number]]: Schema[Table][] }

/** The tables as they were, and what they had to say by then. */
export interface Backup {
  rows: Rows
  dates: Dates
}

/**
 * What was refused once and waits is not looked for after a restore: as long as there is such a thing, no backup is made here.
 * @returns undefined where it would not be one to put back
 */
export async function makeBackup({ db, dates }: Stage): Promise<Backup | undefined> {
  const refused = db.selectFrom('delivery').select('id').where('state', '=', 'due').where('wire_at', 'is not', null)
  if ((await refused.execute()).length > 0) return undefined
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return {
    rows: Object.fromEntries(tables.map((table, at) => [table, rows[at]])) as unknown as Rows,
    dates: copyOf(dates),
  }
}

/**
 * Everybody is stopped, the tables are put back, and everybody is started with the word that they were. That word is given to
 * one start only, so they are left in peace until they have caught up.
 */
export async function restore(stage: Stage, { rows, dates }: Backup): Promise<void> {
  stage.endTrouble()
  for (const replica of stage.replicas) replica?.kill()
  await stage.slack.settled()
  for (const table of tables.toReversed()) await stage.db.deleteFrom(table).execute()
  for (const table of tables) await insert(stage.db, table, rows[table])
  stage.dates = copyOf(dates)
  stage.terminal.clear()
  stage.next.clear()
  stage.restoredAt = stage.theirs.now()
  const restored = await findRestored(stage.db, stage.ours.now())
  for (const at of stage.replicas.keys()) await stage.put(at, restored)
  const open = stage.db.selectFrom('delivery').select('id').where('state', 'not in', ended)
  do await stage.pass(15 * minute)
  while ((await open.where('due_at', '<=', stage.ours.now()).execute()).length > 0)
}

const ended = ['sent', 'skipped', 'failed', 'unknown'] as const
const minute = 60_000

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
