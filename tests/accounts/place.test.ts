import { expect, it } from 'vitest'
import { fromChoosing, fromEditing, fromPlace, toChoosing, toEditing, toPlace } from '../../src/accounts/place.ts'

it.each([
  { partnershipId: 'p1', accountId: undefined, page: 0, name: '' },
  { partnershipId: 'p1', accountId: 'a1', page: 12, name: 'Vega: the second' },
])('a place is read as it was written: %j', (place) => {
  expect(toPlace(fromPlace(place))).toEqual(place)
})

it('a form and its account are read as they were written', () => {
  for (const accountId of ['a1', undefined]) {
    const editing = { partnershipId: 'p1', accountId, revision: 3 }
    expect(toEditing(fromEditing(editing))).toEqual(editing)
    expect(toPlace(fromEditing(editing))).toMatchObject({ partnershipId: 'p1', accountId })
  }
})

it('the owners that are chosen are read as they were written', () => {
  for (const formerId of ['anna', undefined]) {
    const choosing = { partnershipId: 'p1', formerId, from: 20 }
    expect(toChoosing(fromChoosing(choosing))).toEqual(choosing)
  }
})

it.each(['p1', 'p1:a1:-3', 'p1:a1:x', 'p1:a1:1e99'])('no page of %j is the first', (value) => {
  expect(toPlace(value).page).toBe(0)
})
