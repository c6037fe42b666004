import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../src/calendar/slots.ts'
import { chosenOf } from '../../../src/checkins/noted.ts'
import type { Occurrence } from '../../../src/checkins/occurrence.ts'
import type { Participant } from '../../../src/checkins/participants/participant.ts'
import { partnershipsView, templatesView } from '../../../src/checkins/planning/choosing-views.ts'
import type { Editing } from '../../../src/checkins/planning/editing.ts'
import { toEditing } from '../../../src/checkins/planning/editing.ts'
import { type Form, kinds, newForm } from '../../../src/checkins/planning/form.ts'
import { formView, savedView } from '../../../src/checkins/planning/form-views.ts'
import { copyTitle, ended, listTitle, partMissing } from '../../../src/checkins/planning/life-messages.ts'
import { copyView, moveView, sayingView } from '../../../src/checkins/planning/life-views.ts'
import { type Listed, listMessage } from '../../../src/checkins/planning/list-views.ts'
import type { Preview, Problem } from '../../../src/checkins/planning/preview.ts'
import { firstTemplate, templates } from '../../../src/checkins/templates/all.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { validate } from '../../../src/playground/server/validator/validate.ts'
import { at } from '../../actions/two-teams.ts'
import { partnership, checkIn as small } from './fixtures.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const checkIn = { ...small, id, workspaceId: id, partnershipId: id, scheduleId: id, name: '<'.repeat(80) }
const teams = { ...partnership, id, name: '&'.repeat(80) }
const working = {
  zone: teams.zone,
  days: [1, 2, 3, 4, 5] as const,
  daysOff: new Set<string>(),
  start: '09:00',
  end: '17:00',
}
const begun = newForm({ suggested: { kind: 'weekly' }, answerHours: 9 }, { partnership: teams, working }, '2027-02-28')

const slot: Slot = {
  slot: '2027-09-29',
  date: '2027-09-30',
  dueAt: at('2027-09-29 09:00'),
  meetsAt: at('2027-09-30 14:00'),
}
const begins = { date: '2027-09-29', time: '09:00' }
const skips = ['day off', 'joins next', 'exception'] as const
const preview: Preview = {
  dates: [
    ...Array.from({ length: 4 }, () => ({ slot, begins, dayOff: '<'.repeat(100), lacksTime: false })),
    ...Array.from({ length: 56 }, (_, n) => {
      const skipped = skips[n % 3] ?? 'day off'
      return { slot: { ...slot, skipped }, begins, dayOff: n % 2 ? 'Goede Vrijdag' : '', lacksTime: n % 5 === 0 }
    }),
  ],
  problem: undefined,
  tooFarWest: ['America/Los_Angeles', 'Pacific/Honolulu'],
}

const formsOf = (kind: Form['kind']): Form[] =>
  (['date', 'last', 'nth'] as const).flatMap((on) =>
    (['time', 'meeting'] as const).map((begins) => ({
      ...{ ...begun, kind, on, begins, dayOfMonth: 31, nth: 'last' as const, everyWeeks: 40 },
      ...{ name: 'n'.repeat(80), ownZone: true, time: '23:00', meetingAt: '07:00', weekdays: [1, 2, 3, 4, 5, 6, 7] },
    })),
  )

const monthly = { kind: 'monthly', every: 3, on: { nth: 'last', weekday: 7 }, anchor: '2027-03-01' } as const
const seen = chosenOf(
  { ...checkIn, meetingAt: '07:00' },
  { cadence: monthly, time: '07:00', working, onDayOff: 'move' },
)

const editingOf = (form: Form, checkInId: string | undefined): Editing => ({
  ...{ partnershipId: id, template: 'ideal-customer-review', from: '2027-03-01', seen, form },
  ...(checkInId ? { checkInId } : {}),
})

describe.each(languages)('what Slack takes of making and changing check-ins, in %s', (language) => {
  it.each(kinds)('is the form of one that is held: %s', (kind) => {
    for (const form of formsOf(kind))
      for (const checkInId of [id, undefined]) {
        const shown = {
          editing: editingOf(form, checkInId),
          partnership: teams,
          preview,
          mayCopy: true,
          note: 'x'.repeat(2000),
        }
        expect(validate(formView(shown, language), 'modal')).toEqual([])
        expect(toEditing(formView(shown, language).private_metadata ?? '')).toEqual(shown.editing)
      }
  })

  it.each<Problem>(['no weekday', 'in the past', 'opens in the past', 'never held', 'no time'])(
    'is the form that says what is wrong: %s',
    (problem) => {
      const shown = { editing: editingOf({ ...begun, weekdays: [] }, id), partnership: teams, mayCopy: false }
      expect(
        validate(formView({ ...shown, preview: { dates: [], problem, tooFarWest: [] } }, language), 'modal'),
      ).toEqual([])
    },
  )

  it('is every other window', () => {
    const about = { checkInId: id, slot: '2027-09-29', name: checkIn.name, isMeeting: true }
    const many = Array.from({ length: 120 }, () => teams)
    const views = [
      savedView({ name: checkIn.name, preview, form: begun, partnership: teams, paused: true }, language),
      partnershipsView(many, language),
      templatesView(id, Object.keys(templates), language),
      moveView(about, begins, teams.zone, language),
      copyView({ checkInId: id, name: checkIn.name, to: many, missing: partMissing(language, 'pulse', 99) }, language),
      sayingView(copyTitle(language), partMissing(language, 'accounts', 99), language),
      sayingView(listTitle(language), ended(language, '&lt;'.repeat(80)), language),
    ]
    for (const view of views) expect(validate(view, 'modal')).toEqual([])
  })

  it.each([0, 1, 20, 30])('is the list of %i check-ins', (count) => {
    const listed = Array.from({ length: count }, (_, n) => one(n))
    const { blocks } = listMessage(
      { listed, takesPart: true, mayChange: new Set([id]), newIn: 'choose' },
      { language, zone: teams.zone },
    )
    expect(validate(blocks, 'message')).toEqual([])
  })
})

const participant: Participant = {
  ...{ personId: id, slackId: 'UANNA', name: 'Anna', side: 'marketing', zone: teams.zone },
  ...{ required: true, answered: false, skipped: false, away: false, left: false },
}

/** Each has its own ids: a button may stand in a message once. */
function one(n: number): Listed {
  const own = { ...checkIn, id: id.slice(0, -2) + String(n).padStart(2, '0') }
  const occurrence: Occurrence = {
    ...{ id: own.id, workspaceId: id, checkIn: own, slot: '2027-03-01', dueAt: slot.dueAt, openedAt: slot.dueAt },
    ...{ deadlineAt: slot.dueAt, questions: templates[firstTemplate]?.questions ?? [], closed: undefined },
  }
  const cadence = { kind: 'once', date: '2027-09-29' } as const
  const rule = { cadence, time: '09:00', working, onDayOff: 'move' } as const
  const planned = {
    checkIn: own,
    channel: 'shared',
    rule,
    status: n % 2 ? 'paused' : 'active',
    nextSlot: slot.slot,
  } as const
  const ahead = [
    { slot: { ...slot, skipped: 'exception' as const }, decided: true, asksAt: slot.dueAt },
    { slot, decided: true, asksAt: slot.dueAt },
    { slot, decided: false, asksAt: slot.dueAt },
  ]
  return { planned, partnership: teams, open: { occurrence, participants: [participant] }, ahead }
}

describe('what does not fit in a window', () => {
  it('is counted', () => {
    const many = Array.from({ length: 120 }, () => teams)
    expect(JSON.stringify(partnershipsView(many, 'en'))).toContain('And 30 more')
    expect(JSON.stringify(copyView({ checkInId: id, name: '', to: many }, 'en'))).toContain('20 more')
  })
})

describe('the list of check-ins', () => {
  it('says how many it leaves out', () => {
    const listed = Array.from({ length: 30 }, (_, n) => one(n))
    const { blocks } = listMessage(
      { listed, takesPart: true, mayChange: new Set(), newIn: undefined },
      { language: 'en', zone: teams.zone },
    )
    expect(JSON.stringify(blocks)).toContain('And 8 more')
  })
})
