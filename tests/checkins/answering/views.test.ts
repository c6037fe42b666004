import type { InputBlock } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { answerView } from '../../../src/checkins/answering/views.ts'
import type { Occurrence } from '../../../src/checkins/occurrence.ts'
import type { Question } from '../../../src/checkins/question.ts'
import { mostPerSide, mostText } from '../../../src/checkins/questions/editing.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { validate } from '../../../src/playground/server/validator/validate.ts'
import { at } from '../../actions/two-teams.ts'
import { choices, question } from './questions.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const open: Occurrence = {
  id,
  workspaceId: id,
  checkIn: {
    id,
    workspaceId: id,
    partnershipId: id,
    scheduleId: id,
    template: 'pipeline-review',
    name: 'Pipeline '.repeat(30),
    channelId: 'CSHARED',
    answerHours: 8,
    meetingAt: undefined,
    ownZone: false,
  },
  slot: '2027-03-01',
  dueAt: at('2027-03-01 09:00'),
  openedAt: at('2027-03-01 09:00'),
  deadlineAt: at('2027-03-01 17:00'),
  questions: [],
  closed: undefined,
}
const closed: Occurrence = { ...open, closed: { at: at('2027-03-01 17:00'), why: 'deadline' } }

function largest(kind: Question['kind'], required: boolean, count: number): Question[] {
  const words = (length: number) => ({ en: '<'.repeat(length), nl: '&'.repeat(length) })
  const offered = Array.from({ length: mostText.choices }, (_, n) => ({ id: `${n}`, label: words(mostText.choice) }))
  return Array.from({ length: count }, (_, n) =>
    question({
      id: `${id}:${id}:${kind}${n}`,
      ...{ label: words(mostText.label), hint: words(mostText.hint), kind, required },
      ...(kind === 'choice' ? { choices: offered } : {}),
    }),
  )
}

const answerTo: Record<Question['kind'], string> = {
  line: 'x'.repeat(3000),
  text: 'x'.repeat(3000),
  choice: '0',
  number: '-999999999999.99',
}

describe.each(languages)('what Slack takes of the form to answer in, in %s', (language) => {
  const reader = { language, zone: 'Europe/Amsterdam' }

  it.each(['line', 'text', 'choice', 'number'] as const)('is one with as many %s questions as there can be', (kind) => {
    for (const occurrence of [open, closed]) {
      for (const required of [true, false]) {
        const asked = largest(kind, required, mostPerSide)
        const answers = Object.fromEntries(asked.map((one) => [one.id, answerTo[kind]]))
        expect(validate(answerView(occurrence, asked, answers, reader, { fromLastTime: true }), 'modal')).toEqual([])
        expect(validate(answerView(occurrence, asked, {}, reader), 'modal')).toEqual([])
      }
    }
  })
})

describe('a question in the form', () => {
  const shown = (asked: Question, answer?: string) => {
    const answers = answer === undefined ? {} : { [asked.id]: answer }
    const { blocks } = answerView(open, [asked], answers, { language: 'nl', zone: 'Europe/Amsterdam' })
    return blocks[1] as InputBlock
  }

  it.each([
    ['line', { type: 'plain_text_input', multiline: false }],
    ['text', { type: 'plain_text_input', multiline: true }],
    ['number', { type: 'number_input', is_decimal_allowed: true }],
  ] as const)('is a field for a %s', (kind, element) => {
    expect(shown(question({ kind })).element).toMatchObject(element)
  })

  it.each([
    [true, 5, 'radio_buttons'],
    [true, 6, 'static_select'],
    [false, 2, 'static_select'],
  ])(
    'that must be answered (%s) with %i choices offers them as %s, in the words of the reader',
    (required, count, type) => {
      const offered = choices(...Array.from({ length: count }, (_, n) => `c${n}`))
      const { element } = shown(question({ kind: 'choice', required, choices: offered }), 'c1')
      expect(element).toMatchObject({ type, initial_option: { value: 'c1', text: { text: 'c1 (nl)' } } })
    },
  )

  it('shows whether it must be answered', () => {
    expect([shown(question({ required: true })).optional, shown(question({})).optional]).toEqual([undefined, true])
  })
})
