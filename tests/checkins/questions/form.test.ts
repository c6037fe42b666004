import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/checkins/question.ts'
import { mostText } from '../../../src/checkins/questions/editing.ts'
import { type FieldName, questionIn, toFilled } from '../../../src/checkins/questions/form.ts'
import { templates } from '../../../src/checkins/templates/all.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { choices, question } from '../answering/questions.ts'

function making(before?: Question, language: 'en' | 'nl' = 'en') {
  let count = 0
  return { id: before?.id ?? 'new', before, language, newId: () => `choice${++count}` }
}
const fields = { side: 'sales', label: ' What moved? ', kind: 'text' }

describe('a question that was filled in', () => {
  it('says in the other language what it says in the first, where nothing else was typed', () => {
    expect(questionIn(fields, making(undefined, 'nl'), 'en')).toEqual({
      ok: true,
      question: {
        ...{ id: 'new', side: 'sales', kind: 'text', required: false, prefill: 'nothing' },
        label: { en: 'What moved?', nl: 'What moved?' },
        hint: { en: '', nl: '' },
      },
    })
  })

  it('holds both languages, what must be answered and with what it begins', () => {
    const more = {
      labelOther: 'Wat bewoog?',
      hint: 'Two.',
      hintOther: 'Twee.',
      how: ['required', 'last answer', 'per account'],
    }
    const made = questionIn({ ...fields, ...more }, making(), 'en')
    expect(made.ok && made.question).toMatchObject({
      label: { en: 'What moved?', nl: 'Wat bewoog?' },
      hint: { en: 'Two.', nl: 'Twee.' },
      ...{ required: true, prefill: 'last answer', perAccount: true },
    })
  })

  it('keeps the ids of the choices that stay, and gives new ones to the others', () => {
    const before = question({ kind: 'choice', choices: choices('yes', 'no') })
    const typed = { ...fields, kind: 'choice', choices: ' no (en)\n\nperhaps ', choicesOther: 'nee\nmisschien' }
    const made = questionIn(typed, making(before), 'en')
    expect(made.ok && made.question.choices).toEqual([
      { id: 'no', label: { en: 'no (en)', nl: 'nee' } },
      { id: 'choice1', label: { en: 'perhaps', nl: 'misschien' } },
    ])
  })

  const long = (length: number) => 'x'.repeat(length + 1)
  const many = Array.from({ length: mostText.choices + 1 }, (_, n) => `${n}`).join('\n')
  it.each<[Partial<Record<FieldName, string>>, FieldName[]]>([
    [{ side: 'nobody' }, ['side']],
    [{ label: '  ' }, ['label']],
    [{ label: long(mostText.label), labelOther: long(mostText.label) }, ['label', 'labelOther']],
    [{ hint: long(mostText.hint), hintOther: long(mostText.hint) }, ['hint', 'hintOther']],
    [{ kind: 'choice' }, ['choices']],
    [{ kind: 'choice', choices: 'one' }, ['choices']],
    [{ kind: 'choice', choices: 'one\none' }, ['choices']],
    [{ kind: 'choice', choices: many }, ['choices']],
    [{ kind: 'choice', choices: `one\n${long(mostText.choice)}` }, ['choices']],
    [{ kind: 'choice', choices: 'one\ntwo', choicesOther: 'een' }, ['choicesOther']],
    [{ kind: 'choice', choices: 'one\ntwo', choicesOther: `een\n${long(mostText.choice)}` }, ['choicesOther']],
    [{ choices: 'one\ntwo', choicesOther: 'een' }, ['choices', 'choicesOther']],
  ])('is told what is wrong with %o under its field, in either language', (wrong, expected) => {
    for (const reader of languages) {
      const made = questionIn({ ...fields, ...wrong }, making(), reader)
      expect(made.ok ? [] : Object.keys(made.errors)).toEqual(expected)
    }
  })
})

describe('the form', () => {
  it.each(Object.entries(templates))('gives back every question of %s as it was', (_, { questions }) => {
    for (const language of languages)
      for (const one of questions)
        expect(questionIn({ ...toFilled(one, language) }, making(one, language), 'en')).toEqual({
          ok: true,
          question: one,
        })
  })

  it('begins empty, for a text', () => {
    const { side, ...rest } = toFilled(undefined, 'en')
    expect(side).toBeUndefined()
    expect(rest).toMatchObject({ label: '', kind: 'text', how: [] })
  })
})
