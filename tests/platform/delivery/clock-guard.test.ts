import { describe, expect, it } from 'vitest'
import { createClockGuard } from '../../../src/platform/delivery/clock-guard.ts'
import { silentLog } from '../../../src/platform/log.ts'
import { travelClock } from '../../../src/playground/clock.ts'
import { engines } from '../../support/databases.ts'
import { monday, pass, shared, useWorld } from '../../support/delivery-world.ts'

const second = 1_000
const hour = 3_600_000
const day = 24 * hour

/** Our clock, and the one on the other side. Time passes on both. */
function twoClocks(start = monday) {
  const [ours, theirs] = [travelClock(start), travelClock(start)]
  let asked = 0
  let reachable = true
  const guard = createClockGuard({
    clock: ours,
    log: silentLog,
    askTime: async () => {
      asked++
      return reachable ? theirs.now() : undefined
    },
  })
  return {
    ours,
    theirs,
    guard,
    asked: () => asked,
    cutOff: (cut: boolean) => {
      reachable = !cut
    },
    pass: (ms: number) => {
      ours.advance(ms)
      theirs.advance(ms)
    },
  }
}

describe('a clock', () => {
  it('is asked about once, and believed as long as it runs evenly', async () => {
    const { guard, asked, pass } = twoClocks()
    for (let tick = 0; tick < 10_000; tick++) {
      expect(await guard.trusted()).toBe(true)
      pass(second)
    }
    expect(asked()).toBe(1)
  })

  it.each([
    ['a month ahead', 31 * day],
    ['an hour back', -hour],
    ['two minutes ahead', 120 * second],
  ])('that was set %s is not believed, until it is right again', async (_how, ms) => {
    const { ours, theirs, guard, pass } = twoClocks()
    await guard.trusted()
    ours.set(ours.now() + ms)
    expect(await guard.trusted()).toBe(false)
    pass(second)
    expect(await guard.trusted()).toBe(false)
    ours.set(theirs.now())
    expect(await guard.trusted()).toBe(true)
  })

  it('that is wrong from the start is not believed', async () => {
    const { ours, guard } = twoClocks()
    ours.set(monday + 31 * day)
    expect(await guard.trusted()).toBe(false)
  })

  it('of a machine that slept is believed as soon as somebody else confirms it', async () => {
    const { ours, theirs, guard, cutOff } = twoClocks()
    await guard.trusted()
    theirs.advance(2 * hour)
    ours.set(ours.now() + 2 * hour)
    cutOff(true)
    expect(await guard.trusted()).toBe(false)
    cutOff(false)
    expect(await guard.trusted()).toBe(true)
  })

  it('that is set right little by little is asked about now and then', async () => {
    const { ours, guard, asked, theirs } = twoClocks()
    ours.set(ours.now() - 50 * second)
    await guard.trusted()
    for (let tick = 0; tick < 1_000; tick++) {
      ours.advance(second)
      ours.set(ours.now() + 45)
      theirs.advance(second)
      expect(await guard.trusted()).toBe(true)
    }
    expect(asked()).toBe(2)
  })

  it('that is an hour slow and set right little by little is believed from the last minute on', async () => {
    const { ours, theirs, guard, pass } = twoClocks()
    ours.set(ours.now() - hour)
    while (ours.now() < theirs.now()) {
      expect(await guard.trusted()).toBe(theirs.now() - ours.now() <= 60 * second)
      pass(second)
      ours.set(ours.now() + second)
    }
    expect(await guard.trusted()).toBe(true)
  })
})

describe.each(engines)('a clock that jumps, on %s', (engine) => {
  const world = useWorld(engine)

  it('says nothing before its time', async () => {
    const { clock, say, slack, worker, db } = world()
    const theirs = travelClock(monday)
    const loop = worker({ askTime: async () => theirs.now() })
    await say({ dueAt: monday + 20 * day })
    await loop.settle()
    clock.set(monday + 31 * day)
    await loop.settle()
    expect(slack.messages(shared)).toEqual([])
    expect(await loop.nextDue()).toBeGreaterThan(clock.now())
    expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'due' }])
    clock.set(monday)
    await loop.settle()
    await pass(clock, 19 * day, [loop])
    expect(slack.messages(shared)).toEqual([])
    theirs.advance(20 * day)
    await pass(clock, day, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
  })
})
