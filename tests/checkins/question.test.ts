import { describe, expect, it } from 'vitest'
import { type Question, questionsFor } from '../../src/checkins/question.ts'
import { firstTemplate, templates } from '../../src/checkins/templates/all.ts'

const questions: readonly Question[] = templates[firstTemplate]?.questions ?? []

describe('the questions of the weekly pipeline review', () => {
  it.each(['marketing', 'sales'] as const)('are three or four for %s, so that two minutes are enough', (side) => {
    const asked = questionsFor(side, questions)
    expect(asked.length).toBeGreaterThanOrEqual(3)
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  it('are asked of their own side and of both', () => {
    const ids = (side: 'marketing' | 'sales') => questionsFor(side, questions).map(({ id }) => id)
    expect(ids('marketing')).toEqual(['coming', 'response', 'need'])
    expect(ids('sales')).toEqual(['deals', 'heard', 'leads', 'need'])
  })

  it('that are asked per account, or of others, are not asked as they stand', () => {
    const [one] = questionsFor('sales', questions)
    if (!one) throw new Error('Sales is asked nothing.')
    const of = (person?: string) =>
      questionsFor(
        'sales',
        [
          { ...one, perAccount: true },
          { ...one, id: 'own', people: ['tom'] },
        ],
        person,
      )
    expect(of('tom').map(({ id }) => id)).toEqual(['own'])
    expect([of('uma'), of()]).toEqual([[], []])
  })

  it('have an id each, since answers are kept by it', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })
})
