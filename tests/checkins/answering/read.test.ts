import { describe, expect, it } from 'vitest'
import { answersIn, prefilled } from '../../../src/checkins/answering/read.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { choices, question } from './questions.ts'

const asked = [
  question({ id: 'text', kind: 'text' }),
  question({ id: 'line', kind: 'line' }),
  question({ id: 'number', kind: 'number' }),
  question({ id: 'choice', kind: 'choice', choices: choices('yes', 'no') }),
]

describe('answers', () => {
  it('are those to questions that were asked, trimmed, without those left empty', () => {
    const fields = { text: '  Vega moved ', line: ' \n', number: undefined, other: 'not mine', choice: ['a', 'list'] }
    expect(answersIn(fields, asked, 'en')).toEqual({ answers: { text: 'Vega moved' }, errors: {} })
  })

  it('keep a choice by its id and a number in one notation', () => {
    const fields = { number: '1.250,50', choice: 'no' }
    expect(answersIn(fields, asked, 'nl')).toEqual({ answers: { number: '1250.5', choice: 'no' }, errors: {} })
  })

  it.each(languages)('that are wrong are each told so under their own field, in %s', (language) => {
    const required = question({ id: 'needed', required: true })
    const fields = { text: 'x'.repeat(3001), line: 'fine', number: 'ten', choice: 'perhaps', needed: '  ' }
    const { answers, errors } = answersIn(fields, [...asked, required], language)
    expect(answers).toEqual({ line: 'fine' })
    expect(Object.keys(errors)).toEqual(['text', 'number', 'choice', 'needed'])
    expect(new Set(Object.values(errors)).size).toBe(4)
    expect(errors.number).toContain(language === 'nl' ? '1.250,50' : '1,250.50')
  })
})

describe('what stands in the form', () => {
  const kept = asked.map((one) => ({ ...one, prefill: 'last answer' as const }))

  it('is what was said last time only where the question says so', () => {
    const [text, ...others] = asked
    const mixed = [{ ...question({}), ...text, prefill: 'last answer' as const }, ...others]
    expect(prefilled(mixed, undefined, { text: 'Vega', line: 'A case' })).toEqual({ text: 'Vega' })
  })

  it('is what was said this time as it is, also where a question was emptied', () => {
    expect(prefilled(kept, { line: 'A case' }, { text: 'Vega' })).toEqual({ line: 'A case' })
  })

  it.each([
    ['a choice that is offered no more', { choice: 'perhaps' }, {}],
    ['a choice that is still offered', { choice: 'yes' }, { choice: 'yes' }],
    ['a text where now a number is asked', { number: 'about ten' }, {}],
    ['a number', { number: '-12.5' }, { number: '-12.5' }],
    ['a text where now a line is asked', { line: 'Vega\n moved' }, { line: 'Vega moved' }],
    ['an answer to what is asked no more', { gone: 'Vega' }, {}],
  ])('holds of last time what fits: %s', (_, last, expected) => {
    expect(prefilled(kept, undefined, last)).toEqual(expected)
  })
})
