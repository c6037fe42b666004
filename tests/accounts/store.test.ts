import { beforeEach, describe, expect, it } from 'vitest'
import type { Transaction } from '../../db/schema.ts'
import type { AccountFacts } from '../../src/accounts/account.ts'
import { countDiscussed, pickAccounts, recordDiscussion, toggleNext } from '../../src/accounts/discussion-store.ts'
import {
  accountsOf,
  allAccounts,
  archive,
  bringBack,
  findAccount,
  findByName,
  insertAccount,
  lockAccount,
  type NewAccount,
  saveFacts,
  setOwner,
} from '../../src/accounts/store.ts'
import { allNotes, insertNote, saveUpdates, timelineOf } from '../../src/accounts/timeline-store.ts'
import { at, ids, saveTwoTeams } from '../actions/two-teams.ts'
import { savedPartnership } from '../partnerships/partnerships.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { added, saveAccount, saveOccurrence } from './accounts.ts'

const now = at('2027-03-01 10:00')

describe.each(engines)('key accounts on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))

  const transaction = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
    database().db.transaction().execute(work)
  const save = (said: Partial<NewAccount> = {}, when = added) => saveAccount(database().db, said, when)
  const get = async (id: string) => {
    const found = await findAccount(database().db, ids.workspace, id)
    if (!found) throw new Error('no such account')
    return found
  }
  const discussed = (occurrenceId: string, accountIds: string[], when = now) =>
    transaction((trx) => recordDiscussion(trx, { workspaceId: ids.workspace, occurrenceId, accountIds }, when))
  const picked = async () =>
    (await pickAccounts(database().db, ids.partnership, 'check-in', now)).map(({ name }) => name)

  it('keeps an account as it was said', async () => {
    const id = await save({ crmUrl: 'https://crm.example.com/', ownerIds: { marketing: 'anna', sales: 'tom' } })
    expect(await get(id)).toEqual({
      ...{ id, workspaceId: ids.workspace, partnershipId: ids.partnership, name: 'Vega', tier: 'B' },
      ...{ crmUrl: 'https://crm.example.com/', revision: 1, addedAt: added },
      ...{ discussedAt: undefined, next: undefined, archived: undefined },
      owners: {
        marketing: { id: 'anna', name: 'Anna', slackId: 'UANNA' },
        sales: { id: 'tom', name: 'Tom', slackId: 'UTOM' },
      },
    })
  })

  it('finds an account in its own workspace and partnership only', async () => {
    const id = await save()
    const elsewhere = await savedPartnership(database().db, ids.workspace)
    expect(await findAccount(database().db, 'another', id)).toBeUndefined()
    expect(await transaction((trx) => lockAccount(trx, 'another', id))).toBeUndefined()
    expect(await findByName(database().db, elsewhere.id, 'Vega')).toBeUndefined()
    expect(await accountsOf(database().db, elsewhere.id)).toEqual([])
  })

  it('has a name once in a partnership, in whatever case, archived or not; another partnership may have it too', async () => {
    const id = await save({ name: 'Vega Foods' })
    const again = { name: 'VEGA foods', tier: 'A', crmUrl: undefined, ownerIds: {}, by: 'tom' } as const
    const here = { workspaceId: ids.workspace, partnershipId: ids.partnership }
    expect(await transaction((trx) => insertAccount(trx, { ...here, ...again }, now))).toBeUndefined()
    await transaction((trx) => archive(trx, { id, workspaceId: ids.workspace }, 'anna', now))
    expect(await transaction((trx) => insertAccount(trx, { ...here, ...again }, now))).toBeUndefined()
    const elsewhere = await savedPartnership(database().db, ids.workspace)
    await save({ name: 'Vega Foods', partnershipId: elsewhere.id })
    expect((await findByName(database().db, ids.partnership, ' vega  FOODS '))?.id).toBe(id)
  })

  it('is changed as a whole, and never to the name of another', async () => {
    const id = await save({ ownerIds: { marketing: 'anna' } })
    await save({ name: 'Nordic' })
    const account = await get(id)
    const change = (facts: AccountFacts) => transaction((trx) => saveFacts(trx, account, facts, now))
    const facts = { name: 'Vega Foods', tier: 'A', crmUrl: undefined, ownerIds: { sales: 'uma' } } as const
    expect(await change(facts)).toBe(true)
    expect(await get(id)).toMatchObject({
      name: 'Vega Foods',
      tier: 'A',
      owners: { sales: { name: 'Uma' } },
      revision: 2,
    })
    expect((await get(id)).owners.marketing).toBeUndefined()
    const taken = { ...facts, name: 'nordic' }
    expect(await change(taken)).toBe(false)
    expect((await get(id)).name).toBe('Vega Foods')
  })

  it('has no owner who is no longer on that side', async () => {
    const id = await save({ ownerIds: { marketing: 'bram', sales: 'tom' } })
    const { db } = database()
    await db.updateTable('membership').set({ removed_at: now }).where('person_id', '=', 'tom').execute()
    await db.updateTable('person').set({ deactivated_at: now }).where('id', '=', 'bram').execute()
    expect((await get(id)).owners).toEqual({})
    await transaction((trx) => setOwner(trx, { id, workspaceId: ids.workspace }, 'sales', 'anna', now))
    expect((await get(id)).owners).toEqual({})
  })

  it('is archived by the first who does it, and comes back', async () => {
    const id = await save()
    const by = (person: string) => transaction((trx) => archive(trx, { id, workspaceId: ids.workspace }, person, now))
    expect([await by('sofie'), await by('anna')]).toEqual([true, false])
    expect((await get(id)).archived).toEqual({ at: now, byName: 'Sofie' })
    expect(await accountsOf(database().db, ids.partnership)).toEqual([])
    expect(await allAccounts(database().db, ids.partnership)).toHaveLength(1)
    expect(await transaction((trx) => bringBack(trx, { id }))).toBe(true)
    expect(await transaction((trx) => bringBack(trx, { id }))).toBe(false)
    expect((await get(id)).archived).toBeUndefined()
  })

  it('is picked by how long it waited, put in front, taken back, and has had its turn once it was discussed', async () => {
    const vega = await save({ name: 'Vega', tier: 'C' }, now - 1)
    for (const name of ['Acme', 'Best', 'Nordic']) await save({ name, tier: 'A' })
    expect(await picked()).toEqual(['Acme', 'Best', 'Nordic'])
    const toggle = () => transaction((trx) => toggleNext(trx, { id: vega, workspaceId: ids.workspace }, 'tom', now))
    expect(await toggle()).toBe(true)
    expect((await get(vega)).next).toEqual({ at: now, byName: 'Tom' })
    expect(await picked()).toEqual(['Vega', 'Acme', 'Best'])
    expect(await toggle()).toBe(false)
    expect(await picked()).toEqual(['Acme', 'Best', 'Nordic'])
    await toggle()
    const acme = (await findByName(database().db, ids.partnership, 'acme'))?.id ?? ''
    const monday = await saveOccurrence(database().db, '2027-03-01')
    await discussed(monday, [vega, acme])
    await discussed(monday, [vega, acme])
    expect((await get(vega)).next).toBeUndefined()
    expect((await get(vega)).discussedAt).toBe(now)
    expect(await picked()).toEqual(['Best', 'Nordic', 'Acme'])
    const again = (when: number) =>
      transaction((trx) => toggleNext(trx, { id: vega, workspaceId: ids.workspace }, 'uma', when))
    expect(await again(now + 1)).toBe(true)
    expect((await get(vega)).next).toEqual({ at: now + 1, byName: 'Uma' })
    expect(await again(now + 2)).toBe(false)
  })

  it('counts what was discussed since a moment, each account once', async () => {
    const [vega, nordic] = [await save(), await save({ name: 'Nordic' })]
    await discussed(await saveOccurrence(database().db, '2027-03-01'), [vega, nordic], now)
    await discussed(await saveOccurrence(database().db, '2027-03-08'), [vega], now + 10)
    const count = (since: number, until: number) => countDiscussed(database().db, ids.partnership, { since, until })
    expect([await count(now - 1, now + 10), await count(now, now + 10), await count(now, now + 9)]).toEqual([2, 1, 0])
  })

  it('keeps the last word of each person in a check-in, by the date of that check-in', async () => {
    const accountId = await save()
    const occurrenceId = await saveOccurrence(database().db, '2027-03-01')
    const saying = (personId: string, side: 'marketing' | 'sales', ...texts: string[]) => {
      const kinds = ['changed', 'customer', 'next step'] as const
      const updates = texts.flatMap((text, n) => ({ kind: kinds[n] ?? 'changed', text }))
      const said = { workspaceId: ids.workspace, accountId, occurrenceId, personId, side, updates }
      return transaction((trx) => saveUpdates(trx, said, at('2027-03-03 10:00')))
    }
    await saying('tom', 'sales', 'New buyer', 'Too dear', 'Call')
    await saying('anna', 'marketing', 'Came to the fair')
    await saying('tom', 'sales', 'Another buyer', ' ', 'Call again')
    const { notes, count } = await timelineOf(database().db, accountId, { from: 0, most: 10 })
    expect(notes.map(({ byName, side, kind, text, on }) => [byName, side, kind, text, on])).toEqual([
      ['Anna', 'marketing', 'changed', 'Came to the fair', '2027-03-01'],
      ['Tom', 'sales', 'changed', 'Another buyer', '2027-03-01'],
      ['Tom', 'sales', 'next step', 'Call again', '2027-03-01'],
    ])
    expect(count).toBe(3)
  })

  it('reads the timeline newest first, a page at a time', async () => {
    const accountId = await save()
    for (const day of ['2027-03-01', '2027-03-02', '2027-03-03']) {
      const note = { workspaceId: ids.workspace, partnershipId: ids.partnership, accountId, personId: 'tom' }
      await transaction((trx) => insertNote(trx, { ...note, side: 'sales', text: day }, at(`${day} 00:30`)))
    }
    const page = async (from: number) =>
      (await timelineOf(database().db, accountId, { from, most: 2 })).notes.map(({ text, on }) => [text, on])
    expect(await page(0)).toEqual([
      ['2027-03-03', '2027-03-03'],
      ['2027-03-02', '2027-03-02'],
    ])
    expect(await page(2)).toEqual([['2027-03-01', '2027-03-01']])
    expect((await allNotes(database().db, ids.partnership)).map(({ text }) => text)).toEqual([
      '2027-03-01',
      '2027-03-02',
      '2027-03-03',
    ])
  })
})
