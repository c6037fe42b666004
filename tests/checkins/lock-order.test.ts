import { sql } from 'kysely'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Db, Transaction } from '../../db/schema.ts'
import { insertClosing } from '../../src/checkins/closing/store.ts'
import { actionChanged, stillOpenChanged } from '../../src/checkins/index.ts'
import type { Occurrence } from '../../src/checkins/occurrence.ts'
import { causeOf, openOccurrences } from '../../src/checkins/occurrence-store.ts'
import { refreshRoot } from '../../src/checkins/opening/root.ts'
import { lockOpening } from '../../src/checkins/opening/store.ts'
import { say } from '../../src/platform/delivery/outbox.ts'
import { at, ids, saveTwoTeams } from '../actions/two-teams.ts'
import { useDatabase } from '../support/databases.ts'
import { saveOpening } from './opening.ts'

const now = at('2027-03-01 10:00')
const where = { workspaceId: ids.workspace, partnershipId: ids.partnership }

/** Two are open, the later one with the later id. */
async function openTwo(db: Db): Promise<[Occurrence, Occurrence]> {
  await saveTwoTeams(db)
  for (const occurrenceId of ['o1', 'o2']) {
    await saveOpening(db, { occurrenceId, asked: ['tom'] })
    const post = { kind: 'post', recipient: 'CSHARED', what: 'checkins:opening', dueAt: now } as const
    const root = {
      ...post,
      workspaceId: ids.workspace,
      cause: causeOf(occurrenceId),
      about: { occurrence: occurrenceId },
    }
    await db.transaction().execute((trx) => say(trx, root, now))
  }
  await db.updateTable('check_in_opening').set({ opened_at: now }).where('occurrence_id', '=', 'o2').execute()
  const [later, first] = await openOccurrences(db, ids.workspace, ids.partnership)
  if (!first || !later) throw new Error('Two should be open.')
  for (const one of [first, later]) await db.transaction().execute((trx) => refreshRoot(trx, one, now))
  return [first, later]
}

async function countBlocked(db: Db): Promise<number> {
  const blocked = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await blocked.execute(db)).rows.length
}

describe('what changes check-ins that others are changing, on postgres', () => {
  const database = useDatabase('postgres')
  let two: [Occurrence, Occurrence]
  beforeEach(async () => {
    two = await openTwo(database().db)
  })

  /** @returns whether it waits for who has taken an opening */
  async function waitsFor(opening: Occurrence, change: (trx: Transaction) => Promise<void>): Promise<boolean> {
    const { db } = database()
    const [taken, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const mine = db.transaction().execute(async (trx) => {
      await lockOpening(trx, opening.id)
      taken.resolve()
      await goOn.promise
    })
    await taken.promise
    let done = false
    const other = db.transaction().execute(change)
    const noted = other.then(() => {
      done = true
    })
    await vi.waitUntil(async () => done || (await countBlocked(db)) === 1)
    const waited = !done
    goOn.resolve()
    await Promise.all([mine, noted])
    return waited
  }

  it('waits for them before it has any of what both show redrawn, so that neither is broken off', async () => {
    expect(await waitsFor(two[0], (trx) => stillOpenChanged(trx, where, now))).toBe(true)
  })

  it('waits for who adds to the summary in which an action came up, so that the last page has room for both', async () => {
    const { db } = database()
    await db.transaction().execute((trx) => insertClosing(trx, two[0], 'deadline', now))
    const action = { ...where, occurrenceId: two[0].id }
    expect(await waitsFor(two[0], (trx) => actionChanged(trx, action, now))).toBe(true)
  })
})
