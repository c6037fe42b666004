import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WorkingTime, workingHoursBetween } from '../../src/calendar/working-time.ts'
import { deadlineFor, isLate, type Timing } from '../../src/checkins/occurrence.ts'
import { isComplete, type Participant, turnout } from '../../src/checkins/participants/participant.ts'
import { at } from '../actions/two-teams.ts'

const working: WorkingTime = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  daysOff: new Set(['2027-03-29']),
  start: '09:00',
  end: '17:00',
}
const due = at('2027-03-01 09:00')
const nextDue = at('2027-03-08 09:00')

const timing = (given: Partial<Timing>): Timing => ({
  ...{ dueAt: due, opensAt: due, nextDueAt: undefined, answerHours: 8, extra: false },
  ...given,
})

const one = (did: Partial<Participant> = {}): Participant => ({
  personId: 'tom',
  slackId: 'UTOM',
  name: 'Tom',
  side: 'sales',
  zone: 'Europe/Amsterdam',
  answered: false,
  skipped: false,
  away: false,
  left: false,
  required: true,
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
    expect(deadlineFor(timing({ opensAt: at(opens) }), working)).toBe(at(until))
  })

  it('is late after more than a quarter of an hour', () => {
    expect([isLate(due, due + 900_000), isLate(due, due + 900_001)]).toEqual([false, true])
  })

  it.each([
    ['in full until the next one', { opensAt: at('2027-03-05 09:00') }, at('2027-03-05 17:00')],
    ['not past it', { opensAt: at('2027-03-05 09:16') }, undefined],
    ['past it least of all where it is extra', { opensAt: at('2027-03-05 12:00'), extra: true }, nextDue],
    ['an hour at least', { opensAt: at('2027-03-05 16:00'), extra: true }, nextDue],
    ['or it is not held', { opensAt: at('2027-03-05 16:01'), extra: true }, undefined],
  ])('can be answered %s', (_, given, until) => {
    expect(deadlineFor(timing({ ...given, nextDueAt: nextDue }), working)).toBe(until)
  })

  it.each([
    ['half an hour before it', '2027-02-26 09:00', undefined, at('2027-03-01 13:30')],
    ['half an hour before it, also where it opened late', '2027-03-01 12:30', undefined, at('2027-03-01 13:30')],
    [
      'when the next one opens, where that is sooner',
      '2027-02-26 09:00',
      at('2027-03-01 09:00'),
      at('2027-03-01 09:00'),
    ],
    ['not at all with less than an hour of work left', '2027-03-01 12:31', undefined, undefined],
  ])('that serves a meeting closes %s', (_, opens, nextDueAt, until) => {
    const given = { dueAt: at('2027-02-26 09:00'), opensAt: at(opens), nextDueAt, meetsAt: at('2027-03-01 14:00') }
    expect(deadlineFor(timing(given), working)).toBe(until)
  })

  it('that serves a meeting closes before it and before the next one, after an hour of work at least, or is not held', () => {
    const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((minute) => minute * 60_000)
    fc.assert(
      fc.property(
        minutes(6_000),
        minutes(9_000),
        fc.option(minutes(12_000), { nil: undefined }),
        (late, ahead, next) => {
          const [opensAt, meetsAt] = [due + late, due + ahead]
          const nextDueAt = next === undefined ? undefined : due + next
          const until = deadlineFor(timing({ dueAt: due, opensAt, nextDueAt, meetsAt }), working)
          const latest = Math.min(meetsAt - 30 * 60_000, nextDueAt ?? Infinity)
          expect(until ?? latest).toBe(latest)
          expect(workingHoursBetween(opensAt, latest, working) >= 1).toBe(until !== undefined)
        },
      ),
    )
  })

  it.each([
    ['in the zone of the partnership', '2027-03-01 01:00', '2027-03-01 17:00'],
    ['from the opening where that is later', '2027-03-01 15:00', '2027-03-02 15:00'],
  ])('on people’s own clocks counts the time to answer %s', (_, opens, until) => {
    const countsFrom = at('2027-03-01 09:00')
    expect(deadlineFor(timing({ dueAt: at(opens), opensAt: at(opens), countsFrom }), working)).toBe(at(until))
  })

  it('counts who skipped, and not who is away', () => {
    expect(turnout([answered, one(), skipped, away])).toEqual({ answered: 1, of: 3, more: 0 })
  })

  it('counts an answer of somebody who went away after it', () => {
    expect(turnout([one({ answered: true, away: true }), one()])).toEqual({ answered: 1, of: 2, more: 0 })
  })

  it.each([
    ['all answered, skipped or left', [answered, skipped, away], true],
    ['one has done nothing', [answered, one()], false],
  ])('is complete when %s', (_, participants, complete) => {
    expect(isComplete(participants)).toBe(complete)
  })
})
