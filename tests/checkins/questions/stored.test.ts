import { describe, expect, it } from 'vitest'
import { fromQuestions, toQuestions } from '../../../src/checkins/questions/stored.ts'
import { templates } from '../../../src/checkins/templates/all.ts'
import { choices, question } from '../answering/questions.ts'

describe('questions in a row', () => {
  it.each([
    [true, 'text'],
    [false, 'line'],
  ])(
    'from when there were lines and texts only (long: %s) are read as a %s that need not be answered',
    (long, kind) => {
      const { kind: _, required: __, ...early } = question({})
      expect(toQuestions(JSON.stringify([{ ...early, long }]))).toEqual([question({ kind: kind as 'line' | 'text' })])
    },
  )

  it('are read as they were written', () => {
    const full = question({ kind: 'choice', choices: choices('a', 'b'), required: true, accountId: 'x', people: ['p'] })
    expect(toQuestions(fromQuestions([full]))).toEqual([full])
  })

  it.each(Object.entries(templates))('can be those of every template: %s', (_, { questions }) => {
    expect(toQuestions(fromQuestions(questions))).toEqual(questions)
  })
})
