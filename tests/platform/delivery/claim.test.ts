import { CompiledQuery, type KyselyPlugin, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db, DeliveryState } from '../../../db/schema.ts'
import { claimDue, claimUnsure, expireLeases, nextRun } from '../../../src/platform/delivery/claim.ts'
import { constants } from '../../../src/platform/delivery/constants.ts'
import { closeGate } from '../../../src/platform/delivery/gates.ts'
import { replyTo, say } from '../../../src/platform/delivery/outbox.ts'
import { fail, markOnWire, noteSent, putBack, putOff, skip } from '../../../src/platform/delivery/states.ts'
import { engines } from '../../support/databases.ts'
import {
  historyOf,
  monday,
  sales,
  shared,
  stateOf,
  useWorld,
  type World,
  workspaceId,
} from '../../support/delivery-world.ts'

describe.each(engines)('claiming on %s', (engine) => {
  const world = useWorld(engine)
  const step = (now = monday) => ({ db: world().db, worker: 'w', now })
  const at = (now = monday) => ({ db: world().db, worker: 'w', clock: { now: () => now, monotonic: () => now } })
  const claim = (now = monday, batch = 50) => claimDue(step(now), engine, { ...constants, batch })
  const content = { payload: '{"text":"","blocks":[]}', channelId: shared }

  it('takes each delivery once, with a lease', async () => {
    const id = await world().say()
    const [row, ...others] = await claim()
    expect(others).toEqual([])
    expect(row).toMatchObject({ id, state: 'leased', lease_until: monday + constants.leaseMs })
    expect(await claim()).toEqual([])
  })

  it('takes a whole batch in one transaction', async () => {
    for (let each = 0; each < 60; each++) await world().say({ recipient: `C${each}` })
    let transactions = 0
    const transaction = () => {
      transactions += 1
      return world().db.transaction()
    }
    const counting = { transaction } as unknown as Db
    const due = await claimDue({ ...step(), db: counting }, engine, constants)
    const expired = await expireLeases({ ...step(monday + constants.leaseMs), db: counting }, constants)
    expect([due.length, expired, transactions]).toEqual([50, 50, 2])
  })

  it('lets workspaces take turns, the oldest first, and of each recipient one', async () => {
    const { say, clock } = world()
    await addWorkspaces(world(), 3)
    for (let each = 0; each < 100; each++) await say({ recipient: `C${each}`, dueAt: clock.now() - 100 + each })
    await say({ recipient: 'C0', dueAt: clock.now() - 100 })
    const small = [
      await say({ workspaceId: 'other0' }),
      await say({ workspaceId: 'other1' }),
      await say({ workspaceId: 'other2' }),
    ]
    const claimed = await claim(monday, 8)
    expect(claimed.filter(({ id }) => small.includes(id))).toHaveLength(3)
    const ours = claimed.filter(({ workspace_id }) => workspace_id === workspaceId)
    expect(ours.map(({ recipient }) => recipient)).toEqual(['C0', 'C1', 'C2', 'C3', 'C4'])
  })

  it('lets partnerships take turns: one with two thousand delays none of two hundred with one', async () => {
    const { db } = world()
    const due = (at: number) => ({
      ...({ workspaceId, kind: 'post', what: 'test:text', about: {}, recipient: `C${at}` } as const),
      ...{ cause: `turn:${at}`, dueAt: monday - 1_000, partnershipId: at < 2_000 ? 'large' : `small${at}` },
    })
    await db.transaction().execute(async (trx) => {
      for (let at = 0; at < 2_200; at++) await say(trx, due(at), monday - 2_000)
    })
    const turns: string[] = []
    for (let batch = 0; batch < 5; batch++) turns.push(...(await claim()).map(({ partnership_id }) => partnership_id))
    expect(new Set(turns.filter((id) => id.startsWith('small'))).size).toBe(200)
  })

  it('keeps the order of a thread, also where something earlier has to be tried again', async () => {
    const { db, clock } = world()
    const root = await world().say()
    await db.updateTable('delivery').set({ state: 'sent', ts: '1.0' }).where('id', '=', root).execute()
    const reply = (name: string, dueAt: number) =>
      db.transaction().execute((trx) => {
        const saying = { workspaceId, cause: name, what: 'test:text', about: {}, dueAt }
        return replyTo(trx, root, saying, clock.now())
      })
    const first = await reply('first', monday)
    const second = await reply('second', monday + 1)
    const [row] = await claim(monday + 1)
    expect(row).toMatchObject({ id: first })
    if (row) await putOff(step(monday + 1), row, monday + 60_000, 'error')
    expect(await claim(monday + 2)).toEqual([])
    expect(await nextRun(db, engine)).toBe(monday + 60_000)
    const [again] = await claim(monday + 60_000)
    expect(again).toMatchObject({ id: first })
    if (again) await fail(step(monday + 60_000), again, 'is_archived')
    expect(await claim(monday + 60_000)).toMatchObject([{ id: second }])
  })

  it('leaves alone what a closed gate holds back, and knows when it opens', async () => {
    const { say, db } = world()
    await closeGate(db, `${workspaceId}:${shared}`, monday + 500)
    await say()
    expect(await claim()).toEqual([])
    expect(await nextRun(db, engine)).toBe(monday + 500)
    await closeGate(db, workspaceId, monday + 900)
    await closeGate(db, workspaceId, monday + 700)
    expect(await nextRun(db, engine)).toBe(monday + 900)
    expect(await claim(monday + 899)).toEqual([])
    expect(await claim(monday + 900)).toHaveLength(1)
  })

  it('knows the next moment at which there is something to do', async () => {
    const { say, db } = world()
    expect(await nextRun(db, engine)).toBeUndefined()
    await say({ dueAt: monday + 5_000 })
    await say({ dueAt: monday + 3_000 })
    expect(await nextRun(db, engine)).toBe(monday + 3_000)
    await claim(monday + 3_000)
    expect(await nextRun(db, engine)).toBe(monday + 5_000)
    await claim(monday + 5_000)
    expect(await nextRun(db, engine)).toBe(monday + 3_000 + constants.leaseMs)
  })

  it('gives back what was not on the wire, and doubts what was', async () => {
    const { say, db } = world()
    const [leased, sending] = [await say(), await say({ recipient: sales })]
    const rows = await claim()
    for (const row of rows.filter(({ id }) => id === sending)) await markOnWire(at(), row, content, constants)
    const late = monday + constants.leaseMs
    expect(await expireLeases(step(late - 1), constants)).toBe(0)
    expect(await expireLeases(step(late), constants)).toBe(2)
    expect(await stateOf(db, leased)).toMatchObject({ state: 'due', run_after: late, lease_token: null })
    const clearAt = monday + constants.httpTimeoutMs + constants.settleMs
    expect(await stateOf(db, sending)).toMatchObject({ state: 'unsure', run_after: clearAt, lease_token: null })
    expect(await claimUnsure(step(clearAt - 1), engine, constants)).toEqual([])
    expect(await claimUnsure(step(clearAt), engine, constants)).toMatchObject([{ id: sending, state: 'checking' }])
    expect(await expireLeases(step(clearAt + constants.leaseMs), constants)).toBe(1)
    expect(await stateOf(db, sending)).toMatchObject({ state: 'unsure' })
  })

  it('marks nothing as being on the wire with too little of its lease left, or when somebody else has it', async () => {
    const { say, db } = world()
    const id = await say()
    const [row] = await claim()
    if (!row) throw new Error('nothing claimed')
    const tooLate = monday + constants.leaseMs - constants.guardMs
    expect(await markOnWire(at(tooLate), row, content, constants)).toEqual({ lost: true })
    await expireLeases(step(monday + constants.leaseMs), constants)
    await claim(monday + constants.leaseMs)
    expect(await markOnWire(at(), row, content, constants)).toEqual({ lost: true })
    expect(await skip(step(), row, 'nothing due')).toBe(false)
    expect(await putBack(step(), row, 0, 'stopping')).toBe(false)
    expect(await stateOf(db, id)).toMatchObject({ state: 'leased', payload: null, wire_at: null })
  })

  it('marks nothing as being on the wire while a gate is closed, and closes it behind what it marks', async () => {
    const { say, db } = world()
    await say()
    await say()
    const [first] = await claim()
    const [second] = await claim()
    if (!first || !second) throw new Error('nothing claimed')
    expect(await markOnWire(at(), first, content, constants)).toHaveProperty('onWire')
    expect(await markOnWire(at(monday + 1_099), second, content, constants)).toEqual({ closedUntil: monday + 1_100 })
    await closeGate(db, workspaceId, monday + 5_000)
    expect(await markOnWire(at(monday + 1_100), second, content, constants)).toEqual({ closedUntil: monday + 5_000 })
    expect(await markOnWire(at(monday + 5_000), second, content, constants)).toHaveProperty('onWire')
  })

  it.each<[DeliveryState, boolean]>([
    ['due', true],
    ['leased', true],
    ['sending', true],
    ['unsure', true],
    ['checking', true],
    ['unknown', true],
    ['sent', false],
    ['skipped', false],
    ['failed', false],
  ])('counts proof that it stands when it is %s: %s', async (state, counts) => {
    const { say, db } = world()
    const id = await say()
    await db.updateTable('delivery').set({ state, lease_token: 'of somebody else' }).where('id', '=', id).execute()
    const row = { ...(await stateOf(db, id)), lease_token: 'ours, run out' }
    const proof = { channelId: shared, ts: '1.000001', how: 'posted' }
    expect(await noteSent(step(), row, proof, undefined)).toBe(counts)
    expect(await stateOf(db, id)).toMatchObject(
      counts ? { state: 'sent', ts: '1.000001', lease_token: null } : { state, ts: null },
    )
    expect(await historyOf(db, id)).toEqual(counts ? [`${state}→sent`] : [])
  })

  it('knows of a next moment also while another replica brings a message and so makes its reply due', async () => {
    const { say, db, clock } = world()
    const root = await say()
    await db.transaction().execute((trx) => {
      const saying = { workspaceId, cause: 'test:reply', what: 'test:text', about: { text: 'reply' }, dueAt: monday }
      return replyTo(trx, root, saying, clock.now())
    })
    const [row] = await claim()
    if (!row) return expect.unreachable('nothing was claimed')
    let brought: Promise<unknown> | undefined
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        brought ??= noteSent(step(), row, { channelId: shared, ts: '1.000001', how: 'posted' }, undefined)
        await brought
        return result
      },
    }
    expect(await nextRun(db.withPlugin(meanwhile), engine)).toBe(monday + constants.leaseMs)
    expect(await nextRun(db, engine)).toBe(monday)
  })

  it('finds what to claim by its partial index', async () => {
    await world().say()
    await fill(world(), 3_000)
    const given = { worker: 'w', now: monday }
    const plans = [
      await plansOf(world(), (db) => claimDue({ ...given, db }, engine, constants)),
      await plansOf(world(), (db) => claimUnsure({ ...given, db }, engine, constants)),
      await plansOf(world(), (db) => expireLeases({ ...given, db }, constants)),
      await plansOf(world(), (db) => nextRun(db, engine)),
    ]
    const [due, unsure, expired, next] = plans
    for (const plan of [due, unsure, next]) expect(plan).toContain('delivery_claim')
    for (const plan of [expired, next]) expect(plan).toContain('delivery_lease')
    // SQLite says SCAN, PostgreSQL says Seq Scan. The index of what is due holds little else, and may be scanned.
    expect(plans.join().match(/SCAN delivery(?! USING INDEX delivery_claim)|Seq Scan on delivery/g)).toBeNull()
  })
})

async function addWorkspaces({ db }: World, count: number): Promise<void> {
  const row = { enterprise_id: '', name: 'Other', bot_id: 'B', bot_user_id: 'U', installed_at: 0 }
  for (let index = 0; index < count; index++) {
    await db
      .insertInto('workspace')
      .values({ ...row, id: `other${index}`, team_id: `T${index}` })
      .execute()
  }
}

/** Thousands that are long sent, so that reading them all would be foolish. */
async function fill({ db, engine }: World, count: number): Promise<void> {
  const row = {
    workspace_id: workspaceId,
    kind: 'post',
    recipient: shared,
    what: 'x',
    about: '{}',
    state: 'sent',
  } as const
  const times = { due_at: 0, run_after: 0, attempts: 1, absent_looks: 0, created_at: 0 }
  const rows = Array.from({ length: count }, (_, index) => ({
    ...row,
    ...times,
    id: `old${index}`,
    cause: `old${index}`,
  }))
  for (let from = 0; from < count; from += 500)
    await db
      .insertInto('delivery')
      .values(rows.slice(from, from + 500))
      .execute()
  await sql.raw(engine === 'postgres' ? 'analyze delivery' : 'analyze').execute(db)
}

/** How the engine would run the queries of `run`, whatever values they are given. */
async function plansOf({ db, engine }: World, run: (db: Db) => Promise<unknown>): Promise<string> {
  const queries: Parameters<KyselyPlugin['transformQuery']>[0][] = []
  const listening: KyselyPlugin = {
    transformQuery: (query) => {
      queries.push(query)
      return query.node
    },
    transformResult: async ({ result }) => result,
  }
  await run(db.withPlugin(listening))
  const plans: unknown[] = []
  for (const { node, queryId } of queries) {
    const { sql: text, parameters } = db.getExecutor().compileQuery(node, queryId)
    if (!/delivery/.test(text) || /insert/.test(text)) continue
    const explained =
      engine === 'postgres'
        ? CompiledQuery.raw(`explain (generic_plan) ${text}`)
        : CompiledQuery.raw(`explain query plan ${text}`, [...parameters])
    plans.push((await db.executeQuery(explained)).rows)
  }
  return JSON.stringify(plans)
}
