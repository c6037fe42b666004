import { describe, expect, it } from 'vitest'
import { sides } from '../../../src/checkins/question.ts'
import { edited, mostText } from '../../../src/checkins/questions/editing.ts'
import { templates } from '../../../src/checkins/templates/all.ts'
import { languages } from '../../../src/platform/i18n.ts'

const all = Object.entries(templates)

describe('the templates', () => {
  it('are eleven, in the order in which they are offered', () => {
    expect(Object.keys(templates)).toEqual([
      'pipeline-review',
      'key-account-discussion',
      'debrief',
      'lead-definition-review',
      'ideal-customer-review',
      'content-planning',
      'win-loss-review',
      'joint-plan',
      'swap',
      'after-pulse',
      'blank',
    ])
  })
})

describe.each(all)('the template %s', (id, template) => {
  const { questions, name, about } = template
  const asked = (side: 'marketing' | 'sales') => questions.filter((one) => one.side === side || one.side === 'both')

  it('asks each side three to five questions, but for the blank one', () => {
    for (const side of sides) {
      const [least, most] = id === 'blank' ? [1, 1] : [3, 5]
      expect(asked(side).length).toBeGreaterThanOrEqual(least)
      expect(asked(side).length).toBeLessThanOrEqual(most)
    }
  })

  it('asks each side something of its own, but for the blank one', () => {
    for (const side of sides) expect(questions.filter((one) => one.side === side).length > 0).toBe(id !== 'blank')
  })

  it('has questions that an edit leaves as they are: in order, each with an id, and not too many', () => {
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length)
    const [first] = questions
    expect(first && edited(questions, { do: 'put', question: first })).toEqual({ ok: true, questions })
  })

  it('offers choices with an id each where one is to be made, and nowhere else', () => {
    for (const { kind, choices } of questions) {
      expect(choices !== undefined).toBe(kind === 'choice')
      if (choices) expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length)
    }
  })

  it.each(languages)('is worded in %s, within what an editor may type', (language) => {
    expect(name(language).length).toBeLessThanOrEqual(75)
    for (const { label, hint, choices = [] } of questions) {
      expect(label[language]).toMatch(/\?$/)
      expect(label[language].length).toBeLessThanOrEqual(mostText.label)
      expect(hint[language]).not.toBe('')
      expect(hint[language].length).toBeLessThanOrEqual(mostText.hint)
      for (const choice of choices) expect(choice.label[language].length).toBeLessThanOrEqual(mostText.choice)
    }
  })

  it('says each thing in both languages', () => {
    const texts = questions.flatMap(({ label, hint }) => [label, hint])
    for (const text of [...texts, { en: about('en'), nl: about('nl') }]) expect(text.en).not.toBe(text.nl)
  })
})

it('asks about each account in the key-account discussion only', () => {
  const ids = all.filter(([, { questions }]) => questions.some(({ perAccount }) => perAccount)).map(([id]) => id)
  expect(ids).toEqual(['key-account-discussion'])
})
