import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Db, Transaction } from '../../../db/schema.ts'
import { engines, useDatabase } from '../../support/databases.ts'

const close = (db: Db | Transaction, scope: string) =>
  db.insertInto('gate').values({ scope, not_before: 1 }).executeTakeFirstOrThrow()
const gates = (db: Db) => db.selectFrom('gate').select('scope').orderBy('scope').execute()

describe.each(engines)('the outer db on %s', (engine) => {
  const database = useDatabase(engine)

  it('is refused inside a transaction, which is undone', async () => {
    const { db } = database()
    const mistaken = db.transaction().execute(async (trx) => {
      await close(trx, 'right')
      await close(db, 'wrong')
    })
    await expect(mistaken).rejects.toThrow('only trx may be used')
    expect(await gates(db)).toEqual([])
  })

  it('is refused in what a transaction calls, however deep', async () => {
    const { db } = database()
    const deep = async () => {
      await setImmediate()
      await Promise.all([gates(db)])
    }
    await expect(db.transaction().execute(() => deep())).rejects.toThrow('only trx may be used')
  })

  it('is refused for a second transaction inside the first', async () => {
    const { db } = database()
    const nested = db.transaction().execute(() => db.transaction().execute((trx) => close(trx, 'inner')))
    await expect(nested).rejects.toThrow('only trx may be used')
  })

  it('serves whoever works beside a transaction', async () => {
    const { db } = database()
    await Promise.all([
      db.transaction().execute(async (trx) => {
        await setImmediate()
        await close(trx, 'a')
      }),
      close(db, 'b'),
      db.transaction().execute((trx) => close(trx, 'c')),
    ])
    expect(await gates(db)).toEqual([{ scope: 'a' }, { scope: 'b' }, { scope: 'c' }])
  })

  it('serves again after a transaction, kept or undone', async () => {
    const { db } = database()
    await db.transaction().execute((trx) => close(trx, 'kept'))
    expect(await gates(db)).toHaveLength(1)
    await expect(db.transaction().execute(() => Promise.reject(new Error('undone')))).rejects.toThrow('undone')
    expect(await gates(db)).toHaveLength(1)
  })

  it('serves what a transaction started and did not wait for, once it has ended', async () => {
    const { db } = database()
    let later: Promise<unknown> | undefined
    const ended = Promise.withResolvers<void>()
    await db.transaction().execute(async (trx) => {
      later = ended.promise.then(() => close(db, 'later'))
      await close(trx, 'first')
    })
    ended.resolve()
    await later
    expect(await gates(db)).toEqual([{ scope: 'first' }, { scope: 'later' }])
  })
})
