import { describe, expect, it } from 'vitest'
import { toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { channels, seed } from '../../src/playground/story/cast.ts'
import { beginsAt, setUp } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { zone } from '../../src/playground/story/weeks.ts'
import { engines } from '../support/databases.ts'
import { type Journey, useJourney } from '../support/journey.ts'

const monday = '2027-03-01'
const at = (time: string, date = monday): number => toInstant(date, time, zone)

describe.each(engines)('a Monday on which something is down, on %s', (engine) => {
  const journey = useJourney({ engine, mode: 'socket', seed, startsAt: beginsAt })

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

async function prepared({ slack, clock, rondo }: Journey): Promise<void> {
  await setUp({ slack, clock, rondo: rondo(), transcript: transcriptOf(slack, () => undefined) })
}

/** Once, after eleven, with a word about it; eight working hours from then on are over on Tuesday. */
async function expectLateOpening(journey: Journey): Promise<void> {
  const [root, ...more] = roots(journey)
  expect(more).toEqual([])
  const openedAt = instantOf(there(root))
  expect(openedAt).toBeGreaterThanOrEqual(at('11:00'))
  expect(journey.slack.plain(there(root))).toContain('so it opens now')
  const closesAt = at('09:00', '2027-03-02') + (openedAt - at('09:00'))
  await journey.until(closesAt - 60_000)
  expect(replies(journey)).toEqual([])
  await journey.until(closesAt + 60_000)
  expect(replies(journey)).toHaveLength(1)
}

const roots = ({ slack }: Journey): Message[] =>
  slack.messages(channels.shared).filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts)

function replies(journey: Journey): Message[] {
  return journey.slack.thread(channels.shared, there(roots(journey)[0]).ts).slice(1)
}

const instantOf = ({ ts }: Message): number => Math.floor(Number(ts) * 1000)

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.')
  return thing
}
