import { describe, expect, it } from 'vitest'
import { asSearched, search } from '../../src/accounts/search.ts'
import { account } from './accounts.ts'

const archived = { at: 1, byName: 'Anna' }
const all = [
  account({ name: 'Vega Foods' }),
  account({ name: 'Vega' }),
  account({ name: 'Old Vega Ltd', archived }),
  account({ name: 'Nordic Foods' }),
  account({ name: 'Hooli' }),
].map((one) => ({ ...one, id: one.name }))

describe('an account is found', () => {
  it.each([
    ['vega', 'one', ['Vega']],
    [' HOOLI ', 'one', ['Hooli']],
    ['nord', 'one', ['Nordic Foods']],
    ['foods', 'several', ['Vega Foods', 'Nordic Foods']],
    ['veg', 'several', ['Vega Foods', 'Vega', 'Old Vega Ltd']],
    ['old vega ltd', 'one', ['Old Vega Ltd']],
    ['Holi', 'none', ['Hooli']],
    ['nordik', 'none', ['Nordic Foods']],
    ['Initech', 'none', []],
  ] as const)('by %j: %s', (typed, kind, names) => {
    const found = search(all, typed)
    const accounts = found.kind === 'one' ? [found.account] : found.kind === 'several' ? found.accounts : found.near
    expect([found.kind, accounts.map(({ name }) => name)]).toEqual([kind, names])
  })

  it('is looked for by no longer a name than accounts have', () => {
    expect(asSearched(`  ${'é'.repeat(500)} `)).toBe('é'.repeat(80))
  })
})
