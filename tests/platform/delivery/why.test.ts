import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import { refresh, replyTo, say } from '../../../src/platform/delivery/outbox.ts'
import { endSchedule, pauseSchedule, resumeSchedule, saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { decideUpon } from '../../../src/platform/delivery/states.ts'
import { findChannel, type Recipient, toQuestion } from '../../../src/platform/delivery/why/question.ts'
import { explain } from '../../../src/platform/delivery/why.ts'
import { purge } from '../../../src/platform/housekeeping.ts'
import { silentLog } from '../../../src/platform/log.ts'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { useTeamDay } from '../../checkins/team-day.ts'
import { engines } from '../../support/databases.ts'
import { shortTempered } from '../../support/delivery-slack.ts'
import { anna, monday, pass, sales, shared, stateOf, useWorld, workspaceId } from '../../support/delivery-world.ts'

const zone = 'Europe/Amsterdam'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const post = 'chat.postMessage'

/** Every day at 09:00 from Monday 7 December 2026, which is the world's now; nobody works at the weekend and on Wednesday. */
const daily: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], anchor: '2026-12-07' },
  time: '09:00',
  working: { zone, days: [1, 2, 3, 4, 5], daysOff: new Set(['2026-12-09']) },
  onDayOff: 'skip',
}
const moving: SlotRule = { ...daily, onDayOff: 'move' }
const wednesdays: SlotRule = {
  ...moving,
  cadence: { kind: 'weekly', every: 1, weekdays: [3], anchor: '2026-12-01' },
}

describe.each(engines)('why, on %s', (engine) => {
  const world = useWorld(engine)
  const review = [{ schedulesIn: async (_db: unknown, id: string) => (id === shared ? [named] : []) }]
  beforeEach(async () => {
    const channels = { marketing_channel_id: shared, sales_channel_id: sales, shared_channel_id: shared }
    const hours = { zone, working_days: '[1,2,3,4,5]', work_start: '09:00', work_end: '17:00', holiday_country: '' }
    const made = { created_at: monday, created_by: 'p1', changed_at: monday }
    const whole = {
      id: 'pa1',
      workspace_id: workspaceId,
      name: 'Acme',
      ...channels,
      language: 'en',
      ...hours,
      ...made,
    } as const
    await world().db.insertInto('partnership').values(whole).execute()
  })
  const named = { scheduleId: 's1', name: 'Review (Acme)' }

  /** A feature that posts its dates in the shared channel, and skips them where a reason is given. */
  async function hold(rule: SlotRule, skip?: string): Promise<void> {
    const { db, schedules, clock } = world()
    schedules['test:date'] = {
      occur: async (trx, { id, slot, dueAt }, now) => {
        if (skip !== undefined) return { skip }
        const to = { workspaceId, cause: `test:${id}`, kind: 'post', recipient: shared, what: 'test:text' } as const
        await say(trx, { ...to, about: { text: `Secret of ${slot}`, occurrence: id }, dueAt }, now)
        return undefined
      },
    }
    await db
      .transaction()
      .execute((trx) => saveSchedule(trx, { id: 's1', workspaceId, kind: 'test:date', rule }, clock.now()))
  }
  const ask = async (date?: string, recipient = shared) => {
    const kind = recipient.startsWith('U') ? ('person' as const) : ('channel' as const)
    const { db, clock } = world()
    return (await explain(db, { recipient: { kind, id: recipient }, date }, review, clock.now())).join('\n')
  }

  const through = (ms: number) => pass(world().clock, ms, [world().worker()])

  it('tells of a date that was held on time, and when the next one comes', async () => {
    await hold(daily)
    await through(20 * minute)
    expect(await ask()).toBe(`Channel ${shared}, Monday 7 December 2026 (${zone}; it is 09:20:00 there)

Schedules
  Review (Acme)
    held: due 09:00:00, recorded 09:00:00 (on time)
    next date: Tuesday 8 December 2026 at 09:00

Deliveries
  message (test:text), due 09:00:00
    sent: it was said at 09:00:00, on time
      09:00:00 sent to Slack
      09:00:00 Slack took it: it stands at ${monday / 1000}.000000 in ${shared}

Nothing needs doing.`)
  })

  it('tells step by step how an unclear answer was cleared up', async () => {
    await hold(daily)
    world().slack.fault({ kind: 'status', status: 503, method: post, times: 1 })
    await through(20 * minute)
    expect(await ask()).toContain(`
    sent: it was said at 09:02:00, 2 min late
      09:00:00 sent to Slack
      09:00:00 the answer was unclear: http_503
      09:01:00 looked: not there
      09:02:00 looked again: not there, so it is sent once more
      09:02:00 sent to Slack
      09:02:00 Slack took it: it stands at`)
  })

  it('counts lateness from when the message stood there, not from when it was found', async () => {
    await hold(daily)
    world().slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    await through(20 * minute)
    expect(await ask()).toMatch(/sent: it was said at 09:00:00, on time[\s\S]*09:01:00 found: it stands at/)
  })

  it('tells that Rondo was down, and how late that made it', async () => {
    await hold(daily)
    world().clock.travelTo(monday + 130 * minute)
    expect(await ask()).toContain('not recorded yet, although it was due 09:00:00 (2 h 10 min late)')
    expect(await ask()).toMatch(/\nSee that Rondo runs.*$/)
    await through(minute)
    const report = await ask()
    expect(report).toContain('held: due 09:00:00, recorded 11:10:00 (2 h 10 min late)')
    expect(report).toContain('sent: it was said at 11:10:00, 2 h 10 min late')
    expect(report).toMatch(/\nNothing needs doing\.$/)
  })

  it('tells that Slack is down, that what waits goes out by itself, and how late it was afterwards', async () => {
    const { slack, say: sayNow, clock } = world()
    const lift = slack.fault({ kind: 'status', status: 503 })
    for (let each = 0; each < 6; each++) await sayNow()
    await through(10 * minute)
    await sayNow()
    const during = await ask()
    expect(during.match(/the answer was unclear: http_503/g)).toHaveLength(5)
    expect(during).toMatch(/Gates\n {2}closed for the whole workspace, .* until 09:\d\d:\d\d\n/)
    expect(during).toMatch(/\n\nNothing: Slack does not answer, and it goes out by itself when it does\.$/)
    lift()
    clock.travelTo(clock.now() + hour)
    await through(5 * minute)
    expect(await ask()).toMatch(/sent: it was said at 10:1\d:\d\d, 1 h 1\d min late/)
  })

  it('tells of a date that has not come when it will, and whether it will be skipped', async () => {
    await hold(daily)
    expect(await ask('2026-12-08')).toMatch(/not yet come: due 09:00:00\n/)
    expect(await ask('2026-12-09')).toContain('not yet come, and will be skipped: it is a day off')
    await through(day + minute)
    expect(await ask()).toContain('next date: Thursday 10 December 2026 at 09:00')
    await hold(wednesdays)
    const noDate = await ask('2026-12-11')
    expect(noDate).toContain('no date of its own on this day')
    expect(noDate).toContain('next date: Thursday 10 December 2026 at 09:00')
  })

  it.each<[string, SlotRule, string, string | undefined, string]>([
    ['a day off', daily, '2026-12-09', undefined, 'it is a day off'],
    ['one that joined the next', moving, '2026-12-09', undefined, 'moved from a day off onto the next date'],
    ['one without time', daily, '2026-12-08', 'no time', 'not enough time left to answer'],
    ['one without people', daily, '2026-12-08', 'nobody', 'nobody to ask'],
    ['one that lost its owner', daily, '2026-12-08', 'gone', 'does not exist any more'],
    ['one with a reason of its feature’s own', daily, '2026-12-08', 'full moon', 'full moon'],
  ])('tells why a date was skipped: %s', async (_what, rule, date, skip, words) => {
    await hold(rule, skip)
    await through(3 * day)
    expect(await ask(date)).toMatch(new RegExp(`\\n {4}skipped: .*${words}.*\\n`))
  })

  it('tells that somebody decided to skip a date', async () => {
    await hold(daily)
    const decision = { scheduleId: 's1', slot: '2026-12-08', exception: 'skip' } as const
    await world()
      .db.transaction()
      .execute((trx) => decideDate(trx, decision, monday))
    await through(2 * day)
    expect(await ask('2026-12-08')).toContain('skipped: somebody decided to skip this date')
  })

  it('tells that of several dates that passed while Rondo was down only the latest is held', async () => {
    await hold({ ...daily, working: { ...daily.working, daysOff: new Set() } })
    world().clock.travelTo(monday + 2 * day + hour)
    await through(0)
    expect(await ask('2026-12-08')).toContain('skipped: several dates had passed while Rondo was down')
    expect(await ask('2026-12-09')).toContain('held: due 09:00:00, recorded 10:00:00 (1 h late)')
  })

  it('finds a date that moved by its own date and by the day it was held on', async () => {
    await hold(wednesdays)
    await through(4 * day)
    expect(await ask('2026-12-09')).toContain('held, moved to 2026-12-10: due 2026-12-10 09:00:00')
    expect(await ask('2026-12-10')).toContain('held in place of 2026-12-09: due 09:00:00')
  })

  it('finds one that serves a meeting by the day of the meeting and by the day it began', async () => {
    await hold({ ...wednesdays, onDayOff: 'skip', time: '14:00', opens: { workingDaysBefore: 1, time: '09:00' } })
    await through(9 * day)
    expect(await ask('2026-12-16')).toContain('held, begun on 2026-12-15: due 2026-12-15 09:00:00')
    expect(await ask('2026-12-15')).toContain('held for 2026-12-16: due 09:00:00')
    expect(await ask('2026-12-21')).toContain('next date: Tuesday 22 December 2026 at 09:00')
  })

  it.each([
    ['paused', pauseSchedule, 'paused at present: dates pass until it is resumed'],
    ['ended', endSchedule, 'ended: no date comes any more'],
  ] as const)('tells that a schedule is %s', async (status, stop, words) => {
    await hold(daily)
    await world()
      .db.transaction()
      .execute((trx) => stop(trx, 's1'))
    await through(2 * day)
    const report = await ask('2026-12-08')
    expect(report).toContain(`not held: it is ${status}`)
    expect(report).toContain(words)
  })

  it('tells that a date passed while a schedule was paused that goes on by now', async () => {
    await hold(daily)
    const inTransaction = world().db.transaction()
    await inTransaction.execute((trx) => pauseSchedule(trx, 's1'))
    world().clock.travelTo(monday + day + hour)
    await world()
      .db.transaction()
      .execute((trx) => resumeSchedule(trx, 's1', world().clock.now()))
    expect(await ask('2026-12-08')).toContain('not held: it passed before the schedule was made, changed or resumed')
  })

  it('tells that a schedule could not be worked out, and until when it rests', async () => {
    await hold(daily)
    delete world().schedules['test:date']
    await through(minute)
    const report = await ask()
    expect(report).toContain('it could not be worked out, and rests until 09:05:00')
    expect(report).toMatch(/\nLook in the log for "a schedule could not be worked out" \(s1\).*$/)
    await world().db.updateTable('schedule').set({ rule: '{}' }).execute()
    expect(await ask()).toContain('its rule cannot be read')
  })

  it('names the channel where a date was held before the check-in moved here', async () => {
    await hold(daily)
    await world().db.updateTable('delivery').set({ recipient: sales }).execute()
    await through(minute)
    await world().db.updateTable('delivery').set({ recipient: sales }).execute()
    expect(await ask()).toContain(`its message went to ${sales} (sent)`)
    expect(await ask(undefined, sales)).toContain('test:date\n    held: due 09:00:00')
  })

  it.each<[string, string, string | undefined, RegExp, RegExp]>([
    [
      'is_archived',
      post,
      undefined,
      /failed: Slack does not take it there \(is_archived\)/,
      /Unarchive the channel, or/,
    ],
    ['restricted_action', post, undefined, /failed: /, /invite @Rondo in the channel, or choose another/],
    ['msg_too_long', post, undefined, /failed: /, /does not take how the message looks \(msg_too_long\): report it/],
    [
      'token_revoked',
      post,
      undefined,
      /Slack refuses the whole workspace: token_revoked/,
      /Run rondo doctor: Slack refuses/,
    ],
    [
      'missing_scope',
      'conversations.history',
      post,
      /unknown: it may stand in Slack or not/,
      /Look in the channel \(C0SHARED01\)/,
    ],
  ])('tells what to do about %s of %s', async (error, method, dropped, state, advice) => {
    const { slack, say: sayNow } = world()
    slack.fault({ kind: 'error', error, method })
    if (dropped !== undefined) slack.fault({ kind: 'dropAfter', method: dropped })
    await sayNow()
    await through(6 * minute)
    const report = await ask()
    expect(report).toMatch(state)
    expect(report.split('\n').at(-1)).toMatch(advice)
  })

  it('tells that nobody takes up what is due, but not of what waits for its time', async () => {
    const { say: sayNow, clock } = world()
    await sayNow({ dueAt: monday + hour })
    expect(await ask()).toMatch(/due: it waits until 10:00:00\n[\s\S]*\nNothing needs doing\.$/)
    clock.travelTo(monday + hour + minute)
    expect(await ask('2026-12-08')).not.toContain('Deliveries')
    expect(await ask()).toMatch(/1 min late so far\n[\s\S]*\nNothing: it goes out by itself\.$/)
    clock.travelTo(monday + 2 * hour)
    expect(await ask()).toMatch(/\nSee that Rondo runs.*$/)
  })

  it('tells of a reply what it waits for, and of changes how many there were', async () => {
    const { db, say: sayNow, clock, messages } = world()
    let count = 0
    messages['test:count'] = { render: async () => ({ text: `Count ${count++}`, blocks: [] }) }
    const id = await sayNow({ what: 'test:count' })
    const inTransaction = () => db.transaction()
    const reply = { workspaceId, cause: 'test:reply', what: 'test:text', about: { text: 'Secret' }, dueAt: monday }
    await inTransaction().execute((trx) => replyTo(trx, id, reply, monday))
    expect(await ask()).toContain('due: it waits for the message it belongs to, which is due')
    await through(minute)
    for (let each = 0; each < 3; each++) {
      await inTransaction().execute((trx) => refresh(trx, id, clock.now()))
      await through(minute)
    }
    expect(await ask()).toContain('changed 3 times that day, last at 09:03:00')
  })

  it('tells of a person’s messages, and why there is no gathered one', async () => {
    const { db, say: sayNow, messages } = world()
    messages['gathered:day'] = { render: async () => ({ skip: 'nothing due' }) }
    expect(await ask(undefined, anna)).toMatch(/gathered message: none was planned[\s\S]*\nNothing found: /)
    expect(await ask('2026-12-08', anna)).toContain('gathered message: not yet come')
    await sayNow({ kind: 'dm', recipient: anna, what: 'gathered:day', cause: 'gathered:w1:2026-12-07' })
    await sayNow({ kind: 'dm', recipient: anna })
    await through(minute)
    const report = await ask(undefined, anna)
    expect(report).toContain('skipped: it was not said: nothing waited for them')
    expect(report).toMatch(/direct message \(test:text\), due 09:00:00\n {4}sent: it was said at 09:00:0\d, on time/)
    expect(report).not.toContain('gathered message: none')
    await db.updateTable('person').set({ deactivated_at: monday }).execute()
    expect(await ask('2026-12-08', anna)).toContain('they left Slack on Monday 7 December 2026')
  })

  it('does not take the gathered message of the day before for that of the day', async () => {
    const { say: sayNow, clock } = world()
    await sayNow({ kind: 'dm', recipient: anna, what: 'gathered:day', cause: 'gathered:w1:2026-12-07' })
    clock.travelTo(monday + day)
    const report = await ask(undefined, anna)
    expect(report).toContain('(gathered:day), due 2026-12-07')
    expect(report).toContain('gathered message: none was planned')
  })

  it('tells what a team lead decided about one that may or may not stand', async () => {
    const { db, slack, say: sayNow, clock } = world()
    const lift = slack.fault({ kind: 'error', error: 'missing_scope', method: 'conversations.history' })
    slack.fault({ kind: 'dropBefore', method: post, times: 1 })
    const id = await sayNow()
    const reply = { workspaceId, cause: 'test:reply', what: 'test:text', about: { text: 'Secret' }, dueAt: monday }
    await db.transaction().execute((trx) => replyTo(trx, id, reply, monday))
    await through(6 * minute)
    const undecided = await ask()
    expect(undecided).toContain('gave up looking: missing_scope')
    expect(undecided).toContain('it waits for the message it belongs to, which is unknown')
    expect(undecided).toMatch(/\n\nLook in the channel .*$/)
    const row = await stateOf(db, id)
    lift()
    await db.transaction().execute((trx) => decideUpon(trx, row, 'unsure', 'by p1', clock.now()))
    await through(6 * minute)
    const report = await ask()
    expect(report).toMatch(/09:06:00 a team lead had it looked for once more\n {6}09:06:00 looked: not there\n/)
    expect(report).not.toContain('p1')
  })

  it('keeps texts and names to itself', async () => {
    const { say: sayNow } = world()
    await hold(daily)
    await sayNow({ kind: 'dm', recipient: anna, about: { text: 'Secret' } })
    await through(minute)
    expect(`${await ask()} ${await ask(undefined, anna)}`).not.toMatch(/Secret|Anna/)
  })

  it('shows today what has waited since yesterday, and a later day nothing of what was said before', async () => {
    const { slack, clock } = world()
    await hold(wednesdays)
    await world().say()
    slack.fault({ kind: 'error', error: 'token_revoked', method: post, times: 1 })
    await through(0)
    clock.travelTo(monday + day)
    expect(await ask('2026-12-08')).toContain('message (test:text), due 2026-12-07 09:00:00')
    await through(minute)
    expect(await ask('2026-12-09')).not.toContain('Deliveries')
  })

  it('says where what happened is not kept any more', async () => {
    await hold(wednesdays)
    await world().say()
    await through(minute)
    const { db, clock } = world()
    clock.travelTo(monday + 91 * day)
    await purge({ db, engine, optimize: async () => {}, close: async () => {} }, clock.now())
    const report = await ask('2026-12-07')
    expect(report).toContain('sent: it was said at')
    expect(report).not.toContain('sent to Slack')
    expect(report).toContain('is kept for 90 days')
    expect(await ask()).not.toContain('90 days')
  })

  it('changes nothing', async () => {
    const { db } = world()
    await hold(daily)
    world().slack.fault({ kind: 'error', error: 'is_archived', method: post })
    await through(minute)
    const tables = ['schedule', 'occurrence', 'delivery', 'delivery_event', 'gate', 'person'] as const
    const rows = () => Promise.all(tables.map((table) => db.selectFrom(table).selectAll().orderBy(sql`1`).execute()))
    const before = await rows()
    await ask()
    await ask('2026-12-08', anna)
    expect(await rows()).toEqual(before)
  })

  it('says what it looked for where it finds nothing, and what to check', async () => {
    await world().say({ recipient: sales })
    await through(minute)
    expect(await ask('2026-12-24', sales)).toMatch(
      /^Channel C0SALES001, Thursday 24 December[\s\S]*\nNothing found: .*Check the channel/,
    )
  })

  it.each([
    ['C0NOWHERE', /nothing to do with channel C0NOWHERE: check the id/],
    ['U0NOBODY', /does not know person U0NOBODY: check the id/],
  ])('refuses %s, which it has nothing to do with, in one sentence', async (id, sentence) => {
    const refused = await ask(undefined, id).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(OperatorError)
    expect(refused).toMatchObject({ message: expect.stringMatching(sentence), exitCode: 1 })
  })

  it('finds a channel by the name that Slack has for it', async () => {
    const { slack } = world()
    const { read } = shortTempered(slack, silentLog, 5_000)
    expect(await findChannel(read, 'shared')).toEqual({ kind: 'channel', id: shared })
    await expect(findChannel(read, 'nowhere')).rejects.toThrow(/no channel #nowhere: check the name/)
    slack.fault({ kind: 'error', error: 'missing_scope', method: 'conversations.list' })
    await expect(findChannel(read, 'shared')).rejects.toThrow(/did not tell .* \(missing_scope\): give its id/)
  })
})

describe.each(engines)('why, asked of a whole Rondo on %s', (engine) => {
  const day = useTeamDay(engine)

  it('tells of the review, of its changes, and of what people were told', async () => {
    await day().until('2027-03-01 09:20')
    const { db, clock, features } = day()
    const report = async (recipient: Recipient) =>
      (await explain(db, { recipient, date: undefined }, features, clock.now())).join('\n')
    const ofChannel = await report({ kind: 'channel', id: 'CSHARED' })
    expect(ofChannel).toContain('  Pipeline review (Acme)\n    held: due 09:00:00, recorded 09:00:00 (on time)')
    expect(ofChannel).toContain('message (checkins:opening), due 09:00:00\n    sent: it was said at 09:00:0')
    expect(ofChannel).toMatch(/\nNothing needs doing\.$/)
    expect(await report({ kind: 'channel', id: 'CSALES' })).toContain('Nothing found: no schedule serves this channel')
    const ofAnna = await report({ kind: 'person', id: 'UANNA' })
    expect(ofAnna).toMatch(/direct message \(gathered:day\), due 09:00:0\d\n {4}sent: /)
    expect(ofAnna).not.toMatch(/Schedules|Anna/)
  })
})

describe('the question', () => {
  it.each([
    [['C0123ABCD'], { about: { kind: 'channel', id: 'C0123ABCD' }, date: undefined }],
    [['C0123ABCD', '2027-03-01'], { about: { kind: 'channel', id: 'C0123ABCD' }, date: '2027-03-01' }],
    [['U0123ABCD'], { about: { kind: 'person', id: 'U0123ABCD' }, date: undefined }],
    [['#shared'], { about: { kind: 'channel name', name: 'shared' }, date: undefined }],
    [['marketing-sales'], { about: { kind: 'channel name', name: 'marketing-sales' }, date: undefined }],
  ])('%j is understood', (args, question) => {
    expect(toQuestion(args)).toEqual(question)
  })

  it.each([
    [[], /Name a channel or a person/],
    [['C0123ABCD', '2027-03-01', 'now'], /Name a channel or a person/],
    [['Somebody Else'], /is not a channel or a person/],
    [['C0123ABCD', '2027-02-30'], /"2027-02-30" is not a date/],
    [['C0123ABCD', '1 March'], /"1 March" is not a date/],
  ])('%j is refused in one sentence', (args, sentence) => {
    expect(() => toQuestion(args)).toThrow(sentence)
    expect(() => toQuestion(args)).toThrow(OperatorError)
  })
})
