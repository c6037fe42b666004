import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDateOnOrAfter, nextDates } from '../../src/calendar/cadence.ts'
import type { Weekday } from '../../src/calendar/local-date.ts'
import { firstHeldSlot, firstSlot, nextSlot, type Slot, type SlotRule } from '../../src/calendar/slots.ts'
import { zones } from '../../src/calendar/wall-time.ts'
import { isWorkingDay, nextWorkingDay, type WorkingDays } from '../../src/calendar/working-day.ts'
import { cadences, dates, workingTimes } from './arbitraries.ts'
import { dayMs, instantOf, oddZones, offsetOf, textsOf } from './oracle.ts'
import { slotFaultsBetween } from './slot-faults.ts'

/** With Easter Monday and the Christmas fortnight off. */
const office: WorkingDays = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  daysOff: new Set(['2027-03-29', ...nextDates(everyDay('2027-12-20'), '2027-12-19', 12)]),
}

function everyDay(anchor: string): SlotRule['cadence'] {
  return { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], anchor }
}

function weekly(weekdays: Weekday[], onDayOff: SlotRule['onDayOff'], time = '09:00', working = office): SlotRule {
  return { cadence: { kind: 'weekly', every: 1, weekdays, anchor: '2026-11-23' }, time, working, onDayOff }
}

/** The first slots on or after a date, in short: the date it is known by → the date it is held on, or why not. */
function courseOf(rule: SlotRule, date: string, count: number): string[] {
  const slots: Slot[] = []
  let slot = firstSlot(rule, date)
  while (slot && slots.length < count) {
    slots.push(slot)
    slot = nextSlot(rule, slot.slot)
  }
  return slots.map((each) => `${each.slot} → ${each.skipped ?? each.date}`)
}

describe('the slots of a schedule', () => {
  it('are the dates of its cadence', () => {
    const expected = ['2026-11-23 → 2026-11-23', '2026-11-30 → 2026-11-30', '2026-12-07 → 2026-12-07']
    expect(courseOf(weekly([1], 'skip'), '2020-01-01', 3)).toEqual(expected)
    expect(courseOf(weekly([1], 'move'), '2026-11-23', 3)).toEqual(expected)
  })

  it.each([
    ['2027-03-22', '09:00', '2027-03-22T08:00Z'],
    ['2027-04-05', '09:00', '2027-04-05T07:00Z'],
    ['2027-10-25', '09:00', '2027-10-25T07:00Z'],
    ['2027-11-01', '09:00', '2027-11-01T08:00Z'],
  ])('are due at the same time on the wall, before and after the clocks change: %s', (date, time, dueAt) => {
    expect(firstSlot(weekly([1], 'skip', time), date)).toEqual({ slot: date, date, dueAt: Date.parse(dueAt) })
  })

  it('are due once on the day a time is skipped or shown twice, and as ever on the day after', () => {
    const daily = { ...office, days: [1, 2, 3, 4, 5, 6, 7] as const, daysOff: new Set<string>() }
    const rule: SlotRule = { cadence: everyDay('2027-01-01'), time: '02:30', working: daily, onDayOff: 'skip' }
    const dueOn = (date: string) => new Date(firstSlot(rule, date)?.dueAt ?? 0).toISOString()
    expect(['2027-03-27', '2027-03-28', '2027-03-29'].map(dueOn)).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ])
    expect(['2027-10-30', '2027-10-31', '2027-11-01'].map(dueOn)).toEqual([
      '2027-10-30T00:30:00.000Z',
      '2027-10-31T00:30:00.000Z',
      '2027-11-01T01:30:00.000Z',
    ])
  })

  it('end with their cadence', () => {
    const rule: SlotRule = { ...weekly([1], 'skip'), cadence: { kind: 'once', date: '2027-03-30' } }
    expect(firstSlot(rule, '2027-03-30')?.slot).toBe('2027-03-30')
    expect(nextSlot(rule, '2027-03-30')).toBeUndefined()
  })
})

describe('a slot on a day off', () => {
  it('is skipped with the reason, at the time it would have been due', () => {
    const dueAt = Date.parse('2027-03-29T07:00Z')
    const skipped = { slot: '2027-03-29', date: '2027-03-29', dueAt, skipped: 'day off' }
    expect(nextSlot(weekly([1], 'skip'), '2027-03-22')).toEqual(skipped)
  })

  it('moves to the next working day and is still known by its own date', () => {
    const moved = { slot: '2027-03-29', date: '2027-03-30', dueAt: Date.parse('2027-03-30T07:00Z') }
    expect(nextSlot(weekly([1], 'move'), '2027-03-22')).toEqual(moved)
    expect(nextSlot(weekly([1], 'move'), '2027-03-29')?.slot).toBe('2027-04-05')
  })

  it('gives way to the next slot where it would move onto it', () => {
    expect(courseOf(weekly([1, 2], 'move'), '2027-03-29', 3)).toEqual([
      '2027-03-29 → joins next',
      '2027-03-30 → 2027-03-30',
      '2027-04-05 → 2027-04-05',
    ])
  })

  it('gives way to the next slot where both would move to the same date', () => {
    expect(courseOf(weekly([6, 7], 'move'), '2026-11-28', 4)).toEqual([
      '2026-11-28 → joins next',
      '2026-11-29 → 2026-11-30',
      '2026-12-05 → joins next',
      '2026-12-06 → 2026-12-07',
    ])
  })

  it('leaves one slot after a long closure, the last one', () => {
    expect(courseOf(weekly([3], 'move'), '2027-12-15', 4)).toEqual([
      '2027-12-15 → 2027-12-15',
      '2027-12-22 → joins next',
      '2027-12-29 → 2028-01-03',
      '2028-01-05 → 2028-01-05',
    ])
  })

  it('moves over the end of a month without touching the next one', () => {
    const cadence = { kind: 'monthly', every: 1, on: { lastDay: true }, anchor: '2027-01-01' } as const
    expect(courseOf({ ...weekly([1], 'move'), cadence }, '2027-01-01', 3)).toEqual([
      '2027-01-31 → 2027-02-01',
      '2027-02-28 → 2027-03-01',
      '2027-03-31 → 2027-03-31',
    ])
  })

  it('moves also when it is the only one', () => {
    const rule: SlotRule = { ...weekly([1], 'move'), cadence: { kind: 'once', date: '2027-03-28' } }
    expect(courseOf(rule, '2027-01-01', 2)).toEqual(['2027-03-28 → 2027-03-30'])
  })

  it('is not held on a date that its zone left out', () => {
    const samoa: WorkingDays = { zone: 'Pacific/Apia', days: [1, 2, 3, 4, 5, 6, 7], daysOff: new Set() }
    const rule: SlotRule = { cadence: everyDay('2011-12-29'), time: '09:00', working: samoa, onDayOff: 'move' }
    expect(courseOf(rule, '2011-12-29', 3)).toEqual([
      '2011-12-29 → 2011-12-29',
      '2011-12-30 → joins next',
      '2011-12-31 → 2011-12-31',
    ])
  })

  it('cannot move where no working day follows', () => {
    const closed = { ...office, daysOff: new Set(nextDates(everyDay('2027-01-01'), '2027-01-01', 800)) }
    expect(() => firstSlot(weekly([1], 'move', '09:00', closed), '2027-01-04')).toThrow(RangeError)
    expect(firstSlot(weekly([1], 'skip', '09:00', closed), '2027-01-04')?.skipped).toBe('day off')
  })
})

describe('the first slot that is held', () => {
  it.each([
    ['2027-03-22', 'skip', '2027-03-22'],
    ['2027-03-23', 'skip', '2027-04-05'],
    ['2027-03-23', 'move', '2027-03-29'],
    ['2027-12-20', 'skip', '2028-01-03'],
  ] as const)('on or after %s, days off %s, is that of %s', (date, onDayOff, slot) => {
    expect(firstHeldSlot(weekly([1], onDayOff), date)?.slot).toBe(slot)
  })

  it('does not exist where the cadence meets nothing but days off', () => {
    expect(firstHeldSlot(weekly([6], 'skip'), '2026-11-23')).toBeUndefined()
  })

  it('does not exist after the end', () => {
    const rule: SlotRule = { ...weekly([1], 'skip'), cadence: { kind: 'once', date: '2027-03-29' } }
    expect(firstHeldSlot(rule, '2027-01-01')).toBeUndefined()
  })
})

describe('a slot that serves a meeting', () => {
  const meeting = (weekdays: Weekday[], onDayOff: SlotRule['onDayOff']): SlotRule => ({
    ...weekly(weekdays, onDayOff, '14:00'),
    opens: { workingDaysBefore: 1, time: '09:00' },
  })
  const openings = (rule: SlotRule, date: string, count: number) => {
    const slots: Slot[] = []
    for (let slot = firstSlot(rule, date); slot && slots.length < count; slot = nextSlot(rule, slot.slot))
      slots.push(slot)
    return slots.map(({ slot, skipped, dueAt, meetsAt = 0 }) =>
      [slot, skipped ?? 'held', new Date(dueAt).toISOString(), new Date(meetsAt).toISOString()].join(' '),
    )
  }

  it('begins one working day before, and is known by the date of the meeting', () => {
    expect(openings(meeting([1, 3], 'skip'), '2027-03-22', 2)).toEqual([
      '2027-03-22 held 2027-03-19T08:00:00.000Z 2027-03-22T13:00:00.000Z',
      '2027-03-24 held 2027-03-23T08:00:00.000Z 2027-03-24T13:00:00.000Z',
    ])
  })

  it('moves with its meeting over a day off, and begins before the weekend where the meeting is after it', () => {
    expect(openings(meeting([1], 'move'), '2027-03-29', 1)).toEqual([
      '2027-03-29 held 2027-03-26T08:00:00.000Z 2027-03-30T12:00:00.000Z',
    ])
    expect(openings(meeting([1], 'skip'), '2027-03-29', 1)).toEqual([
      '2027-03-29 day off 2027-03-26T08:00:00.000Z 2027-03-29T12:00:00.000Z',
    ])
  })

  it('takes the time of a single date that was moved as that of its meeting', () => {
    const moved = {
      ...meeting([1], 'skip'),
      exceptions: new Map([['2027-03-22', { date: '2027-03-24', time: '10:00' }]]),
    }
    expect(openings(moved, '2027-03-22', 1)).toEqual([
      '2027-03-22 held 2027-03-23T08:00:00.000Z 2027-03-24T09:00:00.000Z',
    ])
  })
})

describe('a slot in the zones of several people', () => {
  it('begins with the first of them, and is known by the date of the partnership', () => {
    const rule = { ...weekly([1], 'skip'), zones: ['America/New_York', 'Europe/Amsterdam', 'Pacific/Auckland'] }
    const dueAt = Date.parse('2027-03-21T20:00Z')
    expect(firstSlot(rule, '2027-03-22')).toEqual({ slot: '2027-03-22', date: '2027-03-22', dueAt })
  })

  it('begins by the clocks of the partnership where nobody is there', () => {
    const dueAt = Date.parse('2027-03-22T08:00Z')
    expect(firstSlot({ ...weekly([1], 'skip'), zones: [] }, '2027-03-22')?.dueAt).toBe(dueAt)
  })
})

describe('any schedule', () => {
  const rules: fc.Arbitrary<SlotRule> = fc.record({
    cadence: cadences,
    time: fc.constantFrom('00:00', '02:30', '09:00', '23:30'),
    working: workingTimes,
    onDayOff: fc.constantFrom<SlotRule['onDayOff'][]>('skip', 'move'),
    opens: fc.option(
      fc.record({
        workingDaysBefore: fc.integer({ min: 0, max: 3 }),
        time: fc.constantFrom('00:00', '08:30', '23:30'),
      }),
      { nil: undefined },
    ),
    zones: fc.option(fc.uniqueArray(fc.constantFrom(...oddZones), { maxLength: 4 }), { nil: undefined }),
  })

  it('accounts for every date of its cadence', () => {
    fc.assert(
      fc.property(rules, dates, (rule, date) => {
        const known = courseOf(rule, date, 10).map((slot) => slot.slice(0, 10))
        const first = firstDateOnOrAfter(rule.cadence, date)
        expect(known).toEqual([first, ...nextDates(rule.cadence, first ?? '', 9)])
      }),
    )
  })

  it('is held on working days, never on one twice, and says rightly why a slot is not', () => {
    fc.assert(
      fc.property(rules, dates, (rule, date) => {
        let slot = firstSlot(rule, date)
        let lastHeld = ''
        for (let seen = 0; slot && seen < 20; seen++) {
          const next = nextSlot(rule, slot.slot)
          const works = isWorkingDay(slot.slot, rule.working)
          if (slot.skipped) {
            expect([works, slot.date]).toEqual([false, slot.slot])
            expect(slot.skipped).toBe(rule.onDayOff === 'skip' ? 'day off' : 'joins next')
            if (slot.skipped === 'joins next')
              expect((next?.slot ?? '') <= nextWorkingDay(slot.slot, rule.working)).toBe(true)
          } else {
            expect(slot.date).toBe(works ? slot.slot : nextWorkingDay(slot.slot, rule.working))
            expect(slot.date > lastHeld).toBe(true)
            lastHeld = slot.date
          }
          const inOrder = rule.opens ? (next?.dueAt ?? 0) >= slot.dueAt : (next?.dueAt ?? 0) > slot.dueAt
          expect(next === undefined || inOrder).toBe(true)
          // Two that are held never begin at one moment: the later would take the place of the other.
          if (next && !slot.skipped && !next.skipped) expect(next.dueAt > slot.dueAt).toBe(true)
          slot = next
        }
      }),
    )
  })

  it('begins so many working days before its meeting, at the first moment any of its clocks shows the time', () => {
    fc.assert(
      fc.property(rules, dates, (rule, date) => {
        const slot = firstSlot(rule, date)
        if (!slot) return
        let begins = slot.date
        for (let left = rule.opens?.workingDaysBefore ?? 0; left > 0; ) {
          begins = textsOf(Date.parse(begins) - dayMs).date
          if (isWorkingDay(begins, rule.working)) left--
        }
        const wall = (day: string, time: string) => Date.parse(`${day}T${time}Z`)
        const clocks = rule.zones?.length ? rule.zones : [rule.working.zone]
        const time = rule.opens?.time ?? rule.time
        const moments = clocks.map((zone) => instantOf(wall(begins, time), offsetOf(zone)))
        expect(slot.dueAt).toBe(Math.min(...moments))
        const meets = instantOf(wall(slot.date, rule.time), offsetOf(rule.working.zone))
        expect(slot.meetsAt).toBe(rule.opens ? meets : undefined)
      }),
    )
  })
})

describe('two years of slots', () => {
  const faultsIn = slotFaultsBetween('2026-11-22', '2028-12-31')
  const sample = new Set([...oddZones, ...zones().filter((_, index) => index % 18 === 9)])

  it.each([...sample])('come in order, at the right time on the wall, and none early, in %s', (zone) => {
    expect(faultsIn(zone)).toEqual([])
  })
})
