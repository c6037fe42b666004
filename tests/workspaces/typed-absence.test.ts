import { describe, expect, it } from 'vitest'
import { readAbsence } from '../../src/workspaces/absence/typed.ts'

// A Sunday.
const today = '2026-11-22'

describe('what is typed of an absence', () => {
  it.each([
    ['until 3 dec', '2026-12-03'],
    ['till 3 December', '2026-12-03'],
    ['until and including 3 dec', '2026-12-03'],
    ['t/m 3 dec', '2026-12-03'],
    ['T/M 3 dec', '2026-12-03'],
    ['tot 3 december', '2026-12-03'],
    ['tot en met 3 december', '2026-12-03'],
    ['until 2026-12-03', '2026-12-03'],
    ['until Friday', '2026-11-27'],
    ['tot vrijdag', '2026-11-27'],
    ['t/m morgen', '2026-11-23'],
    ['until 3 jan', '2027-01-03'],
    ['', undefined],
    ['   ', undefined],
  ])('takes the last day from "%s"', (text, until) => {
    expect(readAbsence(text, today)).toEqual({ from: today, until })
  })

  it.each([
    ['tomorrow', '2026-11-23'],
    ['vrijdag', '2026-11-27'],
    ['on Friday', '2026-11-27'],
    ['op 3 december', '2026-12-03'],
    ['3 dec', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['today', today],
  ])('takes "%s" alone for that day only', (text, day) => {
    expect(readAbsence(text, today)).toEqual({ from: day, until: day })
  })

  it.each([
    ['from 12 april until 16 april', '2027-04-12', '2027-04-16'],
    ['van 12 april t/m 16 april', '2027-04-12', '2027-04-16'],
    ['van 12 april tot en met 16 april', '2027-04-12', '2027-04-16'],
    ['van 12 april tot 16 april', '2027-04-12', '2027-04-16'],
    ['from 12 apr to 16 apr.', '2027-04-12', '2027-04-16'],
    ['From April 12th through April 16th', '2027-04-12', '2027-04-16'],
    ['from 2027-04-12 until 2027-04-16', '2027-04-12', '2027-04-16'],
    ['van 12-4 t/m 16-4', '2027-04-12', '2027-04-16'],
    ['12-4 - 16-4', '2027-04-12', '2027-04-16'],
    ['from 12 until 16 april', '2027-04-12', '2027-04-16'],
    ['van 12 t/m 16 april', '2027-04-12', '2027-04-16'],
    ['from April 12 to 16', '2027-04-12', '2027-04-16'],
    ['12-16 april', '2027-04-12', '2027-04-16'],
    ['12 april – 16 april', '2027-04-12', '2027-04-16'],
    ['12 april t/m 16 april', '2027-04-12', '2027-04-16'],
    ['from monday until friday', '2026-11-23', '2026-11-27'],
    ['van vrijdag t/m maandag', '2026-11-27', '2026-11-30'],
    ['from 14 december until friday', '2026-12-14', '2026-12-18'],
    ['from monday 12 april until friday 16 april', '2027-04-12', '2027-04-16'],
    ['from tomorrow until 3 dec', '2026-11-23', '2026-12-03'],
    ['van morgen tot overmorgen', '2026-11-23', '2026-11-24'],
    ['from 20 dec until 3 jan', '2026-12-20', '2027-01-03'],
    ['from 20 december 2027 until 3 jan', '2027-12-20', '2028-01-03'],
    ['from today until 3 dec', '2026-11-22', '2026-12-03'],
    ['from 12 april', '2027-04-12', undefined],
    ['vanaf maandag', '2026-11-23', undefined],
  ])('takes the first and the last day from "%s"', (text, from, until) => {
    expect(readAbsence(text, today)).toEqual({ from, until })
  })

  it.each([
    ['from 16 november until 3 dec', '2026-12-03'],
    ['from 16 until 24 november', '2026-11-24'],
    ['from 16 november until friday', '2026-11-27'],
    ['sinds 16 november', undefined],
  ])('takes "%s" for one that has begun, not for one in a year', (text, until) => {
    expect(readAbsence(text, today)).toEqual({ from: today, until })
  })

  it.each([
    ['until', 'unreadable'],
    ['until 31 feb', 'unreadable'],
    ['for a while', 'unreadable'],
    ['until 12/3', 'unreadable'],
    ['from', 'unreadable'],
    ['from soon until later', 'unreadable'],
    ['from 12 april until whenever', 'unreadable'],
    ['from 12 until 16', 'unreadable'],
    ['from April 12 to 31', 'unreadable'],
    ['from 0 until 3 dec', 'unreadable'],
    ['until 2026-11-21', 'past'],
    ['2026-11-21', 'past'],
    ['on', 'unreadable'],
    ['t/m 3 december 2025', 'past'],
    ['from 3 until 10 november 2026', 'past'],
    ['from 3 november until 10 november', 'past'],
    ['from 3 until 10 november', 'past'],
    ['from 16 april until 12 april', 'backwards'],
    ['from 14 december until tomorrow', 'backwards'],
    ['from 30 until 3 april', 'backwards'],
    ['from 28 november until 5', 'backwards'],
    ['from 2027-04-16 until 2027-04-12', 'backwards'],
    ['from 12 january until 1 december', 'backwards'],
  ])('says that "%s" is %s', (text, problem) => {
    expect(readAbsence(text, today)).toEqual({ problem })
  })
})
