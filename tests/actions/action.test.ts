import { describe, expect, it } from 'vitest'
import {
  byDate,
  isDue,
  isNew,
  isOverdue,
  mayBeDue,
  mayCancel,
  mayGive,
  mayMove,
  mayReopen,
  moveNeedsReason,
} from '../../src/actions/action.ts'
import { action } from './an-action.ts'

const ended = action({ end: { how: 'done', reason: '', at: 1, byId: 'tom', byName: 'Tom' } })

describe('an action', () => {
  it.each([
    ['the day before', action(), '2027-03-04', false, false],
    ['on the day', action(), '2027-03-05', true, false],
    ['the day after', action(), '2027-03-06', true, true],
    ['the day after, when it is done', ended, '2027-03-06', false, false],
  ])('is heard of from its day on and overdue after it: %s', (_, one, today, due, overdue) => {
    expect([isDue(one, today), isOverdue(one, today)]).toEqual([due, overdue])
  })

  it.each([
    ['yesterday', '2027-03-04', { ok: false, reason: 'past date' }],
    ['today', '2027-03-05', { ok: true }],
    ['tomorrow', '2027-03-06', { ok: true }],
  ])('may be promised for today or later: %s', (_, date, verdict) => {
    expect(mayBeDue(date, '2027-03-05')).toEqual(verdict)
  })

  it.each([
    ['the first time without a reason', action(), '2027-03-12', '', { ok: true }],
    ['the second time without a reason', action({ moves: 1 }), '2027-03-12', ' ', { ok: false, reason: 'no reason' }],
    ['the second time with a reason', action({ moves: 1 }), '2027-03-12', 'Customer is away', { ok: true }],
    ['into the past', action(), '2027-03-01', '', { ok: false, reason: 'past date' }],
    ['to the day it has', action(), '2027-03-05', '', { ok: false, reason: 'same date' }],
    ['when it is done', ended, '2027-03-12', '', { ok: false, reason: 'ended' }],
  ])('moves: %s', (_, one, to, reason, verdict) => {
    expect(mayMove(one, to, reason, '2027-03-03')).toEqual(verdict)
  })

  it('asks why only from the second move on', () => {
    expect([moveNeedsReason(action()), moveNeedsReason(action({ moves: 1 }))]).toEqual([false, true])
  })

  it.each([
    ['with a reason', action(), 'No longer needed', { ok: true }],
    ['without a reason', action(), '  ', { ok: false, reason: 'no reason' }],
    ['when it is done', ended, 'No longer needed', { ok: false, reason: 'ended' }],
  ])('is cancelled: %s', (_, one, reason, verdict) => {
    expect(mayCancel(one, reason)).toEqual(verdict)
  })

  it.each([
    ['to a colleague', action(), 'uma', { ok: true }],
    ['to somebody where nobody has it', action({ owner: undefined }), 'uma', { ok: true }],
    ['not to who has it', action(), 'tom', { ok: false, reason: 'same owner' }],
    ['not to somebody of neither team', action(), 'victor', { ok: false, reason: 'not a member' }],
    ['not to somebody unknown', action(), undefined, { ok: false, reason: 'not a member' }],
    ['not when it is done', ended, 'uma', { ok: false, reason: 'ended' }],
  ])('is given: %s', (_, one, to, verdict) => {
    expect(mayGive(one, to, new Set(['tom', 'uma']))).toEqual(verdict)
  })

  it.each([
    ['on its day', ended, '2027-03-05', { ok: true }],
    ['not the day after', ended, '2027-03-06', { ok: false, reason: 'another day' }],
    ['not when it is open', action(), '2027-03-05', { ok: false, reason: 'open' }],
    [
      'not when it was cancelled: that had its reason',
      action({ end: { how: 'cancelled', reason: 'No need', at: 1, byId: 'tom', byName: 'Tom' } }),
      '2027-03-05',
      { ok: false, reason: 'cancelled' },
    ],
  ])('is opened again: %s', (_, one, today, verdict) => {
    expect(mayReopen(one, '2027-03-05', today)).toEqual(verdict)
  })

  const handover = { id: 'h1', why: 'given', from: 'Uma', by: 'Uma', at: 1, kept: false } as const
  it.each([
    ['from the start', action(), false],
    ['from somebody else, until they keep it', action({ handover }), true],
    ['from somebody else, and kept', action({ handover: { ...handover, kept: true } }), false],
    ['from somebody else, but nobody has it', action({ handover, owner: undefined }), false],
    ['from somebody else, and done', action({ handover, end: ended.end }), false],
  ])('is new to its owner: %s', (_, one, expected) => {
    expect(isNew(one)).toBe(expected)
  })

  it('comes before those that are due later', () => {
    const list = [action({ id: 'c', dueDate: '2027-03-09' }), action({ id: 'b' }), action({ id: 'a' })]
    expect(list.toSorted(byDate).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})
