import { beforeEach, describe, expect, it } from 'vitest'
import { saveResponse } from '../../src/checkins/answering/store.ts'
import { closing } from '../../src/checkins/closing/jobs.ts'
import { findMissed } from '../../src/checkins/missed-store.ts'
import { findCheckIn } from '../../src/checkins/store.ts'
import { say } from '../../src/platform/delivery/outbox.ts'
import { at, ids, saveTwoTeams } from '../actions/two-teams.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { saveOpening } from './opening.ts'

const now = at('2027-03-01 17:00')

describe.each(engines)('a check-in whose post did not go out, on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))

  it.each([
    ['failed', { dueAt: at('2027-03-01 09:00'), why: 'refused' }],
    ['unknown', undefined],
    ['sent', undefined],
  ] as const)('is missed or not: %s', async (state, missed) => {
    const { db } = database()
    await saveOpening(db, { occurrenceId: 'o1', asked: ['tom'] })
    const root = { cause: 'checkins:o1', kind: 'post', recipient: 'CSHARED' } as const
    const saying = { ...root, workspaceId: ids.workspace, what: 'checkins:opening', about: {}, dueAt: now }
    const id = await db.transaction().execute((trx) => say(trx, saying, now))
    await db.updateTable('delivery').set({ state }).where('id', '=', id).execute()
    const checkIn = await findCheckIn(db, ids.workspace, 'c1')
    expect(checkIn && (await findMissed(db, checkIn))).toEqual(missed)
  })
})

describe.each(engines)('closing check-ins on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))

  async function opened(occurrenceId: string, asked: ('tom' | 'uma')[]) {
    const { db } = database()
    await saveOpening(db, { occurrenceId, asked })
    const root = { cause: `checkins:${occurrenceId}`, kind: 'post', recipient: 'CSHARED' } as const
    const saying = { ...root, workspaceId: ids.workspace, what: 'checkins:opening', about: {}, dueAt: now }
    const id = await db.transaction().execute((trx) => say(trx, saying, now))
    await db.updateTable('delivery').set({ state: 'sent', ts: '1', sent_at: now }).where('id', '=', id).execute()
  }

  it('closes the others where one cannot be closed, and says that there was trouble', async () => {
    const { db } = database()
    await opened('o1', ['tom'])
    await opened('o2', ['uma'])
    const tom = { workspaceId: ids.workspace, occurrenceId: 'o1', personId: 'tom' }
    await db.transaction().execute((trx) => saveResponse(trx, tom, { deals: 'None' }, now))
    await db.deleteFrom('membership').where('person_id', '=', 'tom').execute()
    await db.updateTable('person').set({ zone: 'No/Such' }).where('id', '=', 'tom').execute()
    await expect(closing.run(db, now)).rejects.toThrow('Some check-ins could not be closed')
    expect(await db.selectFrom('check_in_closing').select('occurrence_id').execute()).toEqual([{ occurrence_id: 'o2' }])
  })
})
