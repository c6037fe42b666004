import { describe, expect, it } from 'vitest'
import type { Db, Transaction } from '../../../db/schema.ts'
import { type Engine, skipLocked } from '../../../src/platform/database/database.ts'
import { engines, useDatabase } from '../../support/databases.ts'

const scopes = Array.from({ length: 40 }, (_, n) => `w${n + 10}`)

async function seed(db: Db): Promise<void> {
  await db
    .insertInto('gate')
    .values(scopes.map((scope) => ({ scope, not_before: 0 })))
    .execute()
}

/** Takes the next five. */
const claim = (engine: Engine) => async (trx: Transaction) => {
  const open = trx.selectFrom('gate').select('scope').where('not_before', '=', 0).orderBy('scope').limit(5)
  const claimed = (await skipLocked(open, engine).execute()).map(({ scope }) => scope)
  await trx.updateTable('gate').set({ not_before: 1 }).where('scope', 'in', claimed).execute()
  return claimed
}

describe.each(engines)('claiming beside another on %s', (engine) => {
  const database = useDatabase(engine)

  it('gives each row to one', async () => {
    const { db } = database()
    await seed(db)
    const claims = await Promise.all(scopes.slice(0, 8).map(() => db.transaction().execute(claim(engine))))
    expect(claims.flat().toSorted()).toEqual(scopes)
  })
})

describe('claiming on postgres', () => {
  const database = useDatabase('postgres')

  it('does not wait for another claim that has not ended', async () => {
    const { db } = database()
    await seed(db)
    const begun = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const first = db.transaction().execute(async (trx) => {
      const claimed = await claim('postgres')(trx)
      begun.resolve()
      await ended.promise
      return claimed
    })
    await begun.promise
    const second = await db.transaction().execute(claim('postgres')).finally(ended.resolve)
    expect([await first, second]).toEqual([scopes.slice(0, 5), scopes.slice(5, 10)])
  })
})
