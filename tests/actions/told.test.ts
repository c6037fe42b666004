import { beforeEach, describe, expect, it } from 'vitest'
import type { Action } from '../../src/actions/action.ts'
import { insertAction, insertEnd, insertMove, type NewAction } from '../../src/actions/change-store.ts'
import { findAction } from '../../src/actions/store.ts'
import { actionsTable } from '../../src/actions/told/export.ts'
import { actionFigures, actionOutcomes } from '../../src/actions/told/since.ts'
import { savedPartnership } from '../partnerships/partnerships.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, ids, partnershipRef, personOf, saveTwoTeams } from './two-teams.ts'

const since = at('2027-03-08 09:00')
const until = at('2027-03-15 09:00')
const period = { since, until }

describe.each(engines)('what is told of actions on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))

  async function added(when: number, changes: Partial<NewAction> = {}): Promise<Action> {
    const { db } = database()
    const facts = {
      ...{ workspaceId: ids.workspace, partnershipId: ids.partnership, occurrenceId: 'o1' },
      ...{ text: 'Send the price list', ownerId: 'tom', dueDate: '2027-03-12', by: 'anna', ...changes },
    }
    const id = await db.transaction().execute((trx) => insertAction(trx, facts, when))
    const action = await findAction(db, ids.workspace, id)
    if (!action) throw new Error('no such action')
    return action
  }
  const ended = (action: Action, when: number, how: 'done' | 'cancelled' = 'done', by = 'sofie') =>
    database()
      .db.transaction()
      .execute((trx) => insertEnd(trx, action, { how, reason: how === 'done' ? '' : 'No need', by }, when))

  it('counts what was done, added and cancelled since last time, and nothing where nothing was', async () => {
    const { db } = database()
    expect(await actionFigures(db, partnershipRef(), period)).toEqual([])
    const before = await added(since)
    await ended(await added(since), since)
    expect(await actionFigures(db, partnershipRef(), period)).toEqual([])
    await added(since + 1)
    await ended(await added(until), until)
    await ended(before, until, 'cancelled')
    await added(until + 1)
    await added(until, { partnershipId: (await savedPartnership(db, ids.workspace)).id })
    expect(await actionFigures(db, partnershipRef(), period)).toEqual(['Actions: 1 done, 2 new, 1 cancelled'])
    expect(await actionFigures(db, partnershipRef('nl'), period)).toEqual([
      'Actiepunten: 1 gedaan, 2 nieuw, 1 geannuleerd',
    ])
  })

  it('says what came up in a check-in and was done, and by whom it was promised', async () => {
    const { db } = database()
    await ended(await added(since, { text: 'Write <the> case' }), since + 1)
    await ended(await added(since, { text: 'Plan the fair', ownerId: undefined }), since + 2)
    await ended(await added(since, { text: 'Not of a check-in', occurrenceId: undefined }), since + 3)
    await ended(await added(since, { text: 'Not done' }), since + 4, 'cancelled')
    await ended(await added(since, { text: 'Done before' }), since)
    expect(await actionOutcomes(db, partnershipRef(), period)).toEqual([
      'Write &lt;the&gt; case: done by Tom',
      'Plan the fair: done by Sofie',
    ])
  })

  it('says five of many, and how many more', async () => {
    for (let n = 1; n <= 7; n++) await ended(await added(since, { text: `Step ${n}` }), since + n)
    const lines = await actionOutcomes(database().db, partnershipRef('nl'), period)
    expect(lines).toHaveLength(6)
    expect(lines.at(-2)).toBe('Step 5: gedaan door Tom')
    expect(lines.at(-1)).toBe('en nog 2 afgesproken actiepunten')
  })

  it('exports the actions of one’s own partnerships, and not when anybody did anything', async () => {
    const { db } = database()
    const moved = await added(since)
    const move = { to: '2027-03-19', reason: 'Waiting for legal', by: 'tom' }
    await db.transaction().execute((trx) => insertMove(trx, moved, move, since + 5))
    await ended(await added(since, { text: 'Call Vega', ownerId: undefined }), since + 6, 'cancelled')
    await added(since, { text: 'Elsewhere', partnershipId: (await savedPartnership(db, ids.workspace)).id })
    const [table, ...more] = await actionsTable(db, personOf('uma'), until)
    expect(more).toEqual([])
    expect(table).toEqual({
      name: 'actions',
      columns: ['Cooperation', 'Action', 'Owner', 'By', 'State', 'Times moved', 'Why moved', 'Why cancelled'],
      rows: [
        ['Acme', 'Call Vega', '', '2027-03-12', 'cancelled', 0, '', 'No need'],
        ['Acme', 'Send the price list', 'Tom', '2027-03-19', 'open', 1, 'Waiting for legal', ''],
      ],
    })
    const [dutch] = await actionsTable(db, personOf('uma', 'nl'), until)
    expect(dutch?.columns).toHaveLength(8)
  })
})
