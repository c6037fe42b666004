import type { Db } from '../../../db/schema.ts'

const mostTries = 3

/**
 * Where two transactions wait for each other, PostgreSQL ends one of them with all that it did: that one is done again, so
 * that nobody is told of trouble for having pressed a button while a colleague did. What a transaction does must therefore be
 * in the database only.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS
 */
export function retryDeadlocks(db: Db): Db {
  const begin = db.transaction.bind(db)
  db.transaction = () => {
    const transaction = begin()
    const execute = transaction.execute.bind(transaction)
    transaction.execute = (work) => retried(() => execute(work), mostTries)
    return transaction
  }
  return db
}

async function retried<T>(run: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (tries === 1 || !isDeadlock(error)) throw error
    return retried(run, tries - 1)
  }
}

const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01'
