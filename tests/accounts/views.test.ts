import { describe, expect, it } from 'vitest'
import { type Account, crmUrlOf } from '../../src/accounts/account.ts'
import { accountView, notesOnPage } from '../../src/accounts/account-view.ts'
import { draftOf, emptyDraft, formView, noteView } from '../../src/accounts/form-views.ts'
import { archivedView, askMessage, foundView, listView, type Reading } from '../../src/accounts/list-views.ts'
import type { Note } from '../../src/accounts/note.ts'
import { inheritedItem, missingItem, outcomeView, ownersView } from '../../src/accounts/owners-view.ts'
import { toPick } from '../../src/accounts/pick.ts'
import { accountLine } from '../../src/accounts/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import { itemBlocks, section } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { account } from './accounts.ts'

const id = (n: number) => `${String(n).padStart(8, '0')}-89ab-7cde-8f01-23456789abcd`
const name = '&'.repeat(80)
const owner = (n: number) => ({ id: id(n), name, slackId: `U${'0'.repeat(18)}${n}` })
const link = `https://crm.example.com/?${'&'.repeat(190)}`
const largest: Account = account({
  ...{ id: id(1), partnershipId: id(2), name, tier: 'A', crmUrl: link, discussedAt: 9 },
  ...{ owners: { marketing: owner(1), sales: owner(2) }, next: { at: 1, byName: name } },
})
const archived: Account = { ...largest, archived: { at: 1, byName: name } }
const smallest = account({ id: id(3), partnershipId: id(2) })
const partnership = { id: id(2), name: '&'.repeat(60), zone: 'Europe/Amsterdam' }

const many = (count: number, one: Account): Account[] =>
  Array.from({ length: count }, (_, n) => ({ ...one, id: id(n) }))
const longest: Note = {
  ...{ id: id(1), kind: 'customer', text: '&'.repeat(6_000), byName: name, side: 'marketing', on: '2027-03-01' },
}

describe.each(languages)('what Slack takes of key accounts, in %s', (language) => {
  const reading: Reading = { language, partnership, leads: true }

  it.each([0, 1, 25, 26, 200])('is the list of %i, on each page, and the archive', (count) => {
    const all = [...many(count, largest), ...many(count, archived)]
    for (const page of [0, 1, 7, 99]) {
      expect(validate(listView(all, page, reading, '&amp;'.repeat(400)), 'modal')).toEqual([])
      expect(validate(archivedView(all, page, reading), 'modal')).toEqual([])
    }
  })

  it('is what was found, and what was not', () => {
    expect(validate(foundView({ kind: 'several', accounts: many(60, archived) }, name, reading), 'modal')).toEqual([])
    for (const near of [many(3, largest), []])
      expect(validate(foundView({ kind: 'none', near }, name, reading), 'modal')).toEqual([])
  })

  it.each([
    ['the largest', largest],
    ['an archived one', archived],
    ['a new one', smallest],
  ])('is %s, with a timeline and without', (_, one) => {
    const timeline = { notes: Array.from({ length: notesOnPage }, () => longest), count: 300, page: 7 }
    const all = { ...reading, edits: true }
    expect(validate(accountView(one, timeline, all, '&amp;'.repeat(400)), 'modal')).toEqual([])
    expect(validate(accountView(one, { notes: [], count: 0, page: 0 }, all), 'modal')).toEqual([])
  })

  it('is the line of an account in a check-in, whole', () => {
    const longLink = { ...largest, crmUrl: crmUrlOf(link) }
    expect(longLink.crmUrl).toBeDefined()
    expect(section(accountLine(toPick(longLink), language)).text?.text).toMatch(/\|CRM>$/)
  })

  it('is every form', () => {
    const editing = { partnershipId: id(2), accountId: id(1), revision: 12 }
    expect(validate(formView(language, editing, draftOf(largest), largest), 'modal')).toEqual([])
    const adding = { partnershipId: id(2), accountId: undefined, revision: 0 }
    expect(validate(formView(language, adding, emptyDraft()), 'modal')).toEqual([])
    expect(validate(noteView(language, largest), 'modal')).toEqual([])
  })

  it('is every line about owners, and the window in which they are chosen', () => {
    const gaps = many(60, largest).map((one) => ({ account: one, side: 'sales' as const }))
    const items = [
      ...missingItem(gaps, partnership, 1, language),
      ...missingItem(gaps, partnership, 2, language),
      ...[gaps, gaps.slice(0, 1)].map((some) =>
        inheritedItem(some, { former: { id: id(9), name }, since: 1 }, id(2), language),
      ),
    ]
    expect(items).toHaveLength(4)
    for (const item of items) expect(validate(itemBlocks(item), 'message')).toEqual([])
    for (const from of [0, 20, 55]) {
      const choosing = { partnershipId: id(2), formerId: id(9), from }
      expect(validate(ownersView(language, choosing, gaps, '&amp;'.repeat(400)), 'modal')).toEqual([])
      expect(validate(outcomeView(language, choosing, '&amp;'.repeat(400)), 'modal')).toEqual([])
    }
  })

  it('is the question which partnership', () => {
    const asked = Array.from({ length: 60 }, (_, n) => ({ ...partnership, id: id(n) }))
    expect(validate(askMessage(language, asked, name).blocks, 'message')).toEqual([])
  })
})

describe('an account', () => {
  const timeline = { notes: [longest], count: 1, page: 0 }
  const words = (one: Account, may: { leads: boolean; edits: boolean }) =>
    JSON.stringify(accountView(one, timeline, { language: 'en', partnership, ...may }).blocks)

  it('shows a long note whole, in plain text', () => {
    const { blocks } = accountView(smallest, timeline, { language: 'en', partnership, leads: false, edits: false })
    const texts = blocks.flatMap((block) =>
      'text' in block && typeof block.text === 'object' && block.text.type === 'plain_text' && block.type === 'section'
        ? [block.text.text]
        : [],
    )
    expect(texts.join('')).toBe(longest.text)
  })

  it.each([
    ['en', 'Without owner in both teams'],
    ['nl', 'In beide teams zonder eigenaar'],
  ] as const)('that nobody looks after says so on a line of its own, in %s', (language, said) => {
    const reading = { language, partnership, leads: false }
    const empty = { notes: [], count: 0, page: 0 }
    expect(JSON.stringify(listView([smallest], 0, reading).blocks)).toContain(`\\n${said}\\n`)
    expect(JSON.stringify(accountView(smallest, empty, { ...reading, edits: false }).blocks)).toContain(`"${said}"`)
  })

  it.each([
    ['a member', { leads: false, edits: false }, ['note', 'next', 'list']],
    ['an owner', { leads: false, edits: true }, ['note', 'next', 'edit', 'list']],
    ['a team lead', { leads: true, edits: true }, ['note', 'next', 'edit', 'archive', 'list']],
  ])('has the buttons of %s', (_, may, verbs) => {
    expect([...words(smallest, may).matchAll(/"action_id":"accounts:([^"]*)"/g)].map(([, verb]) => verb)).toEqual(verbs)
  })

  it('that is archived is only brought back', () => {
    expect(words(archived, { leads: true, edits: true })).toContain('accounts:bring-back')
    expect(words(archived, { leads: false, edits: true })).not.toMatch(/accounts:(bring-back|note|edit|next)/)
  })
})
