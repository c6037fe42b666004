import { describe, expect, it } from 'vitest'
import {
  asksFor,
  course,
  type Goal,
  isReached,
  isTheirs,
  problemsOf,
  shareDone,
  standing,
  standingAt,
} from '../../src/goals/goal.ts'

const goal: Goal = {
  id: 'g1',
  workspaceId: 'w1',
  partnershipId: 'p1',
  name: 'Meetings',
  unit: 'meetings',
  start: 10,
  target: 40,
  from: '2027-03-01',
  due: '2027-06-30',
  owners: {},
  numbers: [
    { date: '2027-03-08', value: 12, at: 800 },
    { date: '2027-03-15', value: 17, at: 1500 },
  ],
  createdAt: 100,
  setBy: 'tom',
  end: undefined,
}

it.each([
  [{}, ['tom']],
  [{ sales: { id: 'uma' } }, ['uma']],
  [{ marketing: { id: 'anna' }, sales: { id: 'uma' } }, ['anna', 'uma']],
])("is its owners' to change, else of whoever set it: %j", (held, expected) => {
  const owner = (one: { id: string }) => ({ ...one, name: one.id, inheritedFrom: undefined })
  const owners = Object.fromEntries(Object.entries(held).map(([side, one]) => [side, owner(one)]))
  expect(['anna', 'tom', 'uma'].filter((id) => isTheirs({ ...goal, owners }, id))).toEqual(expected)
})

describe('where a goal stands', () => {
  it('is the last number, and where it began without one', () => {
    expect(standing(goal)).toEqual({ date: '2027-03-15', value: 17, at: 1500 })
    expect(standing({ ...goal, numbers: [] })).toEqual({ date: '2027-03-01', value: 10, at: 100 })
  })

  it('is known for any moment before', () => {
    expect([0, 800, 1499, 1500].map((instant) => standingAt(goal, instant).value)).toEqual([10, 12, 12, 17])
  })

  it('is a way from where it began, with one number for each date', () => {
    expect(course(goal).map(({ value }) => value)).toEqual([10, 12, 17])
    const sameDay = [{ date: '2027-03-01', value: 11, at: 300 }]
    expect(course({ ...goal, numbers: sameDay })).toEqual(sameDay)
  })

  it.each([
    [10, 40, 10, 0],
    [10, 40, 25, 0.5],
    [10, 40, 5, 0],
    [10, 40, 40, 1],
    [10, 40, 60, 1],
    [8, 4, 6, 0.5],
    [8, 4, 3, 1],
    [-5, 5, 0, 0.5],
  ])('from %d to %d is, at %d, done for %d', (start, target, value, share) => {
    expect(shareDone({ start, target }, value)).toBe(share)
    expect(isReached({ start, target }, value)).toBe(share === 1)
  })
})

describe('what a goal asks of its owners', () => {
  const reached = [{ date: '2027-03-20', value: 41, at: 2000 }]
  it.each([
    ['nothing while it runs', {}, '2027-06-30', undefined],
    ['how it ended, after its date', {}, '2027-07-01', 'due'],
    ['to close it once it is reached', { numbers: reached }, '2027-03-20', 'reached'],
    ['nothing when it is closed', { end: { how: 'stopped', reason: '', at: 0 } }, '2027-07-01', undefined],
  ] as const)('is %s', (_, more, today, why) => {
    expect(asksFor({ ...goal, ...more }, today)).toBe(why)
  })
})

describe('a goal as it was filled in', () => {
  const filled = { name: 'Meetings', start: 0, target: 40, due: '2027-06-30' }
  it.each([
    [{}, {}],
    [{ name: '' }, { name: 'no name' }],
    [{ target: 0 }, { target: 'no distance' }],
    [{ due: '2027-02-28' }, { due: 'past date' }],
    [{ due: '2027-03-01' }, {}],
    [{ start: 2e12 }, { start: 'far too big' }],
    [
      { start: undefined, target: undefined },
      { start: 'no number', target: 'no number' },
    ],
  ] as const)('with %j has the problems %j', (more, problems) => {
    expect(problemsOf({ ...filled, ...more }, '2027-03-01')).toEqual(problems)
  })
})
