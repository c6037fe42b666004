import { describe, expect, it } from 'vitest'
import type { Action, Handover } from '../../src/actions/action.ts'
import { addView, cancelView, giveView, moveView } from '../../src/actions/form-views.ts'
import { type Late, lateItem, lateItems } from '../../src/actions/late/views.ts'
import { lateMessage, listMessage, toTurn } from '../../src/actions/list/views.ts'
import { actionItem, fromPlace, nudgeItem, toPlace } from '../../src/actions/views.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import type { Item, Rendered } from '../../src/platform/rendered.ts'
import { itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { partnershipRef } from './two-teams.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const place = { partnershipId: id, occurrenceId: id }
const longName = '&'.repeat(80)
/** As much as the form takes, of what becomes longest when it is escaped. */
const action: Action = {
  id,
  workspaceId: id,
  partnershipId: id,
  text: '<'.repeat(300),
  owner: { id, name: longName },
  dueDate: '2027-09-29',
  occurrenceId: id,
  moves: 3,
  movedBecause: '<'.repeat(300),
  handover: { id, why: 'given', from: longName, by: '<'.repeat(80), at: 0, kept: false },
  end: undefined,
}
const when = { from: 0, today: '2027-09-30' }

const itemsIn = (language: Language, count: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, n) =>
    actionItem({ ...action, id: `${from + n}`, owner: undefined }, language, when, true),
  )

/** Asked for a page that is not there, a list shows its last. */
function allPages(show: (page: number) => Rendered): Rendered['blocks'][] {
  const pages: Rendered['blocks'][] = []
  for (let page = 1; ; page++) {
    const { blocks } = show(page)
    if (JSON.stringify(blocks) === JSON.stringify(pages.at(-1))) return pages
    pages.push(blocks)
  }
}

const lateOnes = (count: number, changes: Partial<Late> = {}): Late[] =>
  Array.from({ length: count }, (_, n) => ({
    action: { ...action, id: `late ${n}` },
    owner: longName,
    away: true,
    side: 'marketing',
    mine: false,
    since: '2027-10-04',
    partnership: { ...partnershipRef(), name: longName },
    ...changes,
  }))

describe.each(languages)('what Slack takes of actions, in %s', (language) => {
  it.each([
    ['add', addView(language, place, '2027-03-08')],
    ['move', moveView(language, action, '2027-03-08')],
    ['cancel', cancelView(language, action)],
    ['give', giveView(language, action)],
  ])('is the form to %s', (_, view) => {
    expect(validate(view, 'modal')).toEqual([])
  })

  it.each([
    [0, 0],
    [0, 1],
    [1, 40],
    [60, 6],
    [200, 1],
  ])('is a list of %i in each of %i partnerships: each stands once, in order, on its pages', (count, partnerships) => {
    const others = Array.from({ length: partnerships }, (_, n) => ({
      place,
      name: `${n}`.padEnd(80, 'x'),
      items: itemsIn(language, count, 1_000 * (n + 1)),
    }))
    for (const mine of [0, 60]) {
      const expected = [...itemsIn(language, mine), ...others.flatMap(({ items }) => items)]
      const pages = allPages((page) => listMessage(language, { mine: itemsIn(language, mine), others }, page))
      for (const blocks of pages) expect(validate(blocks, 'message')).toEqual([])
      const shown = pages.flatMap((blocks) => [...JSON.stringify(blocks).matchAll(/"actions:done".+?"value":"(\d+)"/g)])
      expect(shown.map(([, value]) => value)).toEqual(expected.map(({ id: one }) => one.replace('actions:', '')))
    }
  })

  it.each([
    ['what came from somebody who gave what another had', { why: 'given' }],
    ['what somebody left behind', { why: 'left', by: undefined }],
  ] satisfies [string, Partial<Handover>][])('is the line of %s', (_, changes) => {
    const { handover } = action
    const item = nudgeItem({ ...action, ...(handover && { handover: { ...handover, ...changes } }) }, language, when)
    expect(item.buttons.map((one) => one.action)).toEqual([
      'actions:keep',
      'actions:done',
      'actions:move',
      'actions:give',
      'actions:cancel',
    ])
    expect(validate(itemBlocks(item), 'message')).toEqual([])
  })

  it.each([0, 1, 15, 200])('is a list of %i that are late, each of which stands on one of its pages', (count) => {
    const items = lateOnes(count).map((late) => lateItem(late, language))
    const pages = allPages((page) => lateMessage(language, items, page))
    for (const blocks of pages) expect(validate(blocks, 'message')).toEqual([])
    const shown = [...JSON.stringify(pages).matchAll(/"actions:done".+?"value":"(late \d+)"/g)].map(
      ([, value]) => value,
    )
    expect(shown).toEqual(items.map(({ id: one }) => one.replace('actions:', '')))
  })

  it('is a list in which all was done today', () => {
    const doneToday = itemsIn(language, 60).map((item) => ({ ...item, buttons: [] }))
    const others = Array.from({ length: 20 }, () => ({ place, name: longName, items: [] }))
    const pages = allPages((page) => listMessage(language, { mine: [], others, doneToday }, page))
    for (const blocks of pages) expect(validate(blocks, 'message')).toEqual([])
  })

  it('is what is late, line by line and as a number', () => {
    for (const count of [1, 5, 6, 200])
      expect(validate(lateItems(lateOnes(count), language).flatMap(itemBlocks), 'message')).toEqual([])
  })
})

describe('what is late in a team', () => {
  it('has a line each, up to five', () => {
    expect(lateItems(lateOnes(5), 'en').map(({ id: one }) => one)).toEqual(
      lateOnes(5).map((late) => `actions:${late.action.id}`),
    )
  })

  it.each([
    [true, '*6 actions in your team are overdue.*', '*6 actiepunten in jouw team zijn te laat.*'],
    [false, '*6 actions of others are overdue.*', '*6 actiepunten van anderen zijn te laat.*'],
  ])('is one line from six on, with a button to see them: %s', (mine, en, nl) => {
    const [[inEnglish, ...more], [inDutch]] = [
      lateItems(lateOnes(6, { mine }), 'en'),
      lateItems(lateOnes(6, { mine }), 'nl'),
    ]
    expect([inEnglish?.title, inDutch?.title]).toEqual([en, nl])
    expect(inEnglish?.buttons.map((one) => one.action)).toEqual(['actions:late'])
    expect(more).toEqual([])
  })
})

describe('a page of a list', () => {
  it.each([
    ['open 3', { which: 'open', page: 3 }],
    ['late 2', { which: 'late', page: 2 }],
    ['', { which: 'open', page: 1 }],
  ])('is read from a button: %s', (value, turn) => {
    expect(toTurn(value)).toEqual(turn)
  })
})

describe('a place', () => {
  it.each([place, { partnershipId: id, occurrenceId: undefined }])('is read back from a button', (one) => {
    expect(toPlace(fromPlace(one))).toEqual(one)
    expect(fromPlace(one).length).toBeLessThanOrEqual(75)
  })
})
