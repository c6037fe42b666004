import { describe, expect, it } from 'vitest'
import type { Action } from '../../src/actions/action.ts'
import {
  actionItem,
  addView,
  cancelView,
  fromPlace,
  listMessage,
  moveView,
  nudgeItem,
  toPlace,
} from '../../src/actions/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const place = { partnershipId: id, occurrenceId: id }
/** As much as the form takes, of what becomes longest when it is escaped. */
const action: Action = {
  id,
  workspaceId: id,
  partnershipId: id,
  text: '<'.repeat(300),
  owner: { id, name: '&'.repeat(80) },
  dueDate: '2027-09-29',
  occurrenceId: id,
  moves: 3,
  movedBecause: 'r'.repeat(300),
  end: undefined,
}
const when = { from: 0, today: '2027-09-30' }

describe.each(languages)('what Slack takes of actions, in %s', (language) => {
  it.each([
    ['add', addView(language, place, '2027-03-08')],
    ['move', moveView(language, action, '2027-03-08')],
    ['cancel', cancelView(language, action)],
  ])('is the form to %s', (_, view) => {
    expect(validate(view, 'modal')).toEqual([])
  })

  it.each([0, 1, 60])('is a list of %i', (count) => {
    const items = Array.from({ length: count }, (_, n) => actionItem({ ...action, id: `${n}` }, language, when))
    for (const partnerships of [0, 3, 6, 40]) {
      const others = Array.from({ length: partnerships }, (_, n) => ({ place, name: `${n}`.repeat(80), items }))
      for (const mine of [[], items.slice(0, 1), items])
        expect(validate(listMessage(language, mine, others).blocks, 'message')).toEqual([])
    }
  })

  it('says how many do not fit', () => {
    const items = Array.from({ length: 25 }, () => nudgeItem({ ...action, owner: undefined }, language, when))
    expect(JSON.stringify(listMessage(language, items, []).blocks)).toMatch(/(And|En nog) 7/)
  })
})

describe('a place', () => {
  it.each([place, { partnershipId: id, occurrenceId: undefined }])('is read back from a button', (one) => {
    expect(toPlace(fromPlace(one))).toEqual(one)
    expect(fromPlace(one).length).toBeLessThanOrEqual(75)
  })
})
