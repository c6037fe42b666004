import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { constants } from '../../../src/platform/delivery/constants.ts'
import type { Job } from '../../../src/platform/feature.ts'
import { engines } from '../../support/databases.ts'
import { monday, pass, sales, shared, stateOf, useWorld } from '../../support/delivery-world.ts'

const minute = 60_000

describe.each(engines)('the loop on %s', (engine) => {
  const world = useWorld(engine)
  /** A job that is due at `at` until it has run `times` times. */
  const job = (name: string, { at = monday, times = 1, run = async () => {} } = {}): Job & { ran: number[] } => {
    const ran: number[] = []
    return {
      name,
      ran,
      nextDue: async () => (ran.length < times ? at : undefined),
      run: async (_db, now) => {
        ran.push(now)
        await run()
      },
    }
  }

  it('runs jobs when they are due', async () => {
    const { jobs, clock, worker } = world()
    const [now, later] = [job('now'), job('later', { at: monday + minute })]
    jobs.push(now, later)
    const loop = worker()
    await pass(clock, 0, [loop])
    expect([now.ran, later.ran, await loop.nextDue()]).toEqual([[monday], [], monday + minute])
    await pass(clock, minute, [loop])
    expect(later.ran).toEqual([monday + minute])
  })

  it('lets a job that fails rest, and the others go on', async () => {
    const { jobs, clock, worker, logged } = world()
    const run = async () => {
      throw new Error('not today')
    }
    const [bad, good] = [job('bad', { times: 3, run }), job('good', { times: 2 })]
    const mute: Job = { name: 'mute', nextDue: run as Job['nextDue'], run }
    jobs.push(mute, bad, good)
    await pass(clock, 12 * minute, [worker()])
    expect(bad.ran).toEqual([monday, monday + 5 * minute, monday + 10 * minute])
    expect(good.ran).toEqual([monday, monday + constants.pollMs])
    expect(logged.filter((line) => line.job === 'bad')).toHaveLength(3)
  })

  it('settles even with a job that is always due', async () => {
    const { jobs, clock, worker } = world()
    const eager = job('eager', { times: Number.POSITIVE_INFINITY })
    jobs.push(eager)
    await pass(clock, 3_000, [worker()])
    expect(eager.ran).toEqual([0, 1, 2, 3].map((second) => monday + second * 1_000))
  })

  it('knows when something is due: a date, a job, a delivery', async () => {
    const { jobs, say, worker, clock } = world()
    const loop = worker()
    expect(await loop.nextDue()).toBeUndefined()
    await say({ dueAt: clock.now() + 3 * minute })
    expect(await loop.nextDue()).toBe(monday + 3 * minute)
    jobs.push(job('soon', { at: monday + 2 * minute }))
    expect(await loop.nextDue()).toBe(monday + 2 * minute)
  })

  it('delivers by itself, and on a stop finishes what is on the wire and gives back the rest', async () => {
    const { db, slack, say, worker } = world()
    slack.fault({ kind: 'delay', ms: 60, method: 'chat.postMessage' })
    await say()
    await say({ recipient: sales })
    const [onWire, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let worded = 0
    const loop = worker({
      point: async (at) => {
        if (at === 'worded' && worded++ > 0) await goOn.promise
        if (at === 'on the wire') onWire.resolve()
      },
    })
    loop.start()
    await onWire.promise
    const stopped = loop.stop()
    goOn.resolve()
    await stopped
    const states = await db.selectFrom('delivery').select('state').orderBy('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['due', 'sent'])
    expect(slack.messages(shared).length + slack.messages(sales).length).toBe(1)
  })

  it('says at once what was said just now, when it is woken', async () => {
    const { slack, say, worker } = world()
    const loop = worker({ constants: { ...constants, pollMs: 3_600_000 } })
    loop.start()
    await say()
    await slack.until(() => {
      loop.wake()
      return slack.messages(shared).length === 1
    })
    await say({ recipient: sales })
    loop.wake()
    await slack.until(() => slack.messages(sales).length === 1)
    await loop.stop()
  })

  it('gives back its leases when what is under way does not end in time', async () => {
    const { db, say, worker } = world()
    const id = await say()
    const stuck = Promise.withResolvers<void>()
    const loop = worker({
      constants: { ...constants, drainMs: 10 },
      point: async () => {
        stuck.resolve()
        await new Promise(() => undefined)
      },
    })
    loop.start()
    await stuck.promise
    expect(await stateOf(db, id)).toMatchObject({ state: 'leased' })
    await loop.stop()
    expect(await stateOf(db, id)).toMatchObject({ state: 'due', lease_token: null })
  })

  it('goes on after the database was in trouble', async () => {
    const { db, slack, say, worker, logged } = world()
    await say()
    await db.schema.alterTable('schedule').renameTo('away').execute()
    const loop = worker({ constants: { ...constants, pollMs: 1 } })
    loop.start()
    await expect.poll(() => logged.length).toBeGreaterThan(1)
    await sql`alter table away rename to schedule`.execute(db)
    await slack.until(() => slack.messages(shared).length === 1)
    await loop.stop()
    expect(logged[0]).toMatchObject({ level: 'error', msg: 'delivering was interrupted' })
    expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'sent' }])
  })
})
