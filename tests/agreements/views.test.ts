import { describe, expect, it } from 'vitest'
import type { Agreement, Outcome, Version } from '../../src/agreements/agreement.ts'
import type { Content, Item } from '../../src/agreements/content.ts'
import { formView, longestWhy } from '../../src/agreements/form-views.ts'
import { type Kind, kinds, longestLeadType, mostLeadTypes } from '../../src/agreements/kind.ts'
import { fromPlace, toPlace } from '../../src/agreements/place.ts'
import type { Leader } from '../../src/agreements/speaking.ts'
import { linesOfContent } from '../../src/agreements/speech.ts'
import type { Reading } from '../../src/agreements/standing.ts'
import { comparisonBlocks, textBlocks } from '../../src/agreements/text-blocks.ts'
import { historyView, proposalView, readView, versionView } from '../../src/agreements/text-views.ts'
import { fieldsOfKind, mostCharacters, readTyped, writeTyped } from '../../src/agreements/typed/form.ts'
import { askMessage, listMessage, openItem, proposalItem, reviewItem } from '../../src/agreements/views.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const somebody = { id, name: '&'.repeat(80) }

/** As much as a form takes, of what becomes longest when it is escaped; no two lines the same. @param mark tells two texts apart */
function largest(kind: Kind, mark: string): Content {
  const line = (n: number, rest: string, width: number) => `${mark}${n}${rest}`.padEnd(width, '&')
  const many = (width: number, rest = '') => Array.from({ length: 60 }, (_, n) => line(n, rest, width))
  const typed = {
    criteria: many(48).join('\n'),
    wanted: many(48).join('\n'),
    about: '&'.repeat(mostCharacters - 2) + mark,
    profile: many(49).join('\n'),
    exclusions: many(49).join('\n'),
    steps: Array.from({ length: 15 }, (_, n) => {
      const part = line(n, '', 49)
      return `${part}\nmarketing: ${part}\nsales: ${part}\ndecides: ${part.slice(0, 10)}`
    }).join('\n'),
    standard: many(35, ':')
      .map((text) => `${text} (&&&)`)
      .join('\n'),
    rules: many(49).join('\n'),
    words: many(47, ':').join('\n'),
  }
  const read = readTyped(kind, typed, { before: undefined, newId: () => id })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.content
}

const version = (content: Content, outcome?: Outcome): Version => ({
  id,
  agreementId: id,
  content,
  why: '&'.repeat(longestWhy),
  proposedAt: 0,
  proposedBy: somebody,
  consents: outcome
    ? [
        { side: 'marketing', by: somebody },
        { side: 'sales', by: somebody },
      ]
    : [],
  outcome,
})

const agreed: Outcome = { how: 'agreed', at: 0, by: somebody, number: 123, reviewDate: '2027-09-30' }
const leader = (side: Leader['side'], role: Leader['role'], name: string): Leader => ({
  side,
  role,
  person: { ...somebody, id: name },
  away: role === 'team_lead',
})

const reading = (language: Language): Reading => ({
  reader: { id, language },
  leaders: [leader('marketing', 'team_lead', 'lead'), leader('marketing', 'deputy', id)],
  partnership: { id, zone: 'Europe/Amsterdam' },
})

const agreement = (kind: Kind, changes: Partial<Agreement> = {}): Agreement => ({
  id,
  workspaceId: id,
  partnershipId: id,
  kind,
  leadType: kind === 'lead_definition' ? '&'.repeat(longestLeadType) : undefined,
  inForce: {
    version: version(largest(kind, 'a'), agreed),
    number: 123,
    since: 0,
    reviewDate: '2027-09-30',
    renewedBy: [],
  },
  proposal: version(largest(kind, 'b')),
  ...changes,
})

describe.each(languages)('what Slack takes of agreements, in %s', (language) => {
  describe.each(kinds)('of %s', (kind) => {
    const whole = agreement(kind)
    const { inForce, proposal } = whole
    if (!inForce || !proposal) throw new Error('It has both.')

    it.each([
      ['what holds', readView({ ...whole, inForce }, reading(language), '2027-10-01', 'n'.repeat(2000))],
      [
        'what holds, up for review',
        readView({ ...whole, inForce, proposal: undefined }, reading(language), '2027-10-01'),
      ],
      ['a change', proposalView(whole, proposal, reading(language), 'n'.repeat(2000))],
      ['a first proposal', proposalView({ ...whole, inForce: undefined }, proposal, reading(language))],
      ['a version', versionView(whole, inForce.version, 4, reading(language))],
      ['an empty history', historyView(whole, [], { number: 0, more: false }, reading(language))],
      [
        'a history',
        historyView(
          whole,
          Array.from({ length: 20 }, () => inForce.version),
          { number: 1, more: true },
          reading(language),
        ),
      ],
      [
        'the form for a change',
        formView(language, {
          place: { partnershipId: id, kind, agreementId: id, versionId: id },
          leadType: whole.leadType,
          typed: writeTyped(proposal.content, language),
          why: '&'.repeat(longestWhy),
          changes: true,
          notice: 'changed meanwhile',
        }),
      ],
      [
        'the form for a first one',
        formView(language, {
          place: { partnershipId: id, kind, agreementId: undefined, versionId: undefined },
          leadType: undefined,
          typed: {},
          why: '',
          changes: false,
          notice: undefined,
        }),
      ],
    ])('is %s', (_, view) => {
      expect(validate(view, 'modal')).toEqual([])
    })

    it('reads whole, however long it is', () => {
      const content = largest(kind, 'a')
      const texts = linesOfContent(content, language).map(({ text }) => text)
      const shown = textBlocks(linesOfContent(content, language)).map(({ text }) => text?.text ?? '')
      const bare = (text: string) => text.replaceAll('&amp;', '&').replaceAll(/[•\s*]/g, '')
      expect(bare(shown.join(''))).toBe(bare(texts.join('')))
    })

    it('compares whole, however much changed', () => {
      const [before, after] = ['a', 'b'].map((mark) => linesOfContent(largest(kind, mark), language))
      if (!before || !after) throw new Error('There are two.')
      const shown = comparisonBlocks(before, after, language)
      const marks = (sign: string) =>
        shown.flatMap(({ text }) => text?.text.match(new RegExp(`^${sign}`, 'gm')) ?? []).length
      const own = (lines: typeof before) => lines.filter(({ heading, text }) => !heading || /^\w\d/.test(text)).length
      expect(marks('➖')).toBeGreaterThanOrEqual(own(before))
      expect(marks('➕')).toBeGreaterThanOrEqual(own(after))
    })
  })

  it.each([0, 1, mostLeadTypes])('is a list with %i lead types', (count) => {
    const leads = Array.from({ length: count }, (_, n) => agreement('lead_definition', { id: `${n}` }))
    const rest = count === 0 ? [] : kinds.filter((kind) => kind !== 'lead_definition').map((kind) => agreement(kind))
    const message = listMessage([...leads, ...rest], '&'.repeat(80), reading(language))
    expect(validate(message.blocks, 'message')).toEqual([])
  })

  it('is a question which of many partnerships', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, name: '&'.repeat(200) }))
    expect(validate(askMessage(language, many).blocks, 'message')).toEqual([])
  })

  it('is a line in a message', () => {
    const whole = agreement('lead_definition')
    const { proposal } = whole
    if (!proposal) throw new Error('It has one.')
    const late = { overdue: true, discreet: true }
    const items = [
      proposalItem(whole, proposal, true, reading(language)),
      openItem(whole, proposal, late, reading(language)),
      ...reviewItem(whole, 0, reading(language)),
    ]
    expect(items).toHaveLength(3)
    for (const item of items) expect(validate(itemBlocks(item), 'message')).toEqual([])
  })
})

describe('what an agreement says', () => {
  const item = (text: string, required: boolean): Item => ({ id: text, text, required })
  it.each<[Content, string[]]>([
    [
      { kind: 'lead_definition', criteria: [item('Budget', true)], fields: [item('Phone', false)] },
      ['# Ready for sales when', 'Budget (required)', '# What sales should know', 'Phone (nice to have)'],
    ],
    [
      { kind: 'ideal_customer', about: 'Kind.\n\nTired.', profile: ['Shifts'], exclusions: [] },
      ['# What they have in common', 'Shifts', '# In a few words', 'Kind.', 'Tired.'],
    ],
    [
      { kind: 'who_does_what', steps: [{ step: 'Visit', marketing: 'calls', sales: '', decides: 'sales' }] },
      ['# Visit', 'Marketing: calls', 'Decides: sales'],
    ],
    [
      { kind: 'data_standard', fields: [{ name: 'Size', meaning: 'people', keeper: 'sales' }] },
      ['Size: people (kept by sales)'],
    ],
    [{ kind: 'rules', rules: ['Be kind'] }, ['Be kind']],
    [{ kind: 'shared_words', words: [{ word: 'Lead', meaning: 'a prospect' }] }, ['Lead: a prospect']],
  ])('is read line by line', (content, lines) => {
    expect(linesOfContent(content, 'en').map(({ text, heading }) => (heading ? `# ${text}` : text))).toEqual(lines)
  })

  it('has something to ask for, whatever its kind', () => {
    expect(Object.keys(fieldsOfKind).toSorted()).toEqual([...kinds].toSorted())
  })
})

describe('a place', () => {
  it.each([
    { partnershipId: id, kind: 'rules' as const, agreementId: undefined, versionId: undefined, page: 0 },
    { partnershipId: id, kind: 'lead_definition' as const, agreementId: id, versionId: id, page: 12 },
  ])('is read back from a button', (place) => {
    expect(toPlace(fromPlace(place))).toEqual(place)
  })
})
