import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { differenceOf, factsToKeep } from '../../src/accounts/import/difference.ts'
import { example, problem } from '../../src/accounts/import/messages.ts'
import { readTable } from '../../src/accounts/import/table.ts'
import type { Member, Side } from '../../src/partnerships/index.ts'
import { languages } from '../../src/platform/i18n.ts'
import { type Name, people, personOf, sideOf } from '../actions/two-teams.ts'
import { account } from './accounts.ts'

const members = people.map((name): Member => ({ side: sideOf(name), person: personOf(name) }))
const namesake: Member = { side: 'sales', person: { ...personOf('uma'), id: 'tom2', slackId: 'UTOM2', name: 'Tom' } }

const crmUrl = 'https://crm.example.com/vega'
const owner = (name: Name) => ({ id: name, name: personOf(name).name, slackId: personOf(name).slackId })
const vega = account({ crmUrl, owners: { marketing: owner('anna') } })

function difference(text: string, accounts: Account[] = [], more: Member[] = []) {
  const table = readTable(text)
  if (!table.ok) throw new Error(JSON.stringify(table.trouble))
  return differenceOf(table.rows, { members: [...members, ...more], accounts })
}

const head = 'name;tier;marketing;sales;crm\n'

/** What is wrong with one line, as column and problem. */
const wrongs = (line: string, more: Member[] = []) =>
  difference(head + line, [], more).wrong.flatMap(({ problems }) => problems.map(({ column, what }) => [column, what]))

describe('a row', () => {
  it.each([
    ['@Anna', '@tom'],
    ['anna', 'TOM'],
    [' Anna ', '@ Tom'],
    ['UANNA', 'UTOM'],
    ['<@UANNA>', '<@UTOM|tom>'],
    ['@UANNA', 'Tom\u200b'],
  ])('names its owners as people do: %s and %s', (marketing, sales) => {
    const { added } = difference(`${head}Vega;A;${marketing};${sales};${crmUrl}`)
    expect(added).toEqual([{ line: 2, name: 'Vega', tier: 'A', crmUrl, ownerIds: { marketing: 'anna', sales: 'tom' } }])
  })

  it.each([
    ['a', 'A'],
    ['Tier B', 'B'],
    ['niveau c', 'C'],
    ['', 'B'],
  ])('says a tier: "%s" is %s', (typed, tier) => {
    expect(difference(`name;tier\nVega;${typed}`).added).toMatchObject([{ tier }])
  })

  it('says a name as it is kept', () => {
    expect(difference('name\n"  Vega\n\t& \u200bco "').added).toMatchObject([{ name: 'Vega & co' }])
  })

  it.each([
    [';A;;;', [['name', 'no name']]],
    [`${'x'.repeat(81)};A;;;`, [['name', 'name too long']]],
    ['Vega;D;;;', [['tier', 'no tier']]],
    ['Vega;AB;;;', [['tier', 'no tier']]],
    ['Vega;A;Victor;;', [['marketing', 'nobody']]],
    ['Vega;A;anna@example.com;;', [['marketing', 'nobody']]],
    ['Vega;A;Tom;;', [['marketing', 'other side']]],
    ['Vega;A;;UANNA;', [['sales', 'other side']]],
    ['Vega;A;;;http://crm.example.com', [['crm', 'no link']]],
    ['Vega;A;;;https://me:secret@crm.example.com', [['crm', 'no link']]],
    ['Vega;A;;;javascript:alert(1)', [['crm', 'no link']]],
    [`Vega;A;;;https://crm.example.com/${'x'.repeat(700)}`, [['crm', 'no link']]],
    ['Vega;A;;;;x', [['name', 'cells beyond']]],
    [
      ';D;Tom;Anna;crm;x',
      [
        ['name', 'no name'],
        ['tier', 'no tier'],
        ['marketing', 'other side'],
        ['sales', 'other side'],
        ['crm', 'no link'],
        ['name', 'cells beyond'],
      ],
    ],
  ])('says all that is wrong in it: %s', (line, expected) => {
    expect(wrongs(line)).toEqual(expected)
  })

  const joris: Member = { side: 'sales', person: { ...personOf('uma'), id: 'joris', slackId: 'UJ', name: 'Joris Bos' } }
  const another: Member = { ...joris, person: { ...joris.person, id: 'jan', slackId: 'UJ2', name: 'joris de Wit' } }

  it.each(['Joris', '@joris', '@ JORIS', 'Joris Bos', '@Joris Bos'])(
    'names an owner of whom only one can be meant: %s',
    (typed) => {
      const inMarketing: Member = { ...another, side: 'marketing' }
      const { added } = difference(`${head}Vega;A;;${typed};`, [], [joris, inMarketing])
      expect(added).toMatchObject([{ ownerIds: { sales: 'joris' } }])
    },
  )

  it('names none by half a word, nor in the other team', () => {
    expect(wrongs('Vega;A;;Jor;', [joris])).toEqual([['sales', 'nobody']])
    expect(wrongs('Vega;A;Joris;;', [joris])).toEqual([['marketing', 'other side']])
  })

  it('lists those whom a first name could mean', () => {
    const [wrong] = difference(`${head}Vega;A;;@Joris;`, [], [joris, another]).wrong
    expect(wrong?.problems.map((one) => problem('en', one))).toEqual([
      'More than one person in sales is called “@Joris”: Joris Bos (UJ) and joris de Wit (UJ2). Use the whole name or the Slack ID.',
    ])
    expect(wrongs('Vega;A;;joris bos;', [joris, another])).toEqual([])
  })

  it('means whoever has exactly that name before whoever else begins with it', () => {
    const longer: Member = { ...namesake, person: { ...namesake.person, name: 'Tom Visser' } }
    expect(difference(`${head}Vega;A;;Tom;`, [], [longer]).added).toMatchObject([{ ownerIds: { sales: 'tom' } }])
  })

  it('does not guess which of two people of one name is meant', () => {
    expect(wrongs('Vega;A;;Tom;', [namesake])).toEqual([['sales', 'several people']])
    expect(difference(`${head}Vega;A;;UTOM2;`, [], [namesake]).added).toMatchObject([{ ownerIds: { sales: 'tom2' } }])
    const elsewhere: Member = { ...namesake, side: 'marketing' }
    expect(difference(`${head}Vega;A;;Tom;`, [], [elsewhere]).added).toMatchObject([{ ownerIds: { sales: 'tom' } }])
  })
})

it.each(languages)('takes its own example in %s', (language) => {
  const named = (side: Side, name: string): Member => ({ side, person: { ...personOf('uma'), id: name, name } })
  const teams = [named('marketing', 'Anna de Boer'), named('sales', 'Tom Visser')]
  const table = readTable(example(language))
  const found = table.ok ? differenceOf(table.rows, { members: teams, accounts: [] }) : undefined
  expect(found?.added).toMatchObject([{ name: 'Vega', ownerIds: { marketing: 'Anna de Boer', sales: 'Tom Visser' } }])
})

describe('the difference', () => {
  it('is none where all is as it was, and where cells are empty', () => {
    expect(difference(`${head}VEGA;B;Anna;;${crmUrl}`, [vega])).toEqual({ added: [], changed: [], same: 1, wrong: [] })
    expect(difference(`${head}vega;;;;`, [vega])).toMatchObject({ changed: [], same: 1 })
    expect(difference('name\nVega', [vega])).toMatchObject({ changed: [], same: 1 })
  })

  it.each([
    ['Vega;A;;;', { tier: 'A', crmUrl: undefined, ownerIds: {} }],
    ['Vega;B;Bram;;', { tier: undefined, crmUrl: undefined, ownerIds: { marketing: 'bram' } }],
    ['Vega;B;Anna;Tom;', { tier: undefined, crmUrl: undefined, ownerIds: { sales: 'tom' } }],
    ['Vega;;;;https://other.example.com', { tier: undefined, crmUrl: 'https://other.example.com/', ownerIds: {} }],
  ])('is only what is other: %s', (line, expected) => {
    const { changed } = difference(head + line, [vega])
    expect(changed).toEqual([{ account: vega, to: { line: 2, name: 'Vega', ...expected } }])
  })

  it('keeps what is not said, and the spelling that an account has', () => {
    const found = difference(`${head}VEGA;A;;Tom;\nOrion;;;;`, [vega])
    expect(factsToKeep(found)).toEqual([
      { name: 'Orion', tier: 'B', crmUrl: undefined, ownerIds: {} },
      { name: 'Vega', tier: 'A', crmUrl, ownerIds: { sales: 'tom' } },
    ])
  })

  it('takes the first of two rows about one account', () => {
    const found = difference('name;tier\nOrion;A\nVega;A\n ORION ;C\nvega;C', [vega])
    expect(found).toMatchObject({ added: [{ name: 'Orion', tier: 'A' }], changed: [{ to: { tier: 'A' } }] })
    expect(found.wrong).toMatchObject([
      { line: 4, name: 'ORION', problems: [{ what: 'twice' }] },
      { line: 5, name: 'vega', problems: [{ what: 'twice' }] },
    ])
  })

  it('leaves archived accounts alone, and says so', () => {
    const archived = account({ archived: { at: 1, byName: 'Anna' } })
    expect(difference('name;tier\nVega;A', [archived])).toMatchObject({
      added: [],
      changed: [],
      wrong: [{ line: 2, problems: [{ what: 'archived' }] }],
    })
  })
})
