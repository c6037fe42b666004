import fc from 'fast-check'
import { it } from 'vitest'
import type { Db } from '../../../db/schema.ts'
import type { Engine } from '../../../src/platform/database/database.ts'
import { createDatabase, type TestDatabase, useDatabase } from '../../support/databases.ts'
import { emptyTables } from '../../support/postgres-template.ts'
import { comeToRest, lookAtAll } from './model-check.ts'
import { stories } from './model-commands.ts'
import { save, usual } from './model-people.ts'
import { setStage } from './model-world.ts'

/** At 09:00 in Amsterdam: before Christmas; two days before the clocks go on; two days before they go back. */
const starts = [Date.UTC(2026, 11, 7, 8), Date.UTC(2027, 2, 26, 8), Date.UTC(2027, 9, 29, 7)]

/**
 * Stories of what people, processes, clocks and Slack do, in any order, each told to a model of what ought to come of it.
 * Whoever sees a failure can have the same one again: RONDO_SEED=…
 */
export function tellStories(engine: Engine, { runs, crew, most }: { runs: number; crew: number; most: number }): void {
  const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 31))
  const database = useDatabase(engine)
  it(`says everything once and accounts for every date, whatever happens, on ${engine} (seed ${seed})`, async () => {
    const story = fc.asyncProperty(fc.constantFrom(...starts), stories(most), async (start, commands) => {
      const { db, remove } = await emptied(database())
      const stage = await setStage(db, engine, crew, start)
      try {
        for (const id of ['s0', 's1']) await save(stage, id, () => usual)
        await stage.pass(60_000)
        await fc.asyncModelRun(() => ({ model: {}, real: stage }), commands)
        await comeToRest(stage)
        await lookAtAll(stage)
      } finally {
        for (const replica of stage.replicas) replica?.kill()
        await stage.close()
        await remove()
      }
    })
    await fc.assert(story, { seed, numRuns: runs })
  })
}

/** Making a database takes as long on PostgreSQL as emptying it sixty times; on SQLite nothing. */
async function emptied({ db, engine }: TestDatabase): Promise<{ db: Db; remove(): Promise<void> }> {
  if (engine === 'sqlite') return createDatabase('sqlite')
  await emptyTables(db)
  return { db, remove: async () => undefined }
}
