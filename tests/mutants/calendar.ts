import type { Row } from './row.ts'

const cadence = 'src/calendar/cadence.ts'
const slots = 'src/calendar/slots.ts'
const wallTime = 'src/calendar/wall-time.ts'

const amongAllZones = 'npm run test:long does the same in every zone there is.'
const toZoned = "return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds"

/** ISO weeks numbered as if every year had 52 of them. */
const numberedWeeks = {
  file: cadence,
  find: 'return Math.floor(start.until(toPlainDate(date), { largestUnit: unit })[unit] / cadence.every)',
  replace: `const numberOf = (day: Temporal.PlainDate) => (day.yearOfWeek ?? 0) * 52 + (day.weekOfYear ?? 0)
  const weeks = numberOf(toPlainDate(date)) - numberOf(start)
  const passed = unit === 'weeks' ? weeks : start.until(toPlainDate(date), { largestUnit: unit }).months
  return Math.floor(passed / cadence.every)`,
}

/** Dates, slots and instants. */
export const calendarRows: readonly Row[] = [
  {
    test: 'T1',
    promise:
      'A cadence gives the dates that counting from its anchor gives: clamped to short months and back, in the right week.',
    mutants: [
      {
        kills: 'each date is worked out from the one before it',
        changes: [
          {
            file: cadence,
            find: 'const date = firstDateOnOrAfter(cadence, addDays(dates.at(-1) ?? after, 1))',
            replace: `const before = dates.at(-1)
    const date =
      before !== undefined && cadence.kind === 'monthly'
        ? toPlainDate(before).add({ months: cadence.every }).toString()
        : firstDateOnOrAfter(cadence, addDays(before ?? after, 1))`,
          },
        ],
        by: 'tests/calendar/cadence.test.ts',
        sees: ['the 31st, and back to it after shorter months', 'every quarter on the 31st'],
      },
      {
        kills: 'weeks are counted from the day of the anchor, not from its Monday',
        changes: [{ file: cadence, find: 'anchor.subtract({ days: anchor.dayOfWeek - 1 })', replace: 'anchor' }],
        by: 'tests/calendar/cadence.test.ts',
        sees: ['every two weeks, counted from the week of a midweek anchor'],
      },
      {
        kills: 'every two weeks follows the numbers of the weeks',
        changes: [numberedWeeks],
        by: 'tests/calendar/cadence.test.ts',
        sees: ['every two weeks through week 53, whatever the week numbers say'],
      },
      {
        kills: 'the last Friday is the fourth',
        changes: [
          {
            file: cadence,
            find: 'return last.subtract({ days: daysBetween(on.weekday, last.dayOfWeek) })',
            replace: 'return first.add({ days: daysBetween(first.dayOfWeek, on.weekday) + 21 })',
          },
        ],
        by: 'tests/calendar/cadence.test.ts',
        sees: ['the last Friday, the fifth where there is one'],
      },
    ],
  },
  {
    test: 'T2',
    promise: 'A time that the clocks skip comes later by as much as they skip; of one they show twice it is the first.',
    mutants: [
      {
        kills: 'the second 02:30 is taken',
        changes: [{ file: wallTime, find: "disambiguation: 'compatible'", replace: "disambiguation: 'later'" }],
        by: 'tests/calendar/wall-time.test.ts',
        sees: ['Europe/Amsterdam 2027-10-31 02:30', 'Africa/Cairo 2027-10-28 23:30'],
      },
      {
        kills: 'a time that does not exist comes before the gap',
        changes: [{ file: wallTime, find: "disambiguation: 'compatible'", replace: "disambiguation: 'earlier'" }],
        by: 'tests/calendar/wall-time.test.ts',
        sees: ['Europe/Amsterdam 2027-03-28 02:30', 'Australia/Lord_Howe 2027-10-03 02:15'],
      },
      {
        kills: 'the offset is read at the wall time as if that were UTC, as TZDate may',
        changes: [
          {
            file: wallTime,
            find: toZoned,
            replace: `const asUtc = wall.toZonedDateTime('UTC')
  return asUtc.epochMilliseconds - asUtc.withTimeZone(zone).offsetNanoseconds / 1e6`,
          },
        ],
        by: 'tests/calendar/wall-time.test.ts',
        sees: ['Europe/Amsterdam 2027-03-28 02:30', 'Europe/Amsterdam 2027-10-31 02:30'],
      },
      {
        kills: 'a date on which the clocks skip its time is skipped',
        changes: [
          {
            file: slots,
            find: "import { toInstant, type WallTime } from './wall-time.ts'",
            replace: "import { toInstant, toLocal, type WallTime } from './wall-time.ts'",
          },
          {
            file: slots,
            find: 'if (isWorkingDay(slot, rule.working)) return slotOn(slot, rule, slot)',
            replace: `const exists = toLocal(toInstant(slot, rule.time, rule.working.zone), rule.working.zone).time === rule.time
  if (isWorkingDay(slot, rule.working) && exists) return slotOn(slot, rule, slot)`,
          },
        ],
        by: 'tests/calendar/slots.test.ts',
        sees: ['come in order, at the right time on the wall, and none early, in Europe/Amsterdam'],
      },
    ],
  },
  {
    test: 'T3',
    promise: 'What the clocks of a zone show has nothing to do with the zone of the machine.',
    mutants: [
      {
        kills: 'the wall time passes through a Date of the machine',
        changes: [
          {
            file: wallTime,
            find: 'const wall = toPlainDate(date).toPlainDateTime(toPlainTime(time))',
            replace: `const local = new Date(\`\${toPlainDate(date)}T\${toPlainTime(time)}\`)
  const [year, month, day] = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour: local.getHours(), minute: local.getMinutes() })`,
          },
        ],
        by: 'tests/calendar/machine-zone.test.ts',
        sees: [
          'on a machine set to Europe/Amsterdam every wall time around the clock changes',
          'on a machine set to America/Havana every wall time around the clock changes',
        ],
      },
      {
        kills: 'an instant is shown in the zone of the machine',
        changes: [
          {
            file: wallTime,
            find: '.toZonedDateTimeISO(zone)',
            replace: '.toZonedDateTimeISO(Temporal.Now.timeZoneId())',
          },
        ],
        by: 'tests/calendar/machine-zone.test.ts',
        sees: ['on a machine set to UTC days, hours and slots are those of the zone asked for'],
      },
    ],
    also: `tests/calendar/wall-time.test.ts compares a sample of zones with what Intl prints; ${amongAllZones}`,
  },
  {
    test: 'T4',
    promise:
      'Through the years every date of a cadence has its slot, in order, at the right time on the wall, none early.',
    mutants: [
      {
        kills: 'a year has 52 weeks',
        changes: [numberedWeeks],
        by: 'tests/calendar/slots.test.ts',
        sees: ['come in order, at the right time on the wall, and none early, in Europe/Amsterdam'],
      },
      {
        kills: 'the next slot goes on from the day of the one before',
        changes: [
          {
            file: slots,
            find: 'return firstSlot(rule, addDays(slot, 1))',
            replace: `const { cadence } = rule
  if (cadence.kind !== 'monthly' || !('day' in cadence.on)) return firstSlot(rule, addDays(slot, 1))
  return firstSlot({ ...rule, cadence: { ...cadence, on: { day: Number(slot.slice(8)) } } }, addDays(slot, 1))`,
          },
        ],
        by: 'tests/calendar/slots.test.ts',
        sees: ['come in order, at the right time on the wall, and none early, in America/New_York'],
      },
      {
        kills: 'a year ends a day early',
        changes: [
          {
            file: cadence,
            find: 'const last = first.with({ day: first.daysInMonth })',
            replace: 'const last = first.with({ day: Math.min(first.daysInMonth, first.month === 12 ? 30 : 31) })',
          },
        ],
        by: 'tests/calendar/slots.test.ts',
        sees: ['come in order, at the right time on the wall, and none early, in UTC'],
      },
    ],
    also: 'Two years in a sample of zones; npm run test:long lives through ten in every zone there is.',
  },
]
