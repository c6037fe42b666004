import { describe, expect, it } from 'vitest'
import type { Action, Handover } from '../../src/actions/action.ts'
import { escalationOf, lateForOwnerSince, mayBeNamed } from '../../src/actions/late/lateness.ts'
import type { WorkingDays } from '../../src/calendar/working-day.ts'
import { action } from './an-action.ts'
import { at } from './two-teams.ts'

/** Friday 26 March is a day off. */
const working: WorkingDays = { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], daysOff: new Set(['2027-03-26']) }
const told = (wall: string) => at(`2027-03-${wall}`)

describe('whose late action a channel may name', () => {
  it.each([
    ['not while its owner was not told', 'daily', undefined, '31 09:00', false],
    ['not on the day they were told', 'daily', '09 09:00', '09 17:00', false],
    ['not within two working days', 'daily', '09 09:00', '11 08:59', false],
    ['once two working days have passed', 'daily', '09 09:00', '11 09:00', true],
    ['a weekend gives nobody less time', 'daily', '12 09:00', '16 08:59', false],
    ['nor more', 'daily', '12 09:00', '16 09:00', true],
    ['nor does a day off', 'daily', '25 09:00', '30 08:59', false],
    ['nor is it forgotten over one', 'daily', '25 09:00', '30 09:00', true],
    ['one who is written to on Mondays counts from that Monday', 'monday', '15 09:00', '17 09:00', true],
    ['one to whom nothing is written is never named', 'home', '09 09:00', '31 09:00', false],
  ] as const)('%s', (_, messages, toldAt, now, expected) => {
    expect(mayBeNamed({ messages, toldAt: toldAt && told(toldAt) }, told(now), working)).toBe(expected)
  })
})

describe('how far a late action goes', () => {
  const monday = action({ dueDate: '2027-03-08' })
  it.each([
    ['nowhere on its day', monday, '2027-03-08', false, 0, '2027-03-08'],
    ['nowhere in the two working days after it', monday, '2027-03-10', false, 0, '2027-03-10'],
    ['to who speaks for the side after those', monday, '2027-03-11', false, 1, '2027-03-11'],
    ['no further in the week after it', monday, '2027-03-15', false, 1, '2027-03-11'],
    ['to both sides after five working days', monday, '2027-03-16', false, 2, '2027-03-16'],
    ['at once where its owner is away', monday, '2027-03-09', true, 1, '2027-03-09'],
    ['not before it is late where its owner is away', monday, '2027-03-08', true, 0, '2027-03-08'],
    ['over a weekend no sooner', action({ dueDate: '2027-03-05' }), '2027-03-09', false, 0, '2027-03-09'],
    ['over a weekend no later', action({ dueDate: '2027-03-05' }), '2027-03-10', false, 1, '2027-03-10'],
    ['over a day off no sooner', action({ dueDate: '2027-03-24' }), '2027-03-29', false, 0, '2027-03-29'],
    [
      'nowhere without an owner: that is asked about anyway',
      action({ owner: undefined }),
      '2027-04-30',
      false,
      0,
      '2027-04-30',
    ],
  ])('%s', (_, one, today, ownerAway, level, since) => {
    expect(escalationOf(one, { today, ownerAway }, working)).toEqual({ level, since })
  })

  it('nowhere once it is done', () => {
    const done = action({ end: { how: 'done', reason: '', at: 1, byId: 'tom', byName: 'Tom' } })
    expect(escalationOf(done, { today: '2027-04-30', ownerAway: true }, working).level).toBe(0)
  })
})

describe('since when its owner can know that it is late', () => {
  const handover: Handover = { id: 'h1', why: 'given', from: 'Uma', by: 'Uma', at: told('17 11:00'), kept: false }
  it.each([
    ['from the day after', action({ dueDate: '2027-03-08' }), '09 00:00'],
    ['not before they had it', action({ dueDate: '2027-03-08', handover }), '17 11:00'],
    ['not before it is late, though they had it before', action({ dueDate: '2027-03-22', handover }), '23 00:00'],
  ] satisfies [string, Action, string][])('%s', (_, one, expected) => {
    expect(lateForOwnerSince(one, 'Europe/Amsterdam')).toBe(told(expected))
  })
})
