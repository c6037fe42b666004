import { beforeEach, describe, expect, it } from 'vitest'
import { handOver, insertAction, insertEnd, insertMove } from '../../src/actions/change-store.ts'
import { submitCancel } from '../../src/actions/end/slack.ts'
import { keepHeld, takeHeld } from '../../src/actions/handover/slack.ts'
import { submitMove } from '../../src/actions/slack.ts'
import { findAction } from '../../src/actions/store.ts'
import type { Submission } from '../../src/platform/interaction.ts'
import { createLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, ids, personOf, saveTwoTeams } from './two-teams.ts'

const now = at('2027-03-01 10:00')
const log = createLog('silent')

describe.each(engines)('two who change one action at once on %s', (engine) => {
  const database = useDatabase(engine)
  let id = ''
  beforeEach(async () => {
    const { db } = database()
    await saveTwoTeams(db)
    const action = {
      ...{ workspaceId: ids.workspace, partnershipId: ids.partnership, occurrenceId: undefined },
      ...{ text: 'Send the price list', ownerId: 'tom', dueDate: '2027-03-05', by: 'anna' },
    }
    id = await db.transaction().execute((trx) => insertAction(trx, action, now))
  })

  const needs = { changed: async () => undefined, nextDate: async () => undefined }
  const found = async () => {
    const action = await findAction(database().db, ids.workspace, id)
    if (!action) throw new Error('no such action')
    return action
  }

  /** What Uma submits, while somebody else is just that much faster. */
  function submission(fields: Submission['fields'], meanwhile: () => Promise<unknown>): Submission {
    const { db } = database()
    return {
      ...{ db, log, now, fields, person: personOf('uma'), metadata: id, view: { id: 'V1', hash: '1' } },
      slack: slackClients({ token: 'xoxb-none', log }).read,
      fill: async () => undefined,
      once: async (effect) => {
        await meanwhile()
        return db.transaction().execute(effect)
      },
    }
  }

  it('tells who cancels that it has ended meanwhile', async () => {
    const done = async () => {
      const action = await found()
      await database()
        .db.transaction()
        .execute((trx) => insertEnd(trx, action, { how: 'done', reason: '', by: 'tom' }, now))
    }
    const answer = await submitCancel(submission({ reason: 'No need' }, done), needs)
    expect(answer).toEqual({ errors: { reason: 'This action has been closed in the meantime.' } })
    expect((await found()).end).toMatchObject({ how: 'done', byName: 'Tom' })
  })

  it('asks who moves it second why, and keeps from where each moved it', async () => {
    const move = async () => {
      const action = await found()
      await database()
        .db.transaction()
        .execute((trx) => insertMove(trx, action, { to: '2027-03-10', reason: '', by: 'tom' }, now))
    }
    const answer = await submitMove(submission({ due: '2027-03-17' }, move), needs)
    expect(JSON.stringify(answer)).toContain('Why?')
    expect((await found()).dueDate).toBe('2027-03-10')
    await submitMove(
      submission({ due: '2027-03-17', reason: 'After the fair' }, async () => undefined),
      needs,
    )
    const moves = await database()
      .db.selectFrom('action_move')
      .select(['from_date', 'to_date'])
      .orderBy('to_date')
      .execute()
    expect(moves).toEqual([
      { from_date: '2027-03-05', to_date: '2027-03-10' },
      { from_date: '2027-03-10', to_date: '2027-03-17' },
    ])
  })

  it('lets nobody take what was closed meanwhile', async () => {
    const { db } = database()
    const seen = await found()
    await db.transaction().execute(async (trx) => {
      await handOver(trx, seen, { to: undefined, why: 'left', by: undefined }, now)
      await insertEnd(trx, seen, { how: 'cancelled', reason: 'No need', by: 'anna' }, now)
    })
    const { taken, action } = await db.transaction().execute((trx) => takeHeld(trx, seen, personOf('uma'), needs, now))
    expect({ taken, how: action?.end?.how }).toEqual({ taken: false, how: 'cancelled' })
    expect((await found()).owner).toBeUndefined()
  })

  it('does not keep for somebody else what was given to them meanwhile', async () => {
    const { db } = database()
    const seen = await found()
    await db.transaction().execute((trx) => handOver(trx, seen, { to: 'uma', why: 'given', by: 'sofie' }, now))
    await db.transaction().execute((trx) => keepHeld(trx, seen, personOf('tom'), now))
    expect(await found()).toMatchObject({ owner: { id: 'uma' }, handover: { kept: false } })
  })
})
