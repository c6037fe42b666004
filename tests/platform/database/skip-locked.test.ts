import { describe, expect, it } from 'vitest'
import type { Transaction } from '../../../db/schema.ts'
import { skipLocked } from '../../../src/platform/database/database.ts'
import { engines, useDatabase } from '../../support/databases.ts'

describe.each(engines)('claiming beside another on %s', (engine) => {
  const database = useDatabase(engine)

  it('gives each row to one', async () => {
    const { db } = database()
    const scopes = Array.from({ length: 40 }, (_, n) => `w${n + 10}`)
    await db
      .insertInto('gate')
      .values(scopes.map((scope) => ({ scope, not_before: 0 })))
      .execute()

    const claim = async (trx: Transaction) => {
      const open = trx.selectFrom('gate').select('scope').where('not_before', '=', 0).orderBy('scope').limit(5)
      const claimed = (await skipLocked(open, engine).execute()).map(({ scope }) => scope)
      await trx.updateTable('gate').set({ not_before: 1 }).where('scope', 'in', claimed).execute()
      return claimed
    }
    const claims = await Promise.all(Array.from({ length: 8 }, () => db.transaction().execute(claim)))
    expect(claims.flat().toSorted()).toEqual(scopes)
  })
})
