import { afterEach, describe, expect, it } from 'vitest'
import { travelClock } from '../../src/playground/clock.ts'
import { methodNames } from '../../src/playground/server/api/index.ts'
import { createRateLimiter, publishedLimits } from '../../src/playground/server/rate-limits.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { withoutTier } from '../../src/playground/server/tiers.ts'
import { call } from './call.ts'
import { openSocket } from './raw-app.ts'

const minute = 60_000
const limiterOf = (...limits: Parameters<typeof createRateLimiter>[1][]) => {
  const clock = travelClock(Date.UTC(2027, 2, 1))
  return { clock, limiter: createRateLimiter(clock, limits[0] ?? 'off') }
}

describe('the published limits', () => {
  it('name a tier for every method there is, or say that none is published', () => {
    const tiers = new Set([...Object.keys(publishedLimits.perMinute ?? {}), ...withoutTier])
    expect(methodNames.filter((name) => !tiers.has(name))).toEqual([])
  })

  it.each([
    ['apps.uninstall', 1],
    ['users.list', 20],
    ['chat.update', 50],
    ['conversations.replies', 50],
    ['views.publish', 100],
  ])('take %s %i times a minute, by the clock', (method, times) => {
    const { clock, limiter } = limiterOf('published')
    for (let n = 0; n < times; n += 1) expect(limiter.refuseFor(method, undefined)).toBeUndefined()
    expect(limiter.refuseFor(method, undefined)).toBe(60)
    clock.advance(minute - 1)
    expect(limiter.refuseFor(method, undefined)).toBe(1)
    clock.advance(1)
    expect(limiter.refuseFor(method, undefined)).toBeUndefined()
  })

  it('count each method by itself, and take any number of those without a tier', () => {
    const { limiter } = limiterOf('published')
    for (let n = 0; n < 20; n += 1) limiter.refuseFor('users.list', undefined)
    expect(limiter.refuseFor('conversations.list', undefined)).toBeUndefined()
    for (let n = 0; n < 1000; n += 1) expect(limiter.refuseFor('auth.test', undefined)).toBeUndefined()
  })

  it('take one post a second in a channel, and three hundred a minute in all', () => {
    const { clock, limiter } = limiterOf('published')
    expect(limiter.refuseFor('chat.postMessage', 'C1')).toBeUndefined()
    expect(limiter.refuseFor('chat.postMessage', 'C1')).toBe(1)
    for (let n = 2; n <= 300; n += 1) expect(limiter.refuseFor('chat.postMessage', `C${n}`)).toBeUndefined()
    clock.advance(1000)
    expect(limiter.refuseFor('chat.postMessage', 'C1')).toBe(59)
    clock.advance(59_000)
    expect(limiter.refuseFor('chat.postMessage', 'C1')).toBeUndefined()
  })
})

describe('a burst', () => {
  it('is taken at once and made good by waiting, so that the mean stays', () => {
    const { clock, limiter } = limiterOf({ postsPerChannelPerSecond: 1, postBurst: 3 })
    const post = () => limiter.refuseFor('chat.postMessage', 'C1')
    for (let n = 0; n < 4; n += 1) expect(post()).toBeUndefined()
    expect(post()).toBe(4)
    clock.advance(4000)
    let taken = 0
    for (let second = 0; second < 60; second += 1, clock.advance(1000)) if (post() === undefined) taken += 1
    expect(taken).toBe(60)
  })
})

describe('the limits of an unlisted app', () => {
  it.each(['conversations.history', 'conversations.replies'])('let it read %s once a minute', (method) => {
    const { limiter } = limiterOf('unlisted')
    expect(limiter.refuseFor(method, 'C1')).toBeUndefined()
    expect(limiter.refuseFor(method, 'C2')).toBe(60)
    expect(limiter.refuseFor('conversations.info', 'C1')).toBeUndefined()
  })

  it.each([
    [{}, 15],
    [{ limit: '200' }, 15],
    [{ limit: 0 }, 15],
    [{ limit: '7' }, '7'],
  ])('turn %j into a limit of %s', (args, limit) => {
    expect(limiterOf('unlisted').limiter.clamp('conversations.history', args)).toEqual({ limit })
  })

  it('leave the arguments of other methods and other apps alone', () => {
    expect(limiterOf('unlisted').limiter.clamp('users.list', { limit: 200 })).toEqual({ limit: 200 })
    expect(limiterOf('published').limiter.clamp('conversations.history', { limit: 200 })).toEqual({ limit: 200 })
  })
})

describe('in a running stand-in', () => {
  let slack: Slack
  afterEach(() => slack.stop())
  const seed = { users: [{ name: 'anna' }], channels: [{ id: 'C0OPEN0001', name: 'open', members: ['anna'] }] }
  const read = () => call(slack, 'conversations.history', { channel: 'C0OPEN0001', limit: 100 })

  it('presets are switched at any time', async () => {
    const clock = travelClock(Date.UTC(2027, 2, 1))
    slack = await startSlack({ seed, clock, botEvents: [] })
    for (let n = 0; n < 20; n += 1) slack.person('anna').say(`${n}`, { in: 'open' })
    expect((await read()).body.messages).toHaveLength(20)
    slack.limit('unlisted')
    const { status, headers } = await read()
    expect([status, headers.get('retry-after')]).toEqual([429, '60'])
    clock.advance(minute)
    const page = (await read()).body
    expect(page.messages).toHaveLength(15)
    expect(page.has_more).toBe(true)
    slack.limit('off')
    expect((await read()).body.messages).toHaveLength(20)
  })

  it('an unknown preset is refused with the known ones', async () => {
    slack = await startSlack({ seed })
    const wrong = 'generous' as 'off'
    expect(() => slack.limit(wrong)).toThrow('"generous"; there are off, published, unlisted')
  })

  it('events beyond the limit are left out, and the app is told once a minute', async () => {
    const clock = travelClock(Date.UTC(2027, 2, 1, 9, 0, 30))
    slack = await startSlack({ seed, clock, rateLimits: { eventsPerHour: 2 } })
    const socket = await openSocket(slack, () => ({}))
    const say = async (times: number) => {
      for (let n = 0; n < times; n += 1) slack.person('anna').say('Hello', { in: 'open' })
      await slack.settled()
      return socket.got.splice(0).map(({ payload }) => payload.type)
    }
    expect(await say(4)).toEqual(['event_callback', 'event_callback', 'app_rate_limited'])
    expect(await say(1)).toEqual([])
    expect(slack.traffic.findLast(({ what }) => what === 'event app_rate_limited')?.request).toEqual({
      type: 'app_rate_limited',
      team_id: slack.team.id,
      api_app_id: slack.bot.appId,
      minute_rate_limited: Date.UTC(2027, 2, 1, 9) / 1000,
    })
    clock.advance(minute)
    expect(await say(1)).toEqual(['app_rate_limited'])
    clock.advance(60 * minute)
    expect(await say(1)).toEqual(['event_callback'])
  })
})
