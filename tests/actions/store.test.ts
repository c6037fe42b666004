import { beforeEach, describe, expect, it } from 'vitest'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Action } from '../../src/actions/action.ts'
import {
  handOver,
  insertAction,
  insertEnd,
  insertMove,
  keepAction,
  type NewAction,
  reopenAction,
} from '../../src/actions/change-store.ts'
import { actionsFrom, findAction, openActions, openActionsOf } from '../../src/actions/store.ts'
import { savedPartnership } from '../partnerships/partnerships.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, ids, saveTwoTeams } from './two-teams.ts'

const now = at('2027-03-01 10:00')

describe.each(engines)('actions on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))

  const transaction = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
    database().db.transaction().execute(work)
  const added = (action: Partial<NewAction> = {}) =>
    transaction((trx) =>
      insertAction(
        trx,
        {
          workspaceId: ids.workspace,
          partnershipId: ids.partnership,
          text: 'Send the price list',
          ownerId: 'tom',
          dueDate: '2027-03-05',
          occurrenceId: undefined,
          by: 'anna',
          ...action,
        },
        now,
      ),
    )
  const get = (id: string) => getAction(database().db, id)

  it('keeps what was promised, by whom and by when', async () => {
    const id = await added()
    expect(await get(id)).toEqual({
      id,
      workspaceId: ids.workspace,
      partnershipId: ids.partnership,
      text: 'Send the price list',
      owner: { id: 'tom', name: 'Tom' },
      dueDate: '2027-03-05',
      occurrenceId: undefined,
      moves: 0,
      movedBecause: undefined,
      handover: undefined,
      end: undefined,
    })
  })

  it('finds an action in its own workspace only', async () => {
    const id = await added()
    expect(await findAction(database().db, 'another', id)).toBeUndefined()
    expect(await openActions(database().db, 'another', ids.partnership)).toEqual([])
  })

  it('counts the moves and keeps where it came from', async () => {
    const id = await added()
    await transaction(async (trx) =>
      insertMove(trx, await getAction(trx, id), { to: '2027-03-12', reason: '', by: 'tom' }, now),
    )
    await transaction(async (trx) =>
      insertMove(trx, await getAction(trx, id), { to: '2027-03-19', reason: 'ill', by: 'tom' }, now + 1),
    )
    expect(await get(id)).toMatchObject({ dueDate: '2027-03-19', moves: 2, movedBecause: 'ill' })
    const moves = await database().db.selectFrom('action_move').select(['from_date', 'to_date', 'reason']).execute()
    expect(moves.toSorted((a, b) => (a.from_date < b.from_date ? -1 : 1))).toEqual([
      { from_date: '2027-03-05', to_date: '2027-03-12', reason: '' },
      { from_date: '2027-03-12', to_date: '2027-03-19', reason: 'ill' },
    ])
  })

  it('is ended by the first who ends it', async () => {
    const action = await get(await added())
    const end = (by: string) => transaction((trx) => insertEnd(trx, action, { how: 'done', reason: '', by }, now))
    expect([await end('sofie'), await end('tom')]).toEqual([true, false])
    expect((await get(action.id)).end).toEqual({ how: 'done', reason: '', at: now, byId: 'sofie', byName: 'Sofie' })
  })

  it('is taken by the first who takes it', async () => {
    const action = await get(await added({ ownerId: undefined }))
    const take = (by: string) => transaction((trx) => handOver(trx, action, { to: by, why: 'taken', by }, now))
    expect([await take('uma'), await take('tom')]).toEqual([true, false])
    expect((await get(action.id)).owner).toEqual({ id: 'uma', name: 'Uma' })
  })

  it('keeps whose it was, and how its owner came to have it, until somebody else has it', async () => {
    const action = await get(await added())
    let then = now
    const give = (from: Action, to: string | undefined, why: 'left' | 'given' | 'taken', by?: string) =>
      transaction((trx) => handOver(trx, from, { to, why, by }, then++))
    expect(await give(action, 'uma', 'given', 'sofie')).toBe(true)
    expect(await give(action, 'bram', 'given', 'tom')).toBe(false)
    const given = await get(action.id)
    expect(given.owner).toEqual({ id: 'uma', name: 'Uma' })
    expect(given.handover).toMatchObject({ why: 'given', from: 'Tom', by: 'Sofie', at: now, kept: false })
    await transaction((trx) => keepAction(trx, given, now + 1))
    expect((await get(action.id)).handover?.kept).toBe(true)
    await give(given, undefined, 'left')
    expect(await get(action.id)).toMatchObject({
      owner: undefined,
      handover: { why: 'left', from: 'Uma', by: undefined },
    })
    await give(await get(action.id), 'tom', 'taken', 'tom')
    expect((await get(action.id)).handover).toMatchObject({ why: 'taken', from: undefined, kept: true })
    const rows = await database().db.selectFrom('action_handover').select(['from_id', 'to_id', 'why']).execute()
    expect(rows).toHaveLength(3)
  })

  it('is opened again once, and its end is kept', async () => {
    const action = await get(await added())
    await transaction((trx) => insertEnd(trx, action, { how: 'done', reason: '', by: 'tom' }, now))
    const ended = await get(action.id)
    const again = () => transaction((trx) => reopenAction(trx, ended, 'sofie', now + 1))
    expect([await again(), await again()]).toEqual([true, false])
    expect((await get(action.id)).end).toBeUndefined()
    expect(await database().db.selectFrom('action_reopening').selectAll().execute()).toMatchObject([
      { action_id: action.id, ended_at: now, ended_by: 'tom', reopened_at: now + 1, reopened_by: 'sofie' },
    ])
  })

  it('lists what is open, the longest promised first, and leaves out what has ended', async () => {
    const late = await added({ dueDate: '2027-03-20' })
    const soon = await added({ dueDate: '2027-03-02', ownerId: 'uma' })
    const over = await get(await added({ dueDate: '2027-03-01' }))
    await transaction((trx) => insertEnd(trx, over, { how: 'cancelled', reason: 'no need', by: 'tom' }, now))
    const listed = async (list: Promise<Action[]>) => (await list).map(({ id }) => id)
    expect(await listed(openActions(database().db, ids.workspace, ids.partnership))).toEqual([soon, late])
    expect(await listed(openActionsOf(database().db, ids.workspace, 'tom'))).toEqual([late])
  })

  it('lists all that came up in one check-in, ended or not, and nothing of another partnership', async () => {
    await added()
    const first = await added({ occurrenceId: 'o1' })
    const second = await get(await added({ occurrenceId: 'o1' }))
    await transaction((trx) => insertEnd(trx, second, { how: 'done', reason: '', by: 'tom' }, now))
    const elsewhere = await savedPartnership(database().db, ids.workspace)
    await added({ partnershipId: elsewhere.id, occurrenceId: 'o1' })
    const acme = { workspaceId: ids.workspace, partnershipId: ids.partnership }
    const found = await actionsFrom(database().db, acme, 'o1')
    expect(found.map(({ id }) => id).toSorted()).toEqual([first, second.id].toSorted())
  })
})

async function getAction(db: Db, id: string): Promise<Action> {
  const action = await findAction(db, ids.workspace, id)
  if (!action) throw new Error('no such action')
  return action
}
