import { expect, it } from 'vitest'
import { travelClock } from '../../src/playground/clock.ts'

it('stands still until it is moved', () => {
  const clock = travelClock(1000)
  expect([clock.now(), clock.monotonic()]).toEqual([1000, 0])
  clock.advance(500)
  expect([clock.now(), clock.monotonic()]).toEqual([1500, 500])
})

it('travels to a moment, and never back', () => {
  const clock = travelClock(1000)
  clock.travelTo(3000)
  clock.travelTo(2000)
  expect([clock.now(), clock.monotonic()]).toEqual([3000, 2000])
  expect(() => clock.advance(-1)).toThrow(RangeError)
})

it('can be set without time passing', () => {
  const clock = travelClock(1000)
  clock.set(50)
  expect([clock.now(), clock.monotonic()]).toEqual([50, 0])
})

it('keeps what passed when it is paused', () => {
  const clock = travelClock(1000)
  clock.run()
  while (clock.monotonic() === 0);
  clock.pause()
  const passed = clock.monotonic()
  expect(passed).toBeGreaterThan(0)
  expect(clock.now()).toBe(Math.floor(1000 + passed))
  expect(clock.monotonic()).toBe(passed)
})

it('tells who listens of every move, until they no longer want to hear', () => {
  const clock = travelClock(1000)
  const heard: [number, boolean][] = []
  const end = clock.onMove(() => heard.push([clock.now(), clock.running]))
  clock.advance(500)
  clock.travelTo(3000)
  clock.set(50)
  expect(heard).toEqual([
    [1500, false],
    [3000, false],
    [50, false],
  ])
  clock.run()
  clock.pause()
  expect(heard.slice(3).map(([, running]) => running)).toEqual([true, false])
  end()
  clock.advance(1)
  expect(heard).toHaveLength(5)
})
