import { expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { createAlarms } from '../../src/playground/alarms.ts'
import { travelClock } from '../../src/playground/clock.ts'

function setUp() {
  const clock = travelClock(1000)
  const alarms = createAlarms(clock)
  const rung: string[] = []
  return { clock, alarms, rung, ring: (name: string) => () => void rung.push(name) }
}

it('rings when the clock is moved to or past its moment, once, the earliest first', () => {
  const { clock, alarms, rung, ring } = setUp()
  alarms.after(60_000, ring('late'))
  alarms.at(3000, ring('early'))
  clock.advance(1999)
  expect(rung).toEqual([])
  clock.advance(1)
  expect(rung).toEqual(['early'])
  clock.travelTo(1_000_000)
  clock.advance(1_000_000)
  expect(rung).toEqual(['early', 'late'])
})

it('goes by the time that passed or by the wall, as was asked', () => {
  const { clock, alarms, rung, ring } = setUp()
  alarms.after(500, ring('passed'))
  alarms.at(50_000, ring('wall'))
  clock.set(60_000)
  expect(rung).toEqual(['wall'])
  clock.set(0)
  clock.advance(500)
  expect(rung).toEqual(['wall', 'passed'])
})

it('can be called off, one or all', () => {
  const { clock, alarms, rung, ring } = setUp()
  alarms.after(1, ring('one'))()
  alarms.after(1, ring('two'))
  alarms.clear()
  clock.advance(10)
  alarms.after(1, ring('three'))
  alarms.stop()
  clock.advance(10)
  expect(rung).toEqual([])
})

it('may set the next alarm when it rings', () => {
  const { clock, alarms, rung, ring } = setUp()
  alarms.after(10, () => void alarms.after(10, ring('second')))
  clock.advance(10)
  expect(rung).toEqual([])
  clock.advance(10)
  expect(rung).toEqual(['second'])
})

it('rings by itself on a clock that runs', async () => {
  const { clock, alarms } = setUp()
  const rung = Promise.withResolvers<string>()
  alarms.after(5, () => rung.resolve('rung'))
  clock.run()
  expect(await rung.promise).toBe('rung')
})

it('rings by itself on the clock of the machine', async () => {
  const alarms = createAlarms(systemClock)
  const rung = Promise.withResolvers<string>()
  alarms.at(systemClock.now() + 5, () => rung.resolve('rung'))
  expect(await rung.promise).toBe('rung')
})
