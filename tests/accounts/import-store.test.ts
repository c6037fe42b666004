import { beforeEach, describe, expect, it } from 'vitest'
import type { Transaction } from '../../db/schema.ts'
import { keepDraft, saveAccounts, takeDraft } from '../../src/accounts/import/store.ts'
import type { Row } from '../../src/accounts/import/table.ts'
import { allAccounts, findAccount } from '../../src/accounts/store.ts'
import { at, ids, saveTwoTeams } from '../actions/two-teams.ts'
import { savedPartnership } from '../partnerships/partnerships.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { saveAccount } from './accounts.ts'

const now = at('2027-03-01 10:00')
const anna = { workspaceId: ids.workspace, partnershipId: ids.partnership, personId: 'anna' }
const rows = (name: string): Row[] => [{ line: 2, cells: { name, tier: 'A' }, beyond: [] }]

describe.each(engines)('what is about to be imported, on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))
  const transaction = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
    database().db.transaction().execute(work)
  const keep = (name: string, whose = anna) => transaction((trx) => keepDraft(trx, whose, rows(name), now))
  const take = (id: string, whose = anna) => transaction((trx) => takeDraft(trx, whose, id))

  it('is taken once', async () => {
    const id = await keep('Vega')
    expect(await take(id)).toEqual(rows('Vega'))
    expect(await take(id)).toBeUndefined()
  })

  it('is one for each person and partnership: the last', async () => {
    const first = await keep('Vega')
    const sofies = await keep('Lyra', { ...anna, personId: 'sofie' })
    const elsewhere = { ...anna, partnershipId: (await savedPartnership(database().db, ids.workspace)).id }
    const other = await keep('Cygnus', elsewhere)
    const second = await keep('Orion')
    expect(await take(first)).toBeUndefined()
    expect(await take(second)).toEqual(rows('Orion'))
    expect(await take(sofies, { ...anna, personId: 'sofie' })).toEqual(rows('Lyra'))
    expect(await take(other, elsewhere)).toEqual(rows('Cygnus'))
  })

  it('is taken by whoever made it only, and where they made it', async () => {
    const id = await keep('Vega')
    for (const other of [{ personId: 'sofie' }, { partnershipId: 'p2' }, { workspaceId: 'w2' }])
      expect(await take(id, { ...anna, ...other })).toBeUndefined()
    expect(await take(id)).toEqual(rows('Vega'))
  })

  it('changes accounts of its own partnership only, and keeps owners that are not named', async () => {
    const ownerIds = { marketing: 'anna', sales: 'tom' }
    const here = await saveAccount(database().db, { name: 'Vega', tier: 'C', ownerIds })
    const { id: partnershipId } = await savedPartnership(database().db, ids.workspace)
    const there = await saveAccount(database().db, { name: 'Vega', tier: 'C', partnershipId })
    const crmUrl = 'https://crm.example.com/'
    const all = [
      { name: 'Vega', tier: 'A' as const, crmUrl, ownerIds: { sales: 'uma' } },
      { name: 'Orion', tier: 'B' as const, crmUrl: undefined, ownerIds: {} },
    ]
    await transaction((trx) => saveAccounts(trx, anna, all, now))
    expect(await findAccount(database().db, ids.workspace, here)).toMatchObject({
      ...{ name: 'Vega', tier: 'A', crmUrl, revision: 2 },
      owners: { marketing: { id: 'anna' }, sales: { id: 'uma' } },
    })
    expect(await findAccount(database().db, ids.workspace, there)).toMatchObject({ tier: 'C', revision: 1 })
    const names = (await allAccounts(database().db, ids.partnership)).map(({ name, owners }) => [name, owners])
    expect(names).toEqual([
      ['Vega', expect.anything()],
      ['Orion', {}],
    ])
  })
})
