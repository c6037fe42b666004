import { describe, expect, it } from 'vitest'
import { toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import { setUp } from '../../src/partnerships/story.ts'
import { pauseSchedule } from '../../src/platform/delivery/schedules.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { channels, seed, zone } from '../../src/playground/story/cast.ts'
import { beginsAt, play } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { sampled } from '../support/databases.ts'
import { type Journey, useJourney } from '../support/journey.ts'

const monday = '2027-03-01'
const at = (time: string, date = monday): number => toInstant(date, time, zone)

describe.each(sampled('journeys/trouble'))('a Monday on which something is down, on %s', (engine) => {
  const journey = useJourney({ engine, mode: 'socket', seed: withSecond, startsAt: beginsAt })

  it('opens the review once when Slack is back, says that it is late, and gives everyone the full time', async () => {
    await prepared(journey())
    await journey().until(at('08:55'))
    const lift = journey().slack.fault({ kind: 'status', status: 503 })
    await journey().until(at('11:00'))
    expect(roots(journey())).toEqual([])
    lift()
    await journey().until(at('11:30'))
    await expectLateOpening(journey())
  })

  it('does the same when Rondo itself was down', async () => {
    await prepared(journey())
    await journey().until(at('08:55'))
    await journey().stop()
    journey().clock.travelTo(at('11:00'))
    await journey().start()
    await journey().until(at('11:30'))
    await expectLateOpening(journey())
  })

  it('does the same when the laptop it runs on was asleep', async () => {
    await prepared(journey())
    await journey().until(at('08:55'))
    // The wall clock goes on while it sleeps; what counts the time that it runs stands still, and its connections die.
    journey().slack.sockets.kill('all')
    journey().clock.set(at('11:00'))
    await journey().until(at('11:30'))
    await expectLateOpening(journey())
  })

  it('opens nothing while its own clock is wrong, and everything when it is right again', async () => {
    await prepared(journey())
    await journey().until(at('08:00'))
    const wrong = journey().clock.now() + 31 * 24 * 3_600_000
    const right = journey().slack.fault({ kind: 'dropBefore', method: 'api.test' })
    journey().clock.set(wrong)
    await journey().until(wrong + 60_000)
    expect(roots(journey())).toEqual([])
    journey().clock.set(at('08:01'))
    right()
    await journey().until(at('09:05'))
    expect(roots(journey())).toHaveLength(1)
    expect(journey().slack.plain(there(roots(journey())[0]))).not.toContain('so it opens now')
  })

  it('opens no review that was paused while Slack was down', async () => {
    await prepared(journey())
    await journey().until(at('08:55'))
    const lift = journey().slack.fault({ kind: 'status', status: 503 })
    await journey().until(at('09:30'))
    const { db } = journey().database()
    const schedules = await db.selectFrom('schedule').select('id').execute()
    await db.transaction().execute(async (trx) => {
      for (const { id } of schedules) await pauseSchedule(trx, id)
    })
    lift()
    await journey().until(at('17:30'))
    expect(roots(journey())).toEqual([])
  })

  it('skips a date whose full time to answer no longer fits before the next one, and the next opens on time', async () => {
    await prepared(journey())
    await journey().until(at('08:55'))
    await journey().stop()
    journey().clock.travelTo(at('08:00', '2027-03-08'))
    await journey().start()
    await journey().until(at('09:30', '2027-03-08'))
    expect(roots(journey()).map((root) => toLocal(instantOf(root), zone).date)).toEqual(['2027-03-08'])
  })

  it('loses no answer to a restart between the answer and the close', async () => {
    await prepared(journey())
    await journey().until(at('10:05'))
    const { slack } = journey()
    const tom = slack.person('tom')
    await tom.click(there(tom.directMessages().at(-1)), 'checkins:answer')
    await tom.nextModal('checkins:answer')
    expect(await tom.submit({ deals: 'Hartley Foods wants a proposal.' })).toMatchObject({ acked: true })
    await journey().stop()
    journey().clock.travelTo(at('16:00'))
    await journey().start()
    await journey().until(at('17:30'))
    const [root] = roots(journey())
    expect(slack.plain(there(root))).toContain('1 of 12 answered')
    const [, summary] = slack.thread(channels.shared, there(root).ts)
    expect(slack.plain(there(summary))).toContain('Hartley Foods wants a proposal.')
  })
})

const second = { marketing: 'C04MARKETING', sales: 'C05SALES', shared: 'C06SHARED' }
const others = ['vera', 'otto']
const withSecond: Seed = {
  ...seed,
  users: [...(seed.users ?? []), ...others.map((name) => ({ name, realName: name, tz: zone }))],
  channels: [
    ...(seed.channels ?? []),
    ...Object.entries(second).map(([name, id]) => ({
      id,
      name: `second-${name}`,
      members: ['sanne', 'priya', 'ruben'],
    })),
  ],
}

/** Two partnerships, whose reviews open at the same moment. */
async function prepared({ slack, clock, rondo }: Journey): Promise<void> {
  await play({ slack, clock, rondo: rondo(), transcript: transcriptOf(slack, () => undefined) }, setUp)
  const vera = slack.person('vera')
  await vera.command('/rondo setup new', { in: second.shared })
  await vera.nextModal('partnerships:setup-channels')
  await vera.submit({
    name: 'Second',
    marketing_channel: second.marketing,
    sales_channel: second.sales,
    shared_channel: second.shared,
  })
  await slack.until(() => vera.modal?.submit)
  await vera.submit({
    marketing_people: ['vera'],
    sales_people: ['otto'],
    marketing_team_lead: 'vera',
    sales_team_lead: 'otto',
  })
  await vera.submit({ language: 'en', holiday_country: 'NL' })
  await rondo().settle()
  await vera.close({ all: true })
}

/** Once, after eleven, with a word about it; eight working hours from then on are over on Tuesday. */
async function expectLateOpening(journey: Journey): Promise<void> {
  const [root, ...more] = roots(journey)
  expect(more).toEqual([])
  const [other, ...others] = roots(journey, second.shared)
  expect(others).toEqual([])
  expect(journey.slack.plain(there(other))).toContain('so it opens now')
  const openedAt = instantOf(there(root))
  expect(openedAt).toBeGreaterThanOrEqual(at('11:00'))
  expect(journey.slack.plain(there(root))).toContain('so it opens now')
  const closesAt = at('09:00', '2027-03-02') + (openedAt - at('09:00'))
  await journey.until(closesAt - 60_000)
  expect(replies(journey)).toEqual([])
  await journey.until(closesAt + 60_000)
  expect(replies(journey)).toHaveLength(1)
}

const roots = ({ slack }: Journey, channel = channels.shared): Message[] =>
  slack.messages(channel).filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts)

function replies(journey: Journey): Message[] {
  return journey.slack.thread(channels.shared, there(roots(journey)[0]).ts).slice(1)
}

const instantOf = ({ ts }: Message): number => Math.floor(Number(ts) * 1000)

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.')
  return thing
}
