import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cadence, nextDates } from '../../../src/calendar/cadence.ts'
import { actionOf, readForm } from '../../../src/checkins/planning/fields.ts'
import { cadenceOf, type Form, formOf, newForm } from '../../../src/checkins/planning/form.ts'
import type { Fields } from '../../../src/platform/interaction.ts'
import { cadences, dates } from '../../calendar/arbitraries.ts'
import { checkIn, partnership } from './fixtures.ts'

const working = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  daysOff: new Set(['2027-03-01']),
  start: '09:00',
  end: '17:00',
} as const

const begun = newForm(
  { suggested: { kind: 'weekly' }, answerHours: 16 },
  { partnership, working: { ...working, days: [1, 2, 3, 4, 5] } },
  '2027-02-28',
)
const form = (given: Partial<Form>): Form => ({ ...begun, ...given })

/** What Slack sends of a form: of each input under its action id. */
const sent = (fields: Record<string, string | string[] | undefined>): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [actionOf(name as Parameters<typeof actionOf>[0]), value]),
  )

describe('the form of a new check-in', () => {
  it('begins on the first working day from tomorrow on, when work starts, as such check-ins usually are', () => {
    expect(begun).toMatchObject({ kind: 'weekly', weekdays: [2], from: '2027-03-02', time: '09:00', answerHours: 16 })
  })
})

describe('what was chosen', () => {
  const from = '2027-03-10'

  it.each<[what: string, Partial<Form>, Cadence, next: string[]]>([
    [
      'every second Monday and Thursday',
      { kind: 'weekly', everyWeeks: 2, weekdays: [4, 1] },
      { kind: 'weekly', every: 2, weekdays: [1, 4], anchor: from },
      ['2027-03-11', '2027-03-22', '2027-03-25'],
    ],
    [
      'monthly on the 31st',
      { kind: 'monthly', on: 'date', dayOfMonth: 31 },
      { kind: 'monthly', every: 1, on: { day: 31 }, anchor: from },
      ['2027-03-31', '2027-04-30', '2027-05-31'],
    ],
    [
      'monthly on the last day',
      { kind: 'monthly', on: 'last' },
      { kind: 'monthly', every: 1, on: { lastDay: true }, anchor: from },
      ['2027-03-31', '2027-04-30', '2027-05-31'],
    ],
    [
      'monthly on the last Friday',
      { kind: 'monthly', on: 'nth', nth: 'last', weekday: 5 },
      { kind: 'monthly', every: 1, on: { nth: 'last', weekday: 5 }, anchor: from },
      ['2027-03-26', '2027-04-30', '2027-05-28'],
    ],
    [
      'every quarter in its third month, which is this one',
      { kind: 'quarterly', month: 3, on: 'date', dayOfMonth: 15 },
      { kind: 'monthly', every: 3, on: { day: 15 }, anchor: from },
      ['2027-03-15', '2027-06-15', '2027-09-15'],
    ],
    [
      'every quarter in its first month',
      { kind: 'quarterly', month: 1, on: 'nth', nth: 1, weekday: 2 },
      { kind: 'monthly', every: 3, on: { nth: 1, weekday: 2 }, anchor: '2027-04-01' },
      ['2027-04-06', '2027-07-06', '2027-10-05'],
    ],
    ['once', { kind: 'once', date: '2027-05-12' }, { kind: 'once', date: '2027-05-12' }, ['2027-05-12']],
  ])('is a cadence: %s', (_, chosen, cadence, next) => {
    const made = cadenceOf(form({ from, ...chosen }), undefined)
    expect(made).toEqual(cadence)
    expect(nextDates(made, '2027-03-01', 3)).toEqual(next)
  })

  it('keeps the weeks of one that existed where only its day changes, and not where its beginning does', () => {
    const cadence = { kind: 'weekly', every: 2, weekdays: [3], anchor: '2027-01-06' } as const
    const chosen = formOf(
      checkIn,
      'shared',
      { cadence, time: '09:00', working, onDayOff: 'move' },
      partnership,
      '2027-03-17',
    )
    const before = { cadence, from: chosen.from }
    const monday = { ...chosen, weekdays: [1 as const] }
    expect(nextDates(cadenceOf(monday, before), '2027-03-17', 2)).toEqual(['2027-03-29', '2027-04-12'])
    expect(nextDates(cadenceOf({ ...monday, from: '2027-03-24' }, before), '2027-03-17', 2)).toEqual([
      '2027-04-05',
      '2027-04-19',
    ])
  })

  it('comes back the same from a form nobody changed', () => {
    const usual = cadences.filter(({ kind, every }) => kind === 'weekly' || every === 1 || every === 3)
    fc.assert(
      fc.property(usual, dates, (cadence, start) => {
        const rule = { cadence, time: '09:00', working, onDayOff: 'skip' } as const
        const chosen = formOf(checkIn, 'shared', rule, partnership, start)
        const again = cadenceOf(chosen, { cadence, from: chosen.from })
        expect(nextDates(again, start, 6)).toEqual(nextDates(cadence, start, 6))
      }),
    )
  })
})

describe('a form that was filled in', () => {
  it.each<[what: string, Record<string, string | string[] | undefined>, Partial<Form>]>([
    ['a name, without what is around it', { name: '  Monday round ' }, { name: 'Monday round' }],
    ['no name', { name: undefined }, { name: '' }],
    ['weekdays', { weekdays: ['1', '4'] }, { weekdays: [1, 4] }],
    ['no weekday', { weekdays: undefined }, { weekdays: [] }],
    ['numbers', { everyWeeks: '3', dayOfMonth: '31', month: '2' }, { everyWeeks: 3, dayOfMonth: 31, month: 2 }],
    ['the n-th weekday', { on: 'nth', nth: '4', weekday: '5' }, { on: 'nth', nth: 4, weekday: 5 }],
    ['the last weekday', { nth: 'last' }, { nth: 'last' }],
    ['a meeting', { begins: 'meeting', meetingAt: '15:30' }, { begins: 'meeting', meetingAt: '15:30' }],
    ['each person’s own zone', { ownZone: ['own'] }, { ownZone: true }],
    ['a date that was emptied: it stays', { from: undefined }, {}],
  ])('is read: %s', (_, fields, read) => {
    const before = form({ name: 'Before', ownZone: false })
    expect(readForm(sent(fields), before)).toEqual({ ...before, ...read })
  })

  it('keeps what it does not show', () => {
    const before = form({ kind: 'monthly', on: 'date', dayOfMonth: 13, meetingAt: '16:00' })
    expect(readForm(sent({ kind: 'weekly', weekdays: ['2'] }), before)).toMatchObject({
      kind: 'weekly',
      dayOfMonth: 13,
      meetingAt: '16:00',
    })
  })

  it('takes nothing that the form does not offer', () => {
    expect(() => readForm(sent({ kind: 'hourly' }), begun)).toThrow()
    expect(() => readForm(sent({ weekdays: ['8'] }), begun)).toThrow()
  })
})
