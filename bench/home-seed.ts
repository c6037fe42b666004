import type { Db, Transaction } from '../db/schema.ts'
import { allFeatures } from '../src/app.ts'
import { addDays } from '../src/calendar/local-date.ts'
import { toInstant } from '../src/calendar/wall-time.ts'
import { causeOf } from '../src/checkins/occurrence-store.ts'
import { checkInsOf } from '../src/checkins/store.ts'
import { silentLog } from '../src/platform/log.ts'

export const zone = 'Europe/Amsterdam'
/** The Monday on which it is looked at, five minutes after the check-in opened. */
export const lookedAt = toInstant('2032-03-01', '09:05', zone)
const people = 60
const workspaceId = 'w1'
const partnershipId = 'p1'

/**
 * One partnership of 60 people, with a weekly check-in that everybody always answered, five actions a week and five goals with
 * a number a week; of the last weeks some is open.
 * @param weeks of history before the day it is looked at
 */
export async function seedYears(db: Db, weeks: number): Promise<void> {
  await db.transaction().execute(seedTeams)
  const begin = addDays('2032-03-01', -7 * weeks)
  await db.transaction().execute(async (trx) => {
    const ref = { id: partnershipId, workspaceId, name: 'Acme', language: 'nl', zone } as const
    for (const feature of allFeatures({ language: 'en', zone }, silentLog))
      await feature.partnershipSaved?.(trx, ref, toInstant(begin, '00:00', zone))
  })
  const [checkIn] = await checkInsOf(db, workspaceId, partnershipId)
  if (!checkIn) throw new Error('There is no check-in')
  for (let week = 0; week <= weeks; week++) {
    const date = addDays(begin, 7 * week)
    const { id, scheduleId } = checkIn
    await db.transaction().execute((trx) => seedWeek(trx, { date, week, id, scheduleId, last: week === weeks }))
  }
  await db.transaction().execute((trx) => seedGoals(trx, begin, weeks))
  await db
    .updateTable('schedule')
    .set({ next_slot: '2032-03-08', next_due_at: lookedAt + 7 * 86_400_000 })
    .execute()
}

const ids = Array.from({ length: people }, (_, n) => `u${n}`)
const side = (n: number) => (n < people / 3 ? 'marketing' : 'sales') as 'marketing' | 'sales'

async function seedTeams(trx: Transaction): Promise<void> {
  const workspace_id = workspaceId
  const workspace = {
    id: workspace_id,
    enterprise_id: '',
    team_id: 'T1',
    name: 'Acme',
    bot_id: 'B1',
    bot_user_id: 'UB',
  }
  await trx
    .insertInto('workspace')
    .values({ ...workspace, installed_at: 0 })
    .execute()
  const person = { workspace_id, zone, language: 'nl', kind: 'member', admin: 0, learned_at: lookedAt } as const
  const rows = ids.map((id, n) => ({ ...person, id, slack_id: `U${n}`, name: `Person ${n}`, deactivated_at: null }))
  await trx
    .insertInto('person')
    .values(rows.map((row) => ({ ...row, dm_channel_id: null, own_language: null })))
    .execute()
  const channels = { marketing_channel_id: 'CM', sales_channel_id: 'CS', shared_channel_id: 'CX' }
  const hours = { working_days: '[1,2,3,4,5]', work_start: '09:00', work_end: '17:00', holiday_country: 'NL' }
  await trx
    .insertInto('partnership')
    .values({
      ...{ id: partnershipId, workspace_id, name: 'Acme', ...channels, language: 'nl', zone, ...hours },
      ...{ created_at: 0, created_by: 'u0', changed_at: 0, pilot_id: null },
    })
    .execute()
  const membership = { workspace_id, partnership_id: partnershipId, added_at: 0, removed_at: null }
  await trx
    .insertInto('membership')
    .values(ids.map((person_id, n) => ({ ...membership, id: `m${n}`, person_id, side: side(n) })))
    .execute()
  for (const person_id of ['u0', `u${people - 1}`]) {
    const role = { workspace_id, partnership_id: partnershipId, role: 'team_lead', since: 0 } as const
    await trx
      .insertInto('partnership_role')
      .values({ ...role, side: person_id === 'u0' ? 'marketing' : 'sales', person_id })
      .execute()
  }
  for (const part of ['accounts', 'agreements'] as const) {
    const on = { turned_on_at: 0, turned_on_by: 'u0' }
    await trx
      .insertInto('partnership_part')
      .values({ workspace_id, partnership_id: partnershipId, part, ...on })
      .execute()
  }
}

interface Week {
  date: string
  week: number
  /** Of the check-in. */
  id: string
  scheduleId: string
  last: boolean
}

async function seedWeek(trx: Transaction, { date, week, id, scheduleId, last }: Week): Promise<void> {
  const workspace_id = workspaceId
  const opened_at = toInstant(date, '09:00', zone)
  const occurrence_id = `o${week}`
  const run = { id: occurrence_id, workspace_id, schedule_id: scheduleId, slot: date, date, due_at: opened_at }
  await trx
    .insertInto('occurrence')
    .values({ ...run, created_at: opened_at, skipped: null })
    .execute()
  const opening = { occurrence_id, workspace_id, check_in_id: id, version: 1, opened_at, questions: null }
  await trx
    .insertInto('check_in_opening')
    .values({ ...opening, deadline_at: toInstant(date, '17:00', zone), open: last ? 1 : 0 })
    .execute()
  const asked = ids.map((person_id, n) => ({
    workspace_id,
    occurrence_id,
    person_id,
    side: side(n),
    asked_at: opened_at,
  }))
  await trx.insertInto('check_in_asked').values(asked).execute()
  const post = {
    workspace_id,
    cause: causeOf(occurrence_id),
    kind: 'post',
    recipient: 'CX',
    what: 'checkins:opening',
  } as const
  await trx
    .insertInto('delivery')
    .values({
      ...{ ...post, id: `d${week}`, about: JSON.stringify({ occurrence: occurrence_id }), state: 'sent', attempts: 1 },
      ...{ due_at: opened_at, run_after: opened_at, created_at: opened_at, sent_at: opened_at, absent_looks: 0 },
      ...{ channel_id: 'CX', ts: `${opened_at / 1000}.000100` },
    })
    .execute()
  if (!last) await seedAnswers(trx, occurrence_id, opened_at)
  const actions = Array.from({ length: 5 }, (_, n) => ({
    ...{ id: `a${week}-${n}`, workspace_id, partnership_id: partnershipId, text: `Action ${n} of week ${week}` },
    ...{ owner_id: ids[(week * 5 + n) % people] ?? 'u0', due_date: addDays(date, n), occurrence_id },
    ...{ created_at: opened_at, created_by: 'u0' },
  }))
  await trx.insertInto('action').values(actions).execute()
  if (last) return
  const ends = actions.map(({ id: action_id }) => ({ action_id, workspace_id, how: 'done' as const, reason: '' }))
  await trx
    .insertInto('action_end')
    .values(ends.map((end) => ({ ...end, ended_at: opened_at + 3 * 86_400_000, ended_by: 'u0' })))
    .execute()
}

async function seedAnswers(trx: Transaction, occurrence_id: string, opened_at: number): Promise<void> {
  const key = { workspace_id: workspaceId, occurrence_id }
  const times = { answered_at: opened_at, changed_at: opened_at }
  await trx
    .insertInto('check_in_response')
    .values(ids.map((person_id) => ({ ...key, person_id, ...times })))
    .execute()
  const questions = (n: number) =>
    side(n) === 'marketing' ? ['coming', 'response', 'need'] : ['deals', 'heard', 'leads', 'need']
  const answers = ids.flatMap((person_id, n) =>
    questions(n).map((question) => ({ ...key, person_id, question, answer: `What ${person_id} says. `.repeat(8) })),
  )
  await trx.insertInto('check_in_answer').values(answers).execute()
  await trx
    .insertInto('check_in_closing')
    .values({ ...key, closed_at: opened_at + 8 * 3_600_000, why: 'everyone' })
    .execute()
}

async function seedGoals(trx: Transaction, begin: string, weeks: number): Promise<void> {
  for (let goal = 0; goal < 5; goal++) {
    const row = {
      id: `g${goal}`,
      workspace_id: workspaceId,
      partnership_id: partnershipId,
      name: `Goal ${goal}`,
      unit: 'x',
    }
    const span = {
      start: '0',
      target: '1000',
      from_date: begin,
      due_date: '2033-01-01',
      created_at: 0,
      created_by: 'u0',
    }
    await trx
      .insertInto('goal')
      .values({ ...row, ...span })
      .execute()
    const numbers = Array.from({ length: weeks }, (_, week) => ({
      ...{ id: `n${goal}-${week}`, workspace_id: workspaceId, goal_id: row.id, value: `${week}` },
      ...{ date: addDays(begin, 7 * week), noted_at: week, noted_by: 'u0' },
    }))
    for (let from = 0; from < numbers.length; from += 100)
      await trx
        .insertInto('goal_number')
        .values(numbers.slice(from, from + 100))
        .execute()
  }
}
