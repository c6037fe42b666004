import { it } from 'vitest'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import { createDatabase } from '../../support/databases.ts'
import { makeBackup, putBack } from './model-backup.ts'
import { comeToRest, look, lookAtAll } from './model-check.ts'
import * as dates from './model-dates.ts'
import { save, usual } from './model-people.ts'
import { type Stage, setStage } from './model-world.ts'

/** Stories that the model told of, each lived through once a fault was mended. Monday 7 December 2026, 09:00 in Amsterdam; `usual` is due now. */
const monday = Date.UTC(2026, 11, 7, 8)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** With RESTORED=1. */
const startRestored = (s: Stage) => s.put(0, true)

async function story(tell: (s: Stage) => Promise<void>, crew = 1) {
  const database = await createDatabase('sqlite')
  const stage = await setStage(database.db, 'sqlite', crew, monday)
  try {
    await tell(stage)
    await look(stage)
    await comeToRest(stage)
    await lookAtAll(stage)
  } finally {
    await stage.close()
    await database.remove()
  }
}

it('a restore, of which the first process dies within minutes', () =>
  story(async (s) => {
    await save(s, 's1', () => usual)
    await s.pass(minute)
    const b = await makeBackup(s)
    await s.pass(day + 3 * hour)
    await putBack(s, b)
    await startRestored(s)
    s.replicas[0]?.trap('looking', 'dies')
    await s.tick(0)
    await startRestored(s)
    await s.pass(hour)
  }))
it('a restore, of which the first process is followed by one without the word', () =>
  story(async (s) => {
    await save(s, 's1', () => usual)
    await s.pass(minute)
    const b = await makeBackup(s)
    await s.pass(day + 3 * hour)
    await putBack(s, b)
    await startRestored(s)
    await s.tick(0)
    await s.put(0)
    await s.pass(hour)
  }))
it('a backup made while a message waited after a pause', () =>
  story(async (s) => {
    await save(s, 's1', () => usual)
    s.slack.fault({ kind: 'retryAfter', seconds: 3, method: 'chat.postMessage', times: 1 })
    await s.tick(0)
    const b = await makeBackup(s)
    await s.pass(minute)
    await putBack(s, b)
    await startRestored(s)
    await s.pass(hour)
  }))
it('a restore while Slack is down for more than an hour', () =>
  story(async (s) => {
    await save(s, 's1', () => usual)
    await s.pass(minute)
    const b = await makeBackup(s)
    await s.pass(2 * day)
    s.outage = s.slack.fault({ kind: 'status', status: 503 })
    await putBack(s, b)
    await startRestored(s)
    await s.pass(90 * minute)
    s.endTrouble()
    await s.pass(hour)
  }))
it('a backup from before the first message, put back two days later', () =>
  story(async (s) => {
    await save(s, 's1', () => ({
      ...usual,
      cadence: { kind: 'weekly', every: 1, weekdays: [1], anchor: '2026-12-01' },
    }))
    const b = await makeBackup(s)
    await s.pass(2 * day)
    await putBack(s, b)
    await startRestored(s)
    await s.pass(hour)
  }))
it('a schedule whose zone moves east, and that changes again', () =>
  story(async (s) => {
    await save(s, 's1', () => ({ ...usual, time: '18:00' }))
    await s.pass(9.5 * hour)
    dates.save(
      s.dates,
      's1',
      { ...usual, time: '18:00', working: { ...usual.working, zone: 'Pacific/Auckland' } },
      s.ours.now(),
    )
    const { saveSchedule } = await import('../../../src/platform/delivery/schedules.ts')
    await s.transact((trx, now) =>
      saveSchedule(
        trx,
        {
          id: 's1',
          workspaceId: 'w1',
          kind: 'test:date',
          rule: { ...usual, time: '18:00', working: { ...usual.working, zone: 'Pacific/Auckland' } },
        },
        now,
      ),
    )
    await save(s, 's1', (r) => ({ ...r, time: '23:30' }))
    await s.pass(3 * day)
  }))
it('a date that moved by two months, whose schedule changes after one', () =>
  story(async (s) => {
    await save(s, 's1', () => ({
      ...usual,
      cadence: { kind: 'monthly', every: 3, on: { day: 15 }, anchor: '2026-12-01' },
    }))
    const exception = { date: '2027-02-22', time: '09:00' }
    await s.transact((trx, now) => decideDate(trx, { scheduleId: 's1', slot: '2026-12-15', exception }, now))
    dates.decide(s.dates, 's1', '2026-12-15', exception)
    await s.pass(45 * day)
    await save(s, 's1', (r) => ({ ...r, time: '18:00' }))
    await s.pass(60 * day)
  }))
it('a process that stood still on the wire while another said it and the clock was set back', () =>
  story(async (s) => {
    await save(s, 's1', () => usual)
    s.replicas[0]?.trap('on the wire', 'freezes')
    await s.tick(0)
    await s.pass(5 * minute)
    s.ours.set(s.ours.now() - 5 * minute)
    s.clockWasSet = true
    await s.replicas[0]?.thaw()
  }, 2))
