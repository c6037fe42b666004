import { AsyncLocalStorage } from 'node:async_hooks'
import type { Driver } from 'kysely'

/**
 * Makes the outer `db`, used inside a transaction callback, an error on both engines. On SQLite it would wait for itself for
 * ever; on PostgreSQL it would silently read beside the transaction.
 */
export function refuseOuterDb<D extends Driver>(driver: D): D {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const { acquireConnection, beginTransaction, commitTransaction, rollbackTransaction } = driver

  driver.acquireConnection = async (...args) => {
    if (inside.getStore()?.open)
      throw new Error('Inside a transaction only trx may be used: this query was given the outer db.')
    return acquireConnection.apply(driver, args)
  }
  // Not async, so that the mark reaches the caller's continuation, which runs the callback.
  driver.beginTransaction = (...args) => {
    inside.enterWith({ open: true })
    return beginTransaction.apply(driver, args)
  }
  driver.commitTransaction = (...args) => commitTransaction.apply(driver, args).finally(leave)
  driver.rollbackTransaction = (...args) => rollbackTransaction.apply(driver, args).finally(leave)
  return driver

  function leave(): void {
    const mark = inside.getStore()
    if (mark) mark.open = false
  }
}
