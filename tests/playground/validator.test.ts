import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/playground/server/validator/rules.ts'
import { messagesOf, validate, validateMessage } from '../../src/playground/server/validator/validate.ts'
import { allRows } from './rules/chapters.ts'
import { allConstraints, allRules, examine } from './rules/constraints.ts'
import { allParts, limits, measures, partsOf } from './rules/limits.ts'
import { rulesPage } from './rules/page.ts'
import { spoiled } from './rules/spoil.ts'

describe('takes and refuses', () => {
  it.each(allRows.map((row, at) => [`${at} ${row.rule}`, row] as const))('%s', (_name, row) => {
    expect(messagesOf(examine(row.place, row.accepted).findings)).toEqual([])
    const { findings } = examine(row.refusedIn ?? row.place, row.refused)
    const { code, pointer, constraint } = row
    const seen = findings.map((one) => ({ code: one.code, pointer: one.pointer, constraint: one.constraint?.type }))
    expect(seen).toContainEqual({ code, pointer, constraint })
  })
})

const accepted = allRows.map((row) => ({ row, ...examine(row.place, row.accepted) }))
const refused = allRows.flatMap((row) => examine(row.refusedIn ?? row.place, row.refused).findings)
const visits = accepted.flatMap(({ visits }) => visits)
const keyOf = (() => {
  const ids = new Map<Rule, number>()
  return (rule: Rule, aspect: string) => {
    const id = ids.get(rule) ?? ids.size
    ids.set(rule, id)
    return `${id} ${aspect}`
  }
})()

describe('leaves no rule untried', () => {
  it('breaks every constraint with a refused example', () => {
    const broken = new Set([...refused, ...spoiled(accepted)].map(({ rule, aspect }) => keyOf(rule, aspect)))
    const untried = allConstraints().filter(({ rule, aspect }) => !broken.has(keyOf(rule, aspect)))
    expect(untried.map(({ name }) => name)).toEqual([])
  })

  it('uses every field, type and choice in an accepted example', () => {
    const used = new Set(visits.flatMap(({ rule, value }) => partsOf(rule, value).map((part) => keyOf(rule, part))))
    const unused = [...allRules()].flatMap(([rule, { name }]) =>
      allParts(rule)
        .filter((part) => !used.has(keyOf(rule, part)))
        .map((part) => `${name} ${part}`),
    )
    expect(unused).toEqual([])
  })

  it('has accepted examples that stand exactly at each limit', () => {
    const reached = new Set(visits.flatMap((visit) => measures(visit).map((one) => keyOf(visit.rule, one))))
    const gaps = limits().filter(({ rule, aspect, limit }) => !reached.has(keyOf(rule, `${aspect} ${limit}`)))
    expect(gaps.map(({ name, aspect, limit }) => `${name} ${aspect} ${limit}`)).toEqual([])
  })

  it('has refused examples one step over each limit', () => {
    const got = new Set(refused.map(({ rule, aspect, constraint }) => keyOf(rule, `${aspect} ${constraint?.got}`)))
    const gaps = limits().filter(({ rule, aspect, limit }) => {
      const over = aspect.startsWith('min') ? limit - 1 : limit + 1
      return !got.has(keyOf(rule, `${aspect} ${over}`))
    })
    expect(gaps.map(({ name, aspect, limit }) => `${name} ${aspect} ${limit}`)).toEqual([])
  })
})

describe('reports as Slack does', () => {
  it('names the limit that was broken, what it is and what was got', () => {
    const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }
    expect(validate([header], 'message')).toEqual([
      {
        code: 'failed_constraint',
        message: 'must be less than 151 characters',
        pointer: '/blocks/0/text/text',
        constraint: { type: 'max_length', expected: 150, got: 151 },
      },
    ])
  })

  it('names the types it would have taken', () => {
    const [problem] = validate([{ type: 'section', text: { type: 'invalid', text: 'x' } }], 'message')
    expect(problem).toEqual({
      code: 'failed_constraint',
      message: 'unsupported type: invalid',
      pointer: '/blocks/0/text/type',
      constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'], got: 'invalid' },
    })
  })

  it('names only the types that the surface takes', () => {
    const [problem] = validate([{ type: 'alert', text: { type: 'plain_text', text: 'x' } }], 'message')
    expect(problem?.message).toBe('unsupported type: alert is not allowed in a message')
    expect(problem?.constraint?.expected).toContain('section')
    expect(problem?.constraint?.expected).not.toContain('alert')
  })

  it('names the field that is missing', () => {
    const problems = validate([{}], 'message')
    expect(problems).toEqual([
      { code: 'missing_field', message: 'missing required field: type', pointer: '/blocks/0', field: 'type' },
    ])
    expect(messagesOf(problems)).toEqual(['missing required field: type [json-pointer:/blocks/0]'])
  })

  it('points into a message from its top', () => {
    const attachments = [{ blocks: [{ type: 'nonsense' }] }]
    const pointers = validateMessage({ text: 'x', blocks: [{ type: 'nonsense' }], attachments }).map(
      (one) => one.pointer,
    )
    expect(pointers).toEqual(['/blocks/0/type', '/attachments/0/blocks/0/type'])
    expect(validateMessage('x')).toHaveLength(1)
  })

  it.each(['message', 'modal', 'home'] as const)('refuses what is no payload at all for a %s', (surface) => {
    for (const payload of [undefined, null, 1, 'x', { blocks: 1 }, [null]])
      expect(validate(payload, surface)).not.toEqual([])
  })
})

describe('is written down', () => {
  it('rule by rule in docs/stand-in-blocks.md', () => {
    expect(readFileSync('docs/stand-in-blocks.md', 'utf8')).toBe(rulesPage())
  })

  it('with a source that can be looked up, or is called what it is', () => {
    const known = /^(@slack\/types 3\.2\.0 |docs\.slack\.dev\/|github\.com\/slackapi\/|second-hand: |guess: )\S/
    expect(allRows.filter(({ source }) => !known.test(source)).map(({ source }) => source)).toEqual([])
  })
})
