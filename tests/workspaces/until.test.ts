import { describe, expect, it } from 'vitest'
import { readUntil } from '../../src/workspaces/absence/until.ts'

const today = '2026-11-22'

describe('until when somebody is away', () => {
  it.each([
    ['until 3 dec', '2026-12-03'],
    ['till 3 December', '2026-12-03'],
    ['until and including 3 dec', '2026-12-03'],
    ['t/m 3 dec', '2026-12-03'],
    ['T/M 3 dec', '2026-12-03'],
    ['tot 3 december', '2026-12-03'],
    ['tot en met 3 december', '2026-12-03'],
    ['until 2026-12-03', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['until Friday', '2026-11-27'],
    ['tot vrijdag', '2026-11-27'],
    ['tomorrow', '2026-11-23'],
    ['t/m morgen', '2026-11-23'],
    ['today', '2026-11-22'],
    ['until 3 jan', '2027-01-03'],
    ['', undefined],
    ['   ', undefined],
  ])('takes the last day from "%s"', (text, until) => {
    expect(readUntil(text, today)).toEqual({ until })
  })

  it.each([
    ['until', 'unreadable'],
    ['until 31 feb', 'unreadable'],
    ['for a while', 'unreadable'],
    ['until 12/3', 'unreadable'],
    ['until 2026-11-21', 'past'],
    ['t/m 3 december 2025', 'past'],
  ])('says that "%s" is %s', (text, problem) => {
    expect(readUntil(text, today)).toEqual({ problem })
  })
})
