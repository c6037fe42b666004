import { describe, expect, it } from 'vitest'
import { zones } from '../../src/calendar/wall-time.ts'
import { slotFaults } from './slot-faults.ts'

describe('ten years of slots', () => {
  it.each(zones())('come in order, at the right time on the wall, and none early, in %s', (zone) => {
    expect(slotFaults(zone, '2026-11-22', '2036-11-22')).toEqual([])
  })
})
