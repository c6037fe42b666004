import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiers } from '../../src/accounts/account.ts'
import { type Candidate, chooseAccounts, waited } from '../../src/accounts/pick.ts'
import { account } from './accounts.ts'

const week = 7 * 24 * 3600 * 1000
const weeks = (count: number): number => count * week
const now = weeks(20)

const candidate = (said: Partial<Candidate> = {}): Candidate => ({ ...account(said), elsewhere: false, ...said })
const names = (candidates: Candidate[]) => chooseAccounts(candidates, now).map(({ name }) => name)

describe('how long an account has waited', () => {
  it.each([
    ['a C of two weeks', { tier: 'C', discussedAt: weeks(18) }, 2],
    ['a B of two weeks', { tier: 'B', discussedAt: weeks(18) }, 4],
    ['an A of two weeks', { tier: 'A', discussedAt: weeks(18) }, 6],
    ['one never discussed, from when it was added', { tier: 'C', addedAt: weeks(15), discussedAt: undefined }, 5],
    ['one discussed, from then on', { tier: 'C', addedAt: weeks(1), discussedAt: weeks(19) }, 1],
    ['one added now', { tier: 'A', addedAt: now, discussedAt: undefined }, 0],
  ] as const)('counts %s', (_, said, expected) => {
    expect(waited(account(said), now)).toBe(weeks(expected))
  })
})

describe('the choice for a discussion', () => {
  it.each([
    ['none where there are none', [], []],
    ['what there is, where that is less than three', [candidate({ name: 'Vega' })], ['Vega']],
    [
      'the three that have waited longest',
      ['one', 'two', 'three', 'four'].map((name, n) => candidate({ name, discussedAt: weeks(n) })),
      ['one', 'two', 'three'],
    ],
    [
      'an A of three weeks before a B of four and a C of eight',
      [
        candidate({ name: 'C', tier: 'C', discussedAt: weeks(12) }),
        candidate({ name: 'B', tier: 'B', discussedAt: weeks(16) }),
        candidate({ name: 'A', tier: 'A', discussedAt: weeks(17) }),
      ],
      ['A', 'B', 'C'],
    ],
    [
      'what was put in front first, as it was put there',
      [
        candidate({ name: 'old', tier: 'A' }),
        candidate({ name: 'second', addedAt: now, next: { at: 2, byName: 'Tom' } }),
        candidate({ name: 'first', tier: 'C', addedAt: now, next: { at: 1, byName: 'Anna' } }),
      ],
      ['first', 'second', 'old'],
    ],
    [
      'no archived ones',
      [candidate({ name: 'over', archived: { at: 1, byName: 'Anna' } }), candidate({ name: 'Vega' })],
      ['Vega'],
    ],
    [
      'what another open check-in has taken up last',
      [
        candidate({ name: 'there', tier: 'A', elsewhere: true }),
        candidate({ name: 'here', tier: 'C', addedAt: weeks(19) }),
      ],
      ['here', 'there'],
    ],
  ])('is %s', (_, candidates, expected) => {
    expect(names(candidates)).toEqual(expected)
  })

  it('is by name where all have waited as long, in whatever order they come', () => {
    const all = ['Vega', 'acme', 'Nordic', 'Best'].map((name) => candidate({ name, tier: 'A' }))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
        expect(names(shuffled)).toEqual(['acme', 'Best', 'Nordic'])
      }),
    )
  })

  it('tells who owns an account on each side, and where its CRM is', () => {
    const owners = { sales: { id: 'tom', name: 'Tom', slackId: 'UTOM' } }
    const [pick] = chooseAccounts([candidate({ owners, crmUrl: 'https://crm.example.com/' })], now)
    expect(pick).toEqual({
      ...{ id: 'vega', name: 'Vega', tier: 'B', crmUrl: 'https://crm.example.com/' },
      owners: { sales: { id: 'tom', name: 'Tom' } },
    })
  })

  it('never starves an account: each comes up, also where one is put in front every time', () => {
    const many = fc.array(fc.constantFrom(...tiers), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), fc.boolean(), (given, choices, override) => {
        let all = given.map((tier, n) => candidate({ id: `${n}`, name: `${n}`, tier }))
        // One in front each time leaves two turns; and an A may take three turns where a C takes one.
        const rounds = 2 * given.length + 4
        const seen = new Map<string, number>()
        for (let round = 1; round <= 3 * rounds; round += 1) {
          const favourite = choices.next().value % all.length
          const offered = override
            ? all.map((one, n) => (n === favourite ? { ...one, next: { at: 1, byName: 'Anna' } } : one))
            : all
          const picked = new Set(chooseAccounts(offered, weeks(round)).map(({ id }) => id))
          for (const id of picked) seen.set(id, round)
          all = all.map((one) => (picked.has(one.id) ? { ...one, discussedAt: weeks(round) } : one))
          for (const { id } of all) expect(round - (seen.get(id) ?? 0)).toBeLessThanOrEqual(rounds)
        }
      }),
      { numRuns: 50 },
    )
  })
})
