import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/platform/database/connect.ts'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { createDatabase, useDatabase } from '../../support/databases.ts'

describe('PostgreSQL', () => {
  const database = useDatabase('postgres')

  it('gives up on a statement, a lock and a forgotten transaction', async () => {
    const show = async (name: string) =>
      Object.values((await sql<object>`show ${sql.raw(name)}`.execute(database().db)).rows[0] ?? {})
    expect(await show('statement_timeout')).toEqual(['10s'])
    expect(await show('lock_timeout')).toEqual(['5s'])
    expect(await show('idle_in_transaction_session_timeout')).toEqual(['10s'])
  })

  it('refuses a number that JavaScript would round', async () => {
    await expect(sql`select 9007199254740993::bigint`.execute(database().db)).rejects.toThrow('9007199254740993')
  })

  it('goes on with a new connection when the server ended the old ones', async () => {
    const { db } = database()
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const other = await createDatabase('postgres')
    onTestFinished(other.remove)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.db)
    await expect
      .poll(() =>
        sql`select 1 as one`.execute(db).then(
          ({ rows }) => rows,
          () => 'ended',
        ),
      )
      .toEqual([{ one: 1 }])
  })
})

describe('a connection that the server ends in the middle of a transaction', () => {
  const database = useDatabase('postgres')

  it('fails that transaction, and ends nothing else', async () => {
    const { db } = database()
    const other = await createDatabase('postgres')
    onTestFinished(other.remove)
    const transaction = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other.db)
      await sql`select 1`.execute(trx)
    })
    await expect(transaction).rejects.toThrow()
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  })
})

describe('two transactions that wait for each other', () => {
  const database = useDatabase('postgres')

  it('are both done, the one that PostgreSQL ended once more', async () => {
    const { db } = database()
    const row = { enterprise_id: '', bot_id: 'B1', bot_user_id: 'U1', installed_at: 0 }
    const rows = ['w1', 'w2'].map((id) => ({ ...row, id, team_id: id, name: '' }))
    await db.insertInto('workspace').values(rows).execute()
    const { promise: met, resolve } = Promise.withResolvers<void>()
    let arrived = 0
    const append = async (first: string, then: string) =>
      db.transaction().execute(async (trx) => {
        for (const id of [first, then]) {
          await sql`update workspace set name = name || ${first} where id = ${id}`.execute(trx)
          arrived += 1
          if (arrived === 2) resolve()
          await met
        }
      })
    await Promise.all([append('w1', 'w2'), append('w2', 'w1')])
    const names = await db.selectFrom('workspace').select('name').execute()
    for (const { name } of names) expect(['w1w2', 'w2w1']).toContain(name)
  })

  it('are given up on where it goes on like that', async () => {
    let tries = 0
    const never = database()
      .db.transaction()
      .execute(async () => {
        tries += 1
        throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      })
    await expect(never).rejects.toThrow('deadlock detected')
    expect(tries).toBe(3)
  })
})

describe('a PostgreSQL address', () => {
  const database = useDatabase('postgres')
  const changed = async (change: (url: URL) => void) => {
    const url = new URL(database().url)
    change(url)
    return url.href
  }

  it.each<[string, (url: URL) => void, string, number]>([
    [
      'with a wrong password',
      (url) => Object.assign(url, { password: 'hunter2' }),
      'refuses the user name or password',
      78,
    ],
    [
      'with a wrong user',
      (url) => Object.assign(url, { username: 'stranger', password: 'hunter2' }),
      'refuses the user name or password',
      78,
    ],
    [
      'of a database that is not there',
      (url) => Object.assign(url, { pathname: '/elsewhere' }),
      'no database called "elsewhere"',
      78,
    ],
    [
      'where no server listens',
      (url) => Object.assign(url, { port: '1', password: 'hunter2' }),
      'does not answer at',
      75,
    ],
    [
      'of a host that does not exist',
      (url) => Object.assign(url, { hostname: 'rondo.invalid', password: 'hunter2' }),
      'rondo.invalid',
      75,
    ],
  ])('%s is refused with the reason, without the password', async (_which, change, reason, exitCode) => {
    const url = await changed(change)
    const error = await connect(url).then(
      () => new Error('opened'),
      (refused: Error) => refused,
    )
    expect(error).toBeInstanceOf(OperatorError)
    expect(error).toMatchObject({ exitCode })
    expect(error.message).toContain(reason)
    expect(error.message).not.toContain('hunter2')
  })
})
