import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createDatabase, engines, useDatabase } from '../../support/databases.ts'

describe.each(engines)('a database on %s', (engine) => {
  const database = useDatabase(engine)

  it('gives counts and instants as numbers', async () => {
    const { db } = database()
    await db.insertInto('gate').values({ scope: 'w1', not_before: 1_795_000_000_123 }).execute()
    const { rows } = await sql`select count(*) as n, max(not_before) as latest from gate`.execute(db)
    expect(rows).toEqual([{ n: 1, latest: 1_795_000_000_123 }])
  })

  it('keeps the largest number that is exact', async () => {
    const { db } = database()
    await db.insertInto('gate').values({ scope: 'w1', not_before: Number.MAX_SAFE_INTEGER }).execute()
    const gate = await db.selectFrom('gate').select('not_before').executeTakeFirst()
    expect(gate?.not_before).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('orders text byte by byte', async () => {
    const { db } = database()
    const scopes = ['b', 'A', 'é', 'a', 'B', 'a-b', 'ab', '']
    await db
      .insertInto('gate')
      .values(scopes.map((scope) => ({ scope, not_before: 0 })))
      .execute()
    const found = await db.selectFrom('gate').select('scope').orderBy('scope').execute()
    expect(found.map(({ scope }) => scope)).toEqual(['', 'A', 'B', 'a', 'a-b', 'ab', 'b', 'é'])
  })

  it('says how many rows an update changed', async () => {
    const { db } = database()
    await db.insertInto('gate').values({ scope: 'w1', not_before: 1 }).execute()
    const changed = await db.updateTable('gate').set({ not_before: 2 }).where('scope', '=', 'w1').executeTakeFirst()
    expect(changed.numUpdatedRows).toBe(1n)
  })

  it('undoes a transaction that throws', async () => {
    const { db } = database()
    const broken = db.transaction().execute(async (trx) => {
      await trx.insertInto('gate').values({ scope: 'w1', not_before: 1 }).execute()
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await db.selectFrom('gate').selectAll().execute()).toEqual([])
  })

  it('can be closed twice', async () => {
    const other = await createDatabase(engine)
    await other.close()
    await other.remove()
  })

  it('refreshes what the planner knows', async () => {
    await expect(database().optimize()).resolves.toBeUndefined()
  })
})
