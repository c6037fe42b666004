import { describe, expect, it } from 'vitest'
import { zones } from '../../src/calendar/wall-time.ts'
import { slotFaultsBetween } from './slot-faults.ts'

describe('ten years of slots', () => {
  const faultsIn = slotFaultsBetween('2026-11-22', '2036-11-22')
  it.each(zones())('come in order, at the right time on the wall, and none early, in %s', (zone) => {
    expect(faultsIn(zone)).toEqual([])
  })
})
