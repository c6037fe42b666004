import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../src/checkins/answering/store.ts'
import { closeIfComplete } from '../../src/checkins/closing/close.ts'
import { openOccurrences } from '../../src/checkins/occurrence-store.ts'
import { lockOpening } from '../../src/checkins/opening/store.ts'
import { occurrences } from '../../src/checkins/recurring.ts'
import { runNow } from '../../src/platform/delivery/schedules.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { at, ids, type Name, partnershipRef, personOf } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { useTeamDay } from './team-day.ts'

const isReview = ({ channel }: Record<string, unknown>) => channel === 'CSHARED'

describe.each(sampled('checkins/trouble'))('a review in trouble, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('that stood in time and was found late does not say that it was late', async () => {
    const { slack, until, read, roots, db } = day()
    await until('2027-03-01 08:59')
    slack.fault({ kind: 'dropAfter', method: 'chat.postMessage', times: 1, when: isReview })
    const lift = slack.fault({ kind: 'error', error: 'internal_error', method: 'conversations.history' })
    await until('2027-03-01 11:00')
    lift()
    await until('2027-03-01 12:00')
    expect(read(roots()[0])).not.toContain('so it opens now')
    const [opening] = await db.selectFrom('check_in_opening').select('deadline_at').execute()
    expect(opening?.deadline_at).toBe(at('2027-03-01 17:00'))
  })

  it('that waits for Slack goes to the channel the teams share by then', async () => {
    const { slack, until, db, clock, features, roots } = day()
    await until('2027-03-01 08:59')
    const lift = slack.fault({ kind: 'status', status: 503 })
    await until('2027-03-01 09:00')
    await db.updateTable('delivery').set({ state: 'due', wire_at: null }).where('kind', '=', 'post').execute()
    await db.updateTable('partnership').set({ shared_channel_id: 'CMARKETING' }).execute()
    await db.transaction().execute(async (trx) => {
      for (const feature of features) await feature.partnershipSaved?.(trx, partnershipRef(), clock.now())
    })
    lift()
    await until('2027-03-01 10:00')
    expect([roots().length, slack.messages('marketing').length]).toEqual([0, 1])
  })

  it('that had to become plain text still shows how things stand', async () => {
    const { slack, until, db, clock, features, roots } = day()
    await until('2027-03-01 08:59')
    slack.fault({ kind: 'error', error: 'invalid_blocks', method: 'chat.postMessage', times: 1, channel: 'CSHARED' })
    await until('2027-03-01 10:00')
    slack.fault({
      kind: 'error',
      error: 'invalid_blocks',
      method: 'chat.update',
      when: ({ blocks }) => blocks !== undefined,
    })
    await db.transaction().execute(async (trx) => {
      await setAway(trx, personOf('tom'), undefined, clock.now())
      for (const feature of features) await feature.presenceChanged?.(trx, personOf('tom'), clock.now())
    })
    await until('2027-03-01 11:00')
    expect(roots()).toHaveLength(1)
    const rows = await db
      .selectFrom('delivery')
      .select(['kind', 'state'])
      .where('what', '=', 'checkins:opening')
      .execute()
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(['post sent', 'update sent'])
  })
})

describe('the last answer and the last absence at one moment, on postgres', () => {
  const day = useTeamDay('postgres')

  it('close a review together', async () => {
    const { db, clock, until, settle, features } = day()
    await until('2027-03-01 10:00')
    const [occurrence] = await openOccurrences(db, ids.workspace, ids.partnership)
    if (!occurrence) throw new Error('Nothing is open.')
    const answer = (name: Name) =>
      db.transaction().execute(async (trx) => {
        await lockOpening(trx, occurrence.id)
        const own = { workspaceId: ids.workspace, occurrenceId: occurrence.id, personId: name }
        await saveResponse(trx, own, { deals: 'All well.' }, clock.now())
        await closeIfComplete(trx, occurrence, clock.now())
      })
    for (const name of ['anna', 'bram', 'sofie'] as const) await answer(name)
    await settle()
    const [gone, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const away = db.transaction().execute(async (trx) => {
      await setAway(trx, personOf('tom'), undefined, clock.now())
      for (const feature of features) await feature.presenceChanged?.(trx, personOf('tom'), clock.now())
      gone.resolve()
      await goOn.promise
    })
    await gone.promise
    const last = answer('uma')
    goOn.resolve()
    await Promise.all([away, last])
    expect(await db.selectFrom('check_in_closing').select('why').execute()).toEqual([{ why: 'everyone' }])
  })
})

describe('two who run one now at one moment, on postgres', () => {
  const day = useTeamDay('postgres')

  it('open one, and the other is told that it is open', async () => {
    const { db, clock, until, settle, roots, toldTo, person } = day()
    await until('2027-03-02 10:00')
    const { schedule_id: scheduleId } = await db.selectFrom('check_in').select('schedule_id').executeTakeFirstOrThrow()
    await person('anna').command('/rondo checkin')
    await settle()
    const [opened, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = db.transaction().execute(async (trx) => {
      const request = { workspaceId: ids.workspace, scheduleId, requestId: 'sofie' }
      await runNow(trx, occurrences, request, clock.now())
      opened.resolve()
      await goOn.promise
    })
    await opened.promise
    const list = person('anna').ephemerals().at(-1)
    if (list) await person('anna').click(list, 'checkins:run')
    const blocked = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await blocked.execute(db)).rows.length).toBe(1)
    goOn.resolve()
    await first
    await settle()
    expect(roots()).toHaveLength(2)
    expect(toldTo('anna')).toContain('This check-in is open already')
  })
})
