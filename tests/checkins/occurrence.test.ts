import { describe, expect, it } from 'vitest'
import type { WorkingTime } from '../../src/calendar/working-time.ts'
import { deadlineFor, fits, isComplete, isLate, type Participant, turnout } from '../../src/checkins/occurrence.ts'
import { at } from '../actions/two-teams.ts'

const working: WorkingTime = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  daysOff: new Set(['2027-03-29']),
  start: '09:00',
  end: '17:00',
}
const due = at('2027-03-01 09:00')

const one = (did: Partial<Participant> = {}): Participant => ({
  personId: 'tom',
  slackId: 'UTOM',
  name: 'Tom',
  side: 'sales',
  zone: 'Europe/Amsterdam',
  answered: false,
  skipped: false,
  away: false,
  ...did,
})
const answered = one({ answered: true })
const skipped = one({ skipped: true })
const away = one({ away: true })

describe('an occurrence', () => {
  it.each([
    ['on time', '2027-03-01 09:00', '2027-03-01 17:00'],
    ['a quarter late: as agreed', '2027-03-01 09:15', '2027-03-01 17:00'],
    ['later: the full time from then', '2027-03-01 09:16', '2027-03-02 09:16'],
    ['after work: the full time of the next day', '2027-03-01 22:00', '2027-03-02 17:00'],
    ['on a Friday: over the weekend and a day off', '2027-03-26 12:00', '2027-03-30 12:00'],
  ])('leaves eight working hours to answer, opened %s', (_, opens, until) => {
    expect(deadlineFor(due, at(opens), 8, working)).toBe(at(until))
  })

  it('is late after more than a quarter of an hour', () => {
    expect([isLate(due, due + 900_000), isLate(due, due + 900_001)]).toEqual([false, true])
  })

  it.each([
    ['before the next', '2027-03-08 09:00', true],
    ['not past it', '2027-03-07 17:00', false],
  ])('fits only where all can answer %s', (_, next, fit) => {
    expect(fits(at('2027-03-08 08:00'), at(next))).toBe(fit)
  })

  it('fits where nothing follows', () => {
    expect(fits(at('2027-03-08 08:00'), undefined)).toBe(true)
  })

  it('counts who skipped, and not who is away', () => {
    expect(turnout([answered, one(), skipped, away])).toEqual({ answered: 1, of: 3 })
  })

  it('counts an answer of somebody who went away after it', () => {
    expect(turnout([one({ answered: true, away: true }), one()])).toEqual({ answered: 1, of: 2 })
  })

  it.each([
    ['all answered, skipped or left', [answered, skipped, away], true],
    ['one has done nothing', [answered, one()], false],
  ])('is complete when %s', (_, participants, complete) => {
    expect(isComplete(participants)).toBe(complete)
  })
})
