import { describe, expect, it } from 'vitest'
import { leadingDate, readDate } from '../../src/workspaces/typed-date.ts'

// A Sunday.
const today = '2026-11-22'

describe('a date as people type it', () => {
  it.each([
    ['2026-12-03', '2026-12-03'],
    ['2026-1-3', '2026-01-03'],
    ['3 dec', '2026-12-03'],
    ['3 Dec.', '2026-12-03'],
    ['03 december', '2026-12-03'],
    ['3 december 2027', '2027-12-03'],
    ['3rd of December', '2026-12-03'],
    ['December 3', '2026-12-03'],
    ['Dec 3rd, 2027', '2027-12-03'],
    ['1 mei', '2027-05-01'],
    ['1 May', '2027-05-01'],
    ['14 mrt', '2027-03-14'],
    ['3e maart', '2027-03-03'],
    ['31 okt 2026', '2026-10-31'],
    ['3-12', '2026-12-03'],
    ['3-12-2027', '2027-12-03'],
    ['3.12.2027', '2027-12-03'],
    ['22 november', '2026-11-22'],
    ['21 november', '2027-11-21'],
    ['29 feb', '2028-02-29'],
    ['today', '2026-11-22'],
    ['vandaag', '2026-11-22'],
    ['Tomorrow', '2026-11-23'],
    ['morgen', '2026-11-23'],
    ['overmorgen', '2026-11-24'],
    ['Friday', '2026-11-27'],
    ['vrijdag', '2026-11-27'],
    ['do', '2026-11-26'],
    ['sunday', '2026-11-29'],
    ['zondag', '2026-11-29'],
    ['Friday 4 December', '2026-12-04'],
    ['vrijdag 4 dec', '2026-12-04'],
    ['3 dec.', '2026-12-03'],
  ])('reads %s as %s', (typed, date) => {
    expect(readDate(typed, today)).toBe(date)
  })

  it.each([
    [''],
    ['soon'],
    ['31 feb'],
    ['2026-02-30'],
    ['2026-13-01'],
    ['32 december'],
    ['3 foo'],
    ['12/3'],
    ['12'],
    ['3 dec or so'],
    ['Monday 4 December'],
    ['20260-12-03'],
  ])('reads no date in "%s"', (typed) => {
    expect(readDate(typed, today)).toBeUndefined()
  })

  it.each([
    ['24 dec Kerstavond', '2026-12-24', 'Kerstavond'],
    ['2026-12-24: office closed', '2026-12-24', 'office closed'],
    ['24 december 2027 – 2 for 1', '2027-12-24', '2 for 1'],
    ['vrijdag 4 december Sinterklaas', '2026-12-04', 'Sinterklaas'],
    ['5-5', '2027-05-05', ''],
  ])('reads the date that "%s" starts with', (typed, date, rest) => {
    expect(leadingDate(typed, today)).toEqual({ date, rest })
  })

  it.each([
    ['3 jan', '2028-01-03'],
    ['vrijdag', '2027-12-24'],
    ['maandag 27 dec', '2027-12-27'],
    ['tomorrow', '2026-11-23'],
    ['2026-12-03', '2026-12-03'],
  ])('reads %s as counted from another day', (typed, date) => {
    expect(readDate(typed, today, '2027-12-20')).toBe(date)
  })
})
