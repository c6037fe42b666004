import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/checkins/question.ts'
import { changesBetween, type Edit, edited, isSame, mostPerSide } from '../../../src/checkins/questions/editing.ts'
import { fromQuestions, toQuestions } from '../../../src/checkins/questions/stored.ts'
import { choices, question } from '../answering/questions.ts'

const of = (side: Question['side'], ...ids: string[]) => ids.map((id) => question({ id, side }))
const questions = [...of('marketing', 'm1', 'm2'), ...of('sales', 's1', 's2', 's3'), ...of('both', 'b1')]
const idsAfter = (edit: Edit, before = questions) => {
  const outcome = edited(before, edit)
  return outcome.ok ? outcome.questions.map(({ id }) => id).join(' ') : outcome.reason
}

describe('an edit of the questions', () => {
  it.each<[string, Edit, string]>([
    ['moves one up', { do: 'move', id: 's2', by: -1 }, 'm1 m2 s2 s1 s3 b1'],
    ['moves one down', { do: 'move', id: 's2', by: 1 }, 'm1 m2 s1 s3 s2 b1'],
    ['moves nothing beyond its own team', { do: 'move', id: 's1', by: -1 }, 'm1 m2 s1 s2 s3 b1'],
    ['moves nothing below its own team', { do: 'move', id: 's3', by: 1 }, 'm1 m2 s1 s2 s3 b1'],
    ['moves nothing that is gone', { do: 'move', id: 'x', by: 1 }, 'm1 m2 s1 s2 s3 b1'],
    ['removes one', { do: 'remove', id: 'm1' }, 'm2 s1 s2 s3 b1'],
    ['removes nothing that is gone', { do: 'remove', id: 'x' }, 'm1 m2 s1 s2 s3 b1'],
    [
      'adds one as the last of its team',
      { do: 'put', question: question({ id: 'm3', side: 'marketing' }) },
      'm1 m2 m3 s1 s2 s3 b1',
    ],
    ['puts one in its place', { do: 'put', question: question({ id: 's2', required: true }) }, 'm1 m2 s1 s2 s3 b1'],
    [
      'puts one that changes teams last',
      { do: 'put', question: question({ id: 's1', side: 'marketing' }) },
      'm1 m2 s1 s2 s3 b1',
    ],
    [
      'puts one that both are asked now last',
      { do: 'put', question: question({ id: 's1', side: 'both' }) },
      'm1 m2 s2 s3 b1 s1',
    ],
  ])('%s', (_, edit, expected) => {
    expect(idsAfter(edit)).toBe(expected)
  })

  it('changes what a question says', () => {
    const outcome = edited(questions, { do: 'put', question: question({ id: 's2', required: true }) })
    expect(outcome.ok && outcome.questions.map(({ required }) => required)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('never removes the last one', () => {
    expect(idsAfter({ do: 'remove', id: 'm1' }, of('marketing', 'm1'))).toBe('last')
  })

  it.each([
    ['marketing', 'marketing', mostPerSide],
    ['both', 'sales', mostPerSide],
    ['sales', 'both', mostPerSide],
  ] as const)('asks nobody too much: %s beside as many of %s as there can be', (added, there, count) => {
    const full = of(there, ...Array.from({ length: count }, (_, n) => `q${n}`))
    const put = { do: 'put' as const, question: question({ id: 'new', side: added }) }
    expect(idsAfter(put, full)).toBe('too many')
    expect(edited(full.slice(1), put).ok).toBe(true)
  })

  it('may still change one of many', () => {
    const full = of('sales', ...Array.from({ length: mostPerSide }, (_, n) => `q${n}`))
    expect(edited(full, { do: 'put', question: question({ id: 'q3', required: true }) }).ok).toBe(true)
  })
})

describe('what others did', () => {
  const [m1, m2, ...rest] = questions
  const words = (after: Question[]) =>
    changesBetween(questions, after).map(({ how, question: { id } }) => `${how} ${id}`)

  it.each([
    ['nothing', questions, []],
    ['an addition', [...questions, question({ id: 'b2', side: 'both' })], ['added b2']],
    [
      'a removal and a change',
      [question({ id: 'm1', side: 'marketing', kind: 'line' }), ...rest],
      ['changed m1', 'removed m2'],
    ],
    ['another order', [m2, m1, ...rest], ['moved m2', 'moved m1']],
  ] as [string, Question[], string[]][])('is %s', (_, after, expected) => {
    expect(words(after)).toEqual(expected)
  })
})

describe('two questions', () => {
  const full = question({ kind: 'choice', choices: choices('a', 'b') })

  it('are the same when one comes from a row', () => {
    expect(isSame(toQuestions(fromQuestions([full]))[0], full)).toBe(true)
  })

  it.each<Partial<Question>>([
    { side: 'both' },
    { label: { en: 'Other', nl: full.label.nl } },
    { hint: { en: full.hint.en, nl: 'Anders' } },
    { kind: 'line' },
    { choices: choices('a', 'c') },
    { choices: choices('b', 'a') },
    { required: true },
    { prefill: 'last answer' },
    { perAccount: true },
  ])('differ by %o', (difference) => {
    expect(isSame(full, { ...full, ...difference })).toBe(false)
  })
})
