import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from '../../src/agreements/content.ts'
import { type Kind, kinds } from '../../src/agreements/kind.ts'
import { problem } from '../../src/agreements/kind-messages.ts'
import { fieldsOfKind, mostCharacters, readTyped, type Typed, writeTyped } from '../../src/agreements/typed/form.ts'
import { languages } from '../../src/platform/i18n.ts'

function ids() {
  let last = 0
  return () => {
    last += 1
    return `i${last}`
  }
}

function reading(kind: Kind, typed: Typed, before?: Content) {
  return readTyped(kind, typed, { before, newId: ids() })
}

function contentOf(kind: Kind, typed: Typed, before?: Content): Content {
  const read = reading(kind, typed, before)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.content
}

function problemsIn(kind: Kind, typed: Typed): Record<string, string> {
  const read = reading(kind, typed)
  if (read.ok) return {}
  return Object.fromEntries(Object.entries(read.problems).map(([name, wrong]) => [name, problem('en', wrong)]))
}

describe('what is typed for a lead definition', () => {
  it.each([
    ['Has a budget*', { text: 'Has a budget', required: true }],
    ['*Has a budget', { text: 'Has a budget', required: true }],
    ['Has a budget (required)', { text: 'Has a budget', required: true }],
    ['Heeft budget (verplicht)', { text: 'Heeft budget', required: true }],
    ['Has a budget', { text: 'Has a budget', required: false }],
    ['- Has a budget', { text: 'Has a budget', required: false }],
    ['* Has a budget', { text: 'Has a budget', required: false }],
    ['2. Has a budget *', { text: 'Has a budget', required: true }],
    ['• 20 employees or more', { text: '20 employees or more', required: false }],
  ])('is one point per line, a star for what is required: %s', (criteria, item) => {
    expect(contentOf('lead_definition', { criteria })).toMatchObject({ criteria: [item], fields: [] })
  })

  it('gives a point its id again, also where its wording changed a little or it moved', () => {
    const before = contentOf('lead_definition', {
      criteria: 'Has a budget*\nWants to decide this year\nIs in our region',
    })
    const after = readTyped(
      'lead_definition',
      { criteria: 'Is in our region\nHas a budget\nWants to decide this quarter\nHas 20 employees' },
      { before, newId: () => 'new' },
    )
    expect(after.ok && after.content).toMatchObject({
      criteria: [{ id: 'i3' }, { id: 'i1', required: false }, { id: 'i2' }, { id: 'new' }],
    })
  })

  it('gives no two points one id', () => {
    const before = contentOf('lead_definition', { criteria: 'Phone number' })
    const after = readTyped(
      'lead_definition',
      { criteria: 'Phone numbers\nPhone number' },
      { before, newId: () => 'new' },
    )
    expect(after).toMatchObject({ content: { criteria: [{ id: 'new' }, { id: 'i1', text: 'Phone number' }] } })
  })
})

describe('what is typed for the others', () => {
  it.each<[Kind, Typed, object]>([
    [
      'ideal_customer',
      {
        profile: '- Works in shifts\n\n- Sixty people',
        exclusions: 'Fewer than 20',
        about: ' Kind people.\nOften tired. ',
      },
      {
        profile: ['Works in shifts', 'Sixty people'],
        exclusions: ['Fewer than 20'],
        about: 'Kind people.\nOften tired.',
      },
    ],
    [
      'data_standard',
      {
        standard: 'Industry: the main one, from our list (marketing)\nSize = people on the payroll (10: small) (sales)',
      },
      {
        fields: [
          { name: 'Industry', meaning: 'the main one, from our list', keeper: 'marketing' },
          { name: 'Size', meaning: 'people on the payroll (10: small)', keeper: 'sales' },
        ],
      },
    ],
    [
      'who_does_what',
      {
        steps:
          'Visit\nMarketing: calls back\nbeslist: marketing\n\nProposal: large ones\nsales: writes\nsales: calls\ndecides: sales',
      },
      {
        steps: [
          { step: 'Visit', marketing: 'calls back', sales: '', decides: 'marketing' },
          { step: 'Proposal: large ones', marketing: '', sales: 'writes; calls', decides: 'sales' },
        ],
      },
    ],
    [
      'rules',
      { rules: '1) Who returns a lead says why\r\n2) No mail on Friday' },
      { rules: ['Who returns a lead says why', 'No mail on Friday'] },
    ],
    [
      'shared_words',
      { words: 'Opportunity: a need, a budget: and a date' },
      { words: [{ word: 'Opportunity', meaning: 'a need, a budget: and a date' }] },
    ],
  ])('is read line by line: %s', (kind, typed, content) => {
    expect(contentOf(kind, typed)).toEqual({ kind, ...content })
  })

  it.each<[string, Kind, Typed, Record<string, RegExp>]>([
    ['nothing', 'rules', { rules: ' \n- \n' }, { rules: /^Write at least one line/ }],
    [
      'no meaning',
      'shared_words',
      { words: 'Lead: somebody\nOpportunity' },
      { words: /^Line 2 \(“Opportunity”\): Put a colon/ },
    ],
    ['no keeper', 'data_standard', { standard: '\nIndustry: the main one' }, { standard: /^Line 2 .*in brackets/ }],
    [
      'an empty keeper',
      'data_standard',
      { standard: 'Industry: the main one ( )' },
      { standard: /^Line 1 .*in brackets/ },
    ],
    ['no step', 'who_does_what', { steps: 'sales: calls' }, { steps: /^Line 1 .*name of the step/ }],
    [
      'no decider',
      'who_does_what',
      { steps: 'Visit\nsales: calls\ndecides:' },
      { steps: /^Line 1 \(“Visit”\): Who decides/ },
    ],
    ['nobody', 'who_does_what', { steps: 'Visit\ndecides: sales' }, { steps: /^Line 1 .*Nobody does anything/ }],
    ['a line twice', 'rules', { rules: 'Be kind\nbe kind' }, { rules: /^Line 2 \(“be kind”\): This is there twice/ }],
    ['a point twice', 'lead_definition', { criteria: 'Budget\nBudget*' }, { criteria: /^Line 2 .*twice/ }],
    ['a word twice', 'shared_words', { words: 'Lead: a\nlead: b' }, { words: /^Line 2 .*twice/ }],
    [
      'a long point',
      'lead_definition',
      { criteria: 'a', wanted: 'x'.repeat(151) },
      { wanted: /^Line 1 \(“x{39}…”\): Say it in at most 150/ },
    ],
    [
      'many lines',
      'rules',
      { rules: Array.from({ length: 61 }, (_, n) => `rule ${n}`).join('\n') },
      { rules: /^Line 61 .*sixty lines/ },
    ],
  ])('names the line that is wrong, and what to do: %s', (_, kind, typed, problems) => {
    expect(problemsIn(kind, typed)).toEqual(
      Object.fromEntries(Object.entries(problems).map(([name, words]) => [name, expect.stringMatching(words)])),
    )
  })

  it('refuses what would not fit in its field the next time', () => {
    const steps = Array.from({ length: 30 }, (_, n) => `${n}${'s'.repeat(76)}\nsales:x\ndecides:y`).join('\n')
    expect(steps.length).toBeLessThanOrEqual(mostCharacters)
    expect(problemsIn('who_does_what', { steps: steps })).toEqual({ steps: expect.stringContaining('sixty lines') })
    const words = Array.from({ length: 60 }, (_, n) => `${n}:${'m'.repeat(45)}`).join('\n')
    expect(problemsIn('shared_words', { words: words })).toEqual({})
    const long = Array.from({ length: 60 }, (_, n) => `${n + 10}:${'m'.repeat(46)}`).join('\n')
    expect(long.length).toBeLessThanOrEqual(mostCharacters)
    expect(problemsIn('shared_words', { words: long })).toEqual({ words: expect.stringContaining('3,000 characters') })
  })
})

describe('what was agreed', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  const alphabet = fc.string({ unit: fc.constantFrom(...'ab1*-.:=()\n\t '), maxLength: 60 })
  it.each(kinds)('is the same when it is written out in the form and read again: %s', (kind) => {
    const text = fc.oneof(
      alphabet,
      fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
    )
    fc.assert(
      fc.property(fc.tuple(text, text, text), fc.constantFrom(...languages), (texts, language) => {
        const typed = Object.fromEntries(fieldsOfKind[kind].map((name, index) => [name, texts[index] ?? '']))
        const read = reading(kind, typed)
        if (!read.ok) return
        expect(contentOf(kind, writeTyped(read.content, language), read.content)).toEqual(read.content)
      }),
      { numRuns: 300 },
    )
  })
})
