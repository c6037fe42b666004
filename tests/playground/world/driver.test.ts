import { setImmediate as immediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, silentLog } from '../../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../../src/playground/clock.ts'
import type { Exchange } from '../../../src/playground/server/exchange.ts'
import { createDriver, type Driver } from '../../../src/playground/world/driver.ts'
import { createTurns, type Turns } from '../../../src/playground/world/turns.ts'

let clock: TravelClock
let turns: Turns
let traffic: Exchange[]
let tell: () => void
/** What the clock showed whenever it was let work. */
let worked: number[]
let due: number[]
let fails: boolean
let driver: Driver
let lines: string[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  clock = travelClock(0)
  turns = createTurns()
  traffic = []
  worked = []
  due = []
  fails = false
  lines = []
  driver = createDriver({
    bot: {
      async settle() {
        if (fails) throw new Error('The database does not answer.')
        worked.push(clock.now())
        due = due.filter((at) => at > clock.now())
      },
      nextDue: async () => due.toSorted((a, b) => a - b)[0],
    },
    clock,
    turns,
    slack: {
      traffic,
      onChange(listener) {
        tell = listener
        return () => undefined
      },
    },
    log: createLog('error', { write: (line) => void lines.push(line) }),
  })
  driver.start()
})

afterEach(async () => {
  await driver.stop()
  vi.useRealTimers()
})

/** Lets everything go on that nothing keeps from it. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await immediate()
}

async function happens(from: Exchange['from']): Promise<void> {
  traffic.push({ at: clock.now(), from, what: 'something', request: undefined, answer: undefined })
  tell()
  await calm()
}

describe('what lets Rondo work', () => {
  it('lets it work at once, and then no more while nothing happens, however long', async () => {
    clock.run()
    await calm()
    const before = worked.length
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    expect(worked).toHaveLength(before)
    expect(before).toBeGreaterThan(0)
  })

  it('lets it work when something is due by the running clock, to the millisecond', async () => {
    due = [90_000]
    clock.run()
    await calm()
    await vi.advanceTimersByTimeAsync(89_999)
    expect(worked.at(-1)).toBeLessThan(90_000)
    await vi.advanceTimersByTimeAsync(1)
    await calm()
    expect(worked.at(-1)).toBe(90_000)
  })

  it('waits with what is due as long as the clock stands, and does it when somebody moves it there', async () => {
    due = [90_000]
    await happens('slack')
    const before = worked.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(worked).toHaveLength(before)
    clock.advance(90_000)
    await calm()
    expect(due).toEqual([])
  })

  it('lets it work after everything that Slack brings', async () => {
    await calm()
    const before = worked.length
    await happens('slack')
    expect(worked).toHaveLength(before + 1)
    await happens('slack')
    expect(worked).toHaveLength(before + 2)
  })

  it('is not woken by what Rondo asks of Slack itself, which would never end where it asks each time', async () => {
    await calm()
    const before = worked.length
    await happens('app')
    tell()
    await calm()
    expect(worked).toHaveLength(before)
  })

  it('waits while somebody else moves time', async () => {
    await calm()
    const before = worked.length
    const journey = Promise.withResolvers<void>()
    const over = turns.take(() => journey.promise)
    await happens('slack')
    expect(worked).toHaveLength(before)
    journey.resolve()
    await over
    await calm()
    expect(worked).toHaveLength(before + 1)
  })

  it('logs what goes wrong and tries again after a while', async () => {
    await calm()
    fails = true
    await happens('slack')
    expect(lines).toHaveLength(1)
    const before = worked.length
    fails = false
    await vi.advanceTimersByTimeAsync(1_000)
    await calm()
    expect(worked).toHaveLength(before + 1)
  })

  it('looks once a second, and not without end, at what is due and cannot be done', async () => {
    const settled: number[] = []
    const stuck = createDriver({
      bot: { settle: async () => void settled.push(clock.now()), nextDue: async () => 0 },
      clock,
      turns: createTurns(),
      slack: { traffic, onChange: () => () => undefined },
      log: silentLog,
    })
    clock.run()
    stuck.start()
    await calm()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(settled.length).toBeGreaterThan(5)
    expect(settled.length).toBeLessThan(15)
    await stuck.stop()
  })
})
