import { describe, expect, it } from 'vitest'
import { answersIn, prefilled, type Question, questionsFor } from '../../src/checkins/question.ts'
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

  it('have an id each, since answers are kept by it', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })
})

describe('answers', () => {
  const asked = questionsFor('sales', questions)

  it('are those to questions that were asked, trimmed, without those left empty', () => {
    const fields = { deals: '  Vega moved ', heard: ' \n', leads: undefined, coming: 'not mine', need: ['a', 'list'] }
    expect(answersIn(fields, asked)).toEqual({ deals: 'Vega moved' })
  })

  it('of last time stand in the form only where the question says so', () => {
    expect(prefilled(asked, undefined, { deals: 'Vega', need: 'A case' })).toEqual({ deals: 'Vega' })
  })

  it('of this time stand there as they are, also where a question was emptied', () => {
    expect(prefilled(asked, { need: 'A case' }, { deals: 'Vega' })).toEqual({ need: 'A case' })
  })
})
