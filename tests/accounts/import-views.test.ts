import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { columns } from '../../src/accounts/import/columns.ts'
import { differenceOf } from '../../src/accounts/import/difference.ts'
import { fileTrouble, problem, tableTrouble } from '../../src/accounts/import/messages.ts'
import { type Problem, problemKinds, type Wrong } from '../../src/accounts/import/row.ts'
import { mostRows, type Row, readTable, type Trouble } from '../../src/accounts/import/table.ts'
import { formView, goneView, previewView, readingView, resultView } from '../../src/accounts/import/views.ts'
import type { Member } from '../../src/partnerships/index.ts'
import { languages } from '../../src/platform/i18n.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { personOf } from '../actions/two-teams.ts'
import { account } from './accounts.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const place = { partnershipId: id, draftId: id }

/** A name as long as it may be, of what becomes longest when it is escaped; no two the same. */
const long = (n: number): string => `${n}`.padEnd(80, '&')
const longUrl = `https://crm.example.com/?${'&'.repeat(190)}`

const people = (['anna', 'bram', 'sofie', 'tom'] as const).map((name, n) => ({ ...personOf(name), name: long(n) }))
const [anna, bram, sofie, tom] = people
if (!anna || !bram || !sofie || !tom) throw new Error('There are four.')
/** By how their names begin many could be meant. */
const alike = (side: 'marketing' | 'sales', sign: string): Member[] =>
  Array.from({ length: 9 }, (_, n) => ({ side, person: { ...anna, name: `${sign.repeat(38)} ${long(n)}` } }))
const members: Member[] = [
  ...alike('marketing', '<'),
  ...alike('sales', '&'),
  { side: 'marketing', person: anna },
  { side: 'marketing', person: bram },
  { side: 'sales', person: sofie },
  { side: 'sales', person: tom },
]
const names = new Map(people.map((person) => [person.id, person.name]))
const accounts = Array.from({ length: mostRows }, (_, n) => {
  const owners = {
    marketing: { id: 'anna', name: anna.name, slackId: 'UANNA' },
    sales: { id: 'sofie', name: sofie.name, slackId: 'USOFIE' },
  }
  return account({ name: long(n), tier: 'C', owners })
})

/** So many of each as no file can hold at once. */
function largest() {
  const row = (name: string, line: number): Row => {
    const owners = { marketing: 'UBRAM', sales: 'UTOM' }
    return { line, cells: { name, tier: 'A', ...owners, crm: longUrl }, beyond: [] }
  }
  const added = Array.from({ length: mostRows }, (_, n) => row(long(1000 + n), n))
  const changed = Array.from({ length: mostRows }, (_, n) => row(long(n), n))
  const bad = Array.from({ length: mostRows }, (_, n): Row => {
    const cells = { name: '&'.repeat(600), tier: '&'.repeat(600), marketing: '<'.repeat(38), sales: '&'.repeat(38) }
    return { line: n, cells: { ...cells, crm: '&'.repeat(600) }, beyond: ['&'.repeat(600)] }
  })
  return { ...differenceOf([...added, ...changed, ...bad], { members, accounts }), same: mostRows }
}

const nobody = { names: new Map<string, string>(), leftOut: [], mending: undefined }
const mending = { text: '&'.repeat(3_000), count: 499 }
const none = { added: [], changed: [], same: 0, wrong: [] }
const headings = Array.from({ length: 100 }, () => '&'.repeat(600))

const troubles: Trouble[] = [
  { what: 'empty' },
  { what: 'no names' },
  { what: 'not a table' },
  ...columns.map((column): Trouble => ({ what: 'column twice', column })),
  { what: 'open quote', line: 99_999 },
  { what: 'too many', count: 99_999 },
]

describe.each(languages)('the windows of an import in %s', (language) => {
  it('has all there can be in the largest', () => {
    const { added, changed, wrong } = largest()
    expect([added, changed, wrong].map(({ length }) => length)).toEqual([mostRows, mostRows, mostRows])
    expect(wrong[0]?.problems.map(({ what }) => what)).toEqual([
      ...['name too long', 'no tier', 'several people', 'several people', 'no link', 'cells beyond'],
    ])
  })

  it.each<[string, ModalView]>([
    ['the form', formView(language, id)],
    ['the form, with trouble', formView(language, id, '&amp;'.repeat(100))],
    ['what stands there meanwhile', readingView(language, id, id)],
    ['all at once', previewView(language, place, largest(), { names, leftOut: headings, mending })],
    ['nothing to do', previewView(language, place, { ...none, same: 1 }, { names, leftOut: [], mending: undefined })],
    [
      'nothing but what is wrong',
      previewView(language, place, { ...none, wrong: largest().wrong }, { ...nobody, mending }),
    ],
    ['as much as is imported at once', resultView(language, id, largest(), mending)],
    ['nothing done', resultView(language, id, none, undefined)],
    ['what is gone', goneView(language, id)],
    ...Object.values(fileTrouble).map((say): [string, ModalView] => ['trouble', formView(language, id, say(language))]),
  ])('are taken by Slack: %s', (_, view) => {
    expect(validate(view, 'modal')).toEqual([])
  })

  it('say all of what is wrong in a row', () => {
    const [first] = largest().wrong
    const shown = JSON.stringify(previewView(language, place, { ...none, wrong: first ? [first] : [] }, nobody))
    for (const one of first?.problems ?? [])
      expect(shown).toContain(JSON.stringify(problem(language, one)).slice(1, -1))
  })

  it('have a sentence of its own for each thing that can be wrong', () => {
    const sentences = problemKinds.map((what) => problem(language, { what, column: 'sales', cell: '<x>' }))
    expect(new Set(sentences).size).toBe(problemKinds.length)
    expect(sentences.join()).not.toContain('<')
    const tables = troubles.map((trouble) => tableTrouble(language, trouble, mostRows))
    expect(new Set(tables).size).toBe(troubles.length)
    // Under a field there is room for no more.
    for (const sentence of tables) expect(sentence.length).toBeLessThan(200)
  })

  it('explain themselves in short points', () => {
    const said = JSON.stringify(formView(language, id)).match(/"text":"((?:Give|Geef).*?)"/)?.[1] ?? ''
    const [about, ...points] = said.split('\\n')
    expect(about?.length).toBeLessThan(120)
    expect(points.length).toBeGreaterThan(2)
    for (const point of points) expect(point).toMatch(/^• .{10,90}$/)
  })

  it('explain the columns with an example that can be read as it stands', () => {
    const text = JSON.stringify(formView(language, id)).match(/```\\n(.*?)\\n```/)?.[1]
    const table = readTable((text ?? '').replaceAll('\\n', '\n'))
    expect(table).toMatchObject({ ok: true, leftOut: [] })
    expect(table.ok && Object.keys(table.rows[0]?.cells ?? {})).toEqual([...columns])
  })

  it('show the first twenty, and how many more there are', () => {
    const wrong = Array.from({ length: 25 }, (_, n): Wrong => {
      const problems: Problem[] = [{ what: 'no tier', column: 'tier', cell: 'D' }]
      return { line: n + 2, name: `n${n}`, problems }
    })
    const shown = JSON.stringify(previewView(language, place, { ...none, wrong }, nobody))
    expect(shown.match(/\(n\d+\)/g)).toHaveLength(20)
    expect(shown).toContain(language === 'nl' ? 'en nog 5' : 'and 5 more')
  })
})
