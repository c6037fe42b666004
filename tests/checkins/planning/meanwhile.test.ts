import { describe, expect, it } from 'vitest'
import type { Cadence } from '../../../src/calendar/cadence.ts'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { chosenOf } from '../../../src/checkins/noted.ts'
import type { CheckIn } from '../../../src/checkins/occurrence.ts'
import { actionOf, type FieldName } from '../../../src/checkins/planning/fields.ts'
import { formOf } from '../../../src/checkins/planning/form.ts'
import { meanwhileInWords, theirs } from '../../../src/checkins/planning/meanwhile.ts'
import { type Language, languages } from '../../../src/platform/i18n.ts'
import type { Name } from '../../actions/two-teams.ts'
import { engines } from '../../support/databases.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'
import { partnership, checkIn as small } from './fixtures.ts'
import { manage } from './menu.ts'
import { theCheckIn } from './plan.ts'

describe('what somebody else changed', () => {
  it.each([
    ['nothing', { name: 'A', answerHours: 8 }, { name: 'A', answerHours: 8 }, { name: 'B', answerHours: 4 }, {}],
    [
      'one of two',
      { name: 'A', answerHours: 8 },
      { name: 'C', answerHours: 8 },
      { name: 'B', answerHours: 4 },
      { name: 'C' },
    ],
    ['the same that I chose', { name: 'A' }, { name: 'B' }, { name: 'B' }, {}],
    ['what I left as it was', { name: 'A' }, { name: 'C' }, { name: 'A' }, { name: 'C' }],
  ])('is %s', (_, seen, stands, chosen, expected) => {
    expect(theirs(seen, stands, chosen)).toEqual(expected)
  })

  const working = {
    zone: 'Europe/Amsterdam',
    days: [1, 2, 3, 4, 5] as const,
    daysOff: new Set<string>(),
    start: '09:00',
    end: '17:00',
  }
  const weekly = { kind: 'weekly', every: 1, weekdays: [1], anchor: '2027-03-01' } as const
  const usual: SlotRule = { cadence: weekly, time: '09:00', working, onDayOff: 'move' }
  const monthly = (on: Extract<Cadence, { kind: 'monthly' }>['on'], every = 1): Partial<SlotRule> => ({
    cadence: { kind: 'monthly', every, on, anchor: '2027-03-01' },
  })
  const opens = { workingDaysBefore: 1, time: '09:00' }
  const said = (checkIn: Partial<CheckIn>, rule: Partial<SlotRule>, language: Language) => {
    const stands = { checkIn: { ...small, ...checkIn }, rule: { ...usual, ...rule } }
    const changed = theirs(chosenOf(small, usual), chosenOf(stands.checkIn, stands.rule), {})
    const form = formOf(stands.checkIn, 'shared', stands.rule, partnership, '2027-03-01')
    const planned = { ...stands, channel: 'shared', status: 'active', nextSlot: '2027-03-01' } as const
    return meanwhileInWords(changed, planned, form, language).split('\n').slice(1)
  }

  it.each<[Partial<CheckIn>, Partial<SlotRule>, string[]]>([
    [{ name: '<b> & co' }, {}, ['> Name: &lt;b&gt; &amp; co']],
    [{ channelId: 'CSALES', answerHours: 4 }, {}, ['> Channel: <#CSALES>', '> Time to answer: 4 working hours']],
    [{}, { cadence: { ...weekly, every: 2, weekdays: [1, 4] } }, ['> How often: Every 2 weeks: Monday and Thursday']],
    [{}, { cadence: { kind: 'once', date: '2027-03-08' } }, ['> How often: Once: Monday 8 March']],
    [{}, monthly({ nth: 1, weekday: 2 }), ['> How often: Every month: the first Tuesday']],
    [{}, monthly({ day: 15 }), ['> How often: Every month: date 15']],
    [{}, monthly({ lastDay: true }, 3), ['> How often: Every quarter: the last day of the month']],
    [{}, { time: '11:00', onDayOff: 'skip' }, ['> At: 11:00', '> On a day off: Leave that date out']],
    [{ meetingAt: '14:00' }, { time: '14:00', opens }, ['> Meeting at: 14:00']],
    [{ ownZone: true }, {}, ['> Time zone: Ask each person at the opening time in their own zone']],
  ])('is told in words: %j %j', (checkIn, rule, lines) => {
    expect(said(checkIn, rule, 'en').toSorted()).toEqual(lines.toSorted())
  })

  it.each(languages)('fits above the form in %s, however much it is', (language) => {
    const all = { name: '<'.repeat(80), channelId: 'CSALES', answerHours: 40, ownZone: true }
    const lines = said(all, { ...monthly({ nth: 'last', weekday: 3 }), time: '11:00', onDayOff: 'skip' }, language)
    expect(lines).toHaveLength(7)
    expect(lines.join('\n').length).toBeLessThan(2000)
  })
})

const window = (day: TeamDay, name: Name) => day.read(day.person(name).modal, name)

async function set(day: TeamDay, name: Name, field: FieldName, value: string | string[]): Promise<void> {
  await day.person(name).choose(actionOf(field), value)
  await day.settle()
}

async function save(day: TeamDay, name: Name, values: Record<string, string> = {}): Promise<void> {
  await day.person(name).submit(values)
  await day.settle()
}

describe.each(engines)('two team leads who edit one check-in, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('hear of each other: the second keeps what they chose, and decides', async () => {
    await manage(day(), 'anna', 'edit')
    await manage(day(), 'sofie', 'edit')
    await set(day(), 'sofie', 'weekdays', ['3'])
    await save(day(), 'sofie', { name: 'Midweek' })
    expect(window(day(), 'sofie')).toContain('Midweek is saved.')

    await set(day(), 'anna', 'answerHours', '4')
    await save(day(), 'anna', { name: 'Monday round' })
    expect(window(day(), 'anna')).toContain('Meanwhile somebody else changed this check-in.')
    expect(window(day(), 'anna')).toMatch(/Name: Midweek\n.*How often: Every week: Wednesday/)
    expect(await theCheckIn(day())).toMatchObject({ name: 'Midweek', answerHours: 8 })

    await save(day(), 'anna')
    expect(window(day(), 'anna')).toContain('Monday round is saved.')
    expect(await theCheckIn(day())).toMatchObject({ name: 'Monday round', answerHours: 4 })
    expect(day().trouble).toEqual([])
  })

  it('need not decide where both chose the same', async () => {
    await manage(day(), 'anna', 'edit')
    await manage(day(), 'sofie', 'edit')
    await save(day(), 'sofie', { name: 'Midweek' })
    await save(day(), 'anna', { name: 'Midweek' })
    expect(window(day(), 'anna')).toContain('Midweek is saved.')
  })
})
