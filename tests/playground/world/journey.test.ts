import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import { travel } from '../../../src/playground/travel.ts'
import { type Bot, createBot } from '../../../src/playground/world/bot.ts'
import { momentOf } from '../../../src/playground/world/destination.ts'
import { createJourney } from '../../../src/playground/world/journey.ts'
import { travellerIn } from '../../../src/playground/world/stride.ts'
import { call } from '../call.ts'

const hour = 3_600_000
const startsAt = Date.parse('2027-03-01T08:00:00Z')
let clock: TravelClock
let slack: Slack

beforeEach(async () => {
  clock = travelClock(startsAt)
  slack = await startSlack({
    clock,
    seed: {
      users: [
        { id: 'UANNA', name: 'anna' },
        { id: 'UGUEST', name: 'guest', restricted: true },
      ],
      channels: [
        { id: 'COPEN', name: 'open', members: ['anna'] },
        { id: 'CPRIVATE', name: 'private', private: true, members: ['guest'] },
      ],
    },
  })
})
afterEach(() => slack.stop())

const post = async (channel: string, text: string, thread_ts?: string): Promise<string> => {
  const { body } = await call(slack, 'chat.postMessage', { channel, text, ...(thread_ts && { thread_ts }) })
  return String(body.ts)
}
const userNamed = (id: string) => slack.workspace.users.get(id)

describe('what was said on a journey', () => {
  it('is what the app said and changed, where it did; not what people said or what was there before', async () => {
    const before = await post('COPEN', 'before')
    const journey = createJourney(slack.workspace, startsAt + hour)
    expect(journey.stop()).toBe(false)
    clock.advance(hour)
    slack.person('anna').say('hello', { in: 'COPEN' })
    const ts = await post('COPEN', 'new')
    await call(slack, 'chat.update', { channel: 'COPEN', ts: before, text: 'after' })
    expect(journey.stop()).toBe(true)
    expect(journey.stop()).toBe(false)
    journey.end()
    expect(journey.card(userNamed('UANNA'))).toEqual({
      from: startsAt,
      to: startsAt + hour,
      over: true,
      stops: [
        {
          at: startsAt + hour,
          posts: [{ channel: 'COPEN', ts }],
          changes: [{ channel: 'COPEN', ts: before }],
          direct: 0,
          mine: 0,
        },
      ],
    })
  })

  it('counts no message as changed that only got a reply or a reaction', async () => {
    const root = await post('COPEN', 'root')
    const journey = createJourney(slack.workspace, startsAt + hour)
    const reply = await post('COPEN', 'reply', root)
    await call(slack, 'reactions.add', { channel: 'COPEN', timestamp: root, name: 'eyes' })
    journey.stop()
    expect(journey.card(userNamed('UANNA')).stops).toMatchObject([
      { posts: [{ channel: 'COPEN', ts: reply }], changes: [] },
    ])
  })

  it('is shown to those who may see it; direct messages are only counted, one’s own apart', async () => {
    const journey = createJourney(slack.workspace, startsAt + 3 * hour)
    await post('COPEN', 'for everybody but guests')
    journey.stop()
    clock.advance(hour)
    await post('CPRIVATE', 'for few')
    journey.stop()
    clock.advance(hour)
    await post('UANNA', 'for one')
    journey.stop()
    const seenBy = (id: string) =>
      journey
        .card(userNamed(id))
        .stops.map(({ posts, direct, mine }) => [...posts.map(({ channel }) => channel), direct, mine])
    expect(seenBy('UANNA')).toEqual([
      ['COPEN', 0, 0],
      [1, 1],
    ])
    expect(seenBy('UGUEST')).toEqual([
      ['CPRIVATE', 0, 0],
      [1, 0],
    ])
    expect(seenBy('UNOBODY')).toEqual([[1, 0]])
  })

  it('is one stop within a minute, in which a message that is new is not also changed', async () => {
    const journey = createJourney(slack.workspace, startsAt + hour)
    const ts = await post('COPEN', 'first')
    journey.stop()
    clock.advance(1_100)
    await call(slack, 'chat.update', { channel: 'COPEN', ts, text: 'first, better' })
    const second = await post('COPEN', 'second')
    journey.stop()
    clock.advance(60_000)
    await post('COPEN', 'third')
    journey.stop()
    expect(journey.card(userNamed('UANNA')).stops).toMatchObject([
      { at: startsAt, posts: [{ ts }, { ts: second }], changes: [] },
      { at: startsAt + 61_100, posts: [{}] },
    ])
  })

  it('ends where it got to', () => {
    const journey = createJourney(slack.workspace, startsAt + 5 * hour)
    clock.advance(hour)
    expect(journey.card(undefined)).toMatchObject({ to: startsAt + 5 * hour, over: false })
    journey.end()
    expect(journey.card(undefined)).toMatchObject({ to: startsAt + hour, over: true })
  })
})

describe('where a journey stops', () => {
  const happensAt = startsAt + hour + 20 * 60_000
  const ahead = {
    morning: async () => undefined,
    occurrence: async (_person: string, now: number) => (happensAt > now ? happensAt : undefined),
  }

  /** The moments, in minutes from the start, at which a bot was let work that is busy at each of its due moments. */
  async function stopsOf(bot: Bot, { hours, down = false }: { hours: number; down?: boolean }): Promise<number[]> {
    const stops: number[] = []
    const traveller = travellerIn({ bot, now: clock.now, isDown: () => down, ahead, person: 'UANNA', log: silentLog })
    await travel(clock, traveller, startsAt + hours * hour, () => void stops.push((clock.now() - startsAt) / 60_000))
    return [...new Set(stops)]
  }

  async function botDueEvery(ms: number, settle = async () => undefined): Promise<Bot> {
    const launch = async () => ({ settle, nextDue: async () => clock.now() + ms, stop: async () => undefined })
    const bot = createBot({ launch, log: silentLog, changed: () => undefined })
    await bot.start()
    return bot
  }

  it('is every moment at which something is due', async () => {
    expect(await stopsOf(await botDueEvery(25 * 60_000), { hours: 1 })).toEqual([0, 25, 50, 60])
  })

  it('is every quarter of an hour while Slack is down, and the moments at which something happens', async () => {
    expect(await stopsOf(await botDueEvery(2_000), { hours: 2, down: true })).toEqual([
      0, 15, 30, 45, 60, 75, 80, 95, 110, 120,
    ])
  })

  it('is every few hours while the bot is off', async () => {
    const bot = await botDueEvery(2_000)
    await bot.stop()
    expect(await stopsOf(bot, { hours: 7 })).toEqual([0, 180, 360, 420])
  })

  it('is a minute later where something goes wrong, and time passes all the same', async () => {
    const bot = await botDueEvery(1, () => Promise.reject(new Error('The database does not answer.')))
    expect(await stopsOf(bot, { hours: 0.05 })).toEqual([0, 1, 2, 3])
  })
})

describe('where somebody wants to go', () => {
  const ahead = { morning: async () => startsAt + 24 * hour, occurrence: async () => undefined }
  const momentFor = (to: Parameters<typeof momentOf>[0], language: 'en' | 'nl' = 'en') =>
    momentOf(to, { person: 'UANNA', now: startsAt, ahead, language }).then((at) => (at - startsAt) / hour)

  it.each([
    [{ hours: 1 }, 1],
    [{ hours: 0.5 }, 0.5],
    [{ instant: startsAt + 3 * hour }, 3],
    // A minute more, so that all of it stands there.
    [{ next: 'morning' }, 24 + 1 / 60],
    [{ hours: 366 * 24 }, 366 * 24],
  ] as const)('is for %o so many hours away: %d', async (to, hours) => {
    expect(await momentFor(to)).toBeCloseTo(hours, 9)
  })

  it.each([
    [{ hours: 0 }, /still to come/],
    [{ hours: -1 }, /still to come/],
    [{ instant: startsAt }, /still to come/],
    [{ instant: Number.NaN }, /still to come/],
    [{ hours: 368 * 24 }, /more than a year/],
    [{ hours: Number.POSITIVE_INFINITY }, /more than a year/],
    [{ next: 'occurrence' }, /No check-in is planned yet.*\/rondo setup/],
  ] as const)('is refused in a sentence for %o', async (to, sentence) => {
    await expect(momentFor(to)).rejects.toThrow(sentence)
  })

  it('is refused in the language of whoever asks', async () => {
    await expect(momentFor({ next: 'occurrence' }, 'nl')).rejects.toThrow(/nog geen check-in gepland/)
  })
})
