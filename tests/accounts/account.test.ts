import { describe, expect, it } from 'vitest'
import { crmUrlOf, inOrderOfTheList, nameKey, tidyName } from '../../src/accounts/account.ts'
import { account } from './accounts.ts'

describe('the name of an account', () => {
  it.each([
    ['  Vega  ', 'Vega'],
    ['Vega\t\n Foods', 'Vega Foods'],
    ['Ve\u200bga\u202e', 'Ve ga'],
    ['\u00a0Vega\u00a0', 'Vega'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyName(typed)).toBe(kept)
  })

  it.each([
    ['VEGA  foods', 'Vega Foods'],
    ['Cafe\u0301', 'CAFÉ'],
  ])('%j is the same as %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })
})

describe('the link to the CRM', () => {
  it.each([
    ['https://crm.example.com/acme?id=1&x=2', 'https://crm.example.com/acme?id=1&x=2'],
    [' HTTPS://CRM.example.com ', 'https://crm.example.com/'],
    ['https://crm.example.com/a|b', 'https://crm.example.com/a%7Cb'],
    ['https://crm.example.com/<!channel>', 'https://crm.example.com/%3C!channel%3E'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(crmUrlOf(typed)).toBe(kept)
  })

  it.each([
    '',
    'crm',
    'crm.example.com',
    'http://crm.example.com',
    'javascript:alert(1)',
    'https://anna:secret@crm.example.com',
    'https://localhost/acme',
    `https://crm.example.com/${'a'.repeat(500)}`,
    `https://crm.example.com/?${'&'.repeat(200)}`,
  ])('%j is none', (typed) => {
    expect(crmUrlOf(typed)).toBeUndefined()
  })
})

describe('the list of accounts', () => {
  it('goes by tier, then by how long ago each was discussed, or added where it never was, then by name', () => {
    const list = [
      account({ name: 'C', tier: 'C', addedAt: 0 }),
      account({ name: 'recent', tier: 'A', addedAt: 0, discussedAt: 9 }),
      account({ name: 'b', tier: 'A', addedAt: 5 }),
      account({ name: 'A', tier: 'A', addedAt: 5 }),
      account({ name: 'old', tier: 'A', addedAt: 0, discussedAt: 2 }),
      account({ name: 'B', tier: 'B', addedAt: 0 }),
    ]
    expect(list.toSorted(inOrderOfTheList).map(({ name }) => name)).toEqual(['old', 'A', 'b', 'recent', 'B', 'C'])
  })
})
