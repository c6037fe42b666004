import { describe, expect, it } from 'vitest'
import { zones } from '../../src/calendar/wall-time.ts'
import { differencesFromOracle } from './wall-time-differences.ts'

describe('against clocks worked out from Intl alone, around every clock change of 2024 to 2030', () => {
  it.each(zones())('gives the same instants and wall times in %s', (zone) => {
    expect(differencesFromOracle(zone)).toEqual([])
  })
})
