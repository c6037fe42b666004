import { beforeEach, describe, expect, it } from 'vitest'
import { accountsOf, archive, findByName } from '../../src/accounts/store.ts'
import type { Item } from '../../src/platform/rendered.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { ids, type Name, personOf, sideOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { engines } from '../support/databases.ts'
import { saveAccount, turnOn } from './accounts.ts'
import { presses, sends, shows, windowOf } from './window.ts'

async function itemsOf(day: TeamDay, name: Name): Promise<Item[]> {
  const feature = day.features.find((one) => one.name === 'accounts')
  return (await feature?.nudges?.(day.db, personOf(name), day.clock.now())) ?? []
}
const lines = async (day: TeamDay, name: Name) => (await itemsOf(day, name)).map(({ title }) => title)

/** Somebody is taken off their side. */
async function leaves(day: TeamDay, name: Name, successorId: Name | undefined) {
  const now = day.clock.now()
  await day.db.transaction().execute(async (trx) => {
    await trx.updateTable('membership').set({ removed_at: now }).where('person_id', '=', name).execute()
    const left = { person: personOf(name), partnershipId: ids.partnership, side: sideOf(name), successorId }
    for (const feature of day.features) await feature.personLeft?.(trx, left, now)
  })
  await day.settle()
}

/** Presses a button of the last message somebody got from Rondo. */
async function pressesIn(day: TeamDay, name: Name, verb: string): Promise<string> {
  const gathered = day.person(name).directMessages().at(-1)
  if (!gathered) throw new Error(`${name} got no message.`)
  await day.person(name).click(gathered, `accounts:${verb}`)
  await day.settle()
  return windowOf(day, name)
}

const both = { marketing: 'bram', sales: 'tom' }

describe.each(engines)('the owners of key accounts, on %s', (engine) => {
  const day = useTeamDay(engine)
  beforeEach(() => turnOn(day().db))
  const find = (name: string) => findByName(day().db, ids.partnership, name)
  const ownersOf = async (name: string) => {
    const { marketing, sales } = (await find(name))?.owners ?? {}
    return [marketing?.name, sales?.name]
  }
  const field = async (name: string, side: 'marketing' | 'sales') => `owner:${(await find(name))?.id}:${side}`

  it('are asked for in one line of who speaks for the side, and of nobody else', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: { marketing: 'bram' } })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram' } })
    await saveAccount(day().db, { name: 'Hooli', ownerIds: both })
    const [item, ...more] = await itemsOf(day(), 'sofie')
    expect(item).toMatchObject({
      title: '2 key accounts of *Acme* have no owner in your team',
      detail: 'Nordic and Vega',
      partnershipId: ids.partnership,
    })
    expect(more).toEqual([])
    for (const name of ['anna', 'bram', 'tom', 'uma'] as const) expect(await lines(day(), name)).toEqual([])
  })

  it('are not asked for what is archived, nor where key accounts are off', async () => {
    const id = await saveAccount(day().db, { ownerIds: { marketing: 'bram' } })
    await day()
      .db.transaction()
      .execute((trx) => archive(trx, { id, workspaceId: ids.workspace }, 'anna', 1))
    expect(await lines(day(), 'sofie')).toEqual([])
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram' } })
    expect(await lines(day(), 'sofie')).toHaveLength(1)
    await day().db.deleteFrom('partnership_part').execute()
    expect(await lines(day(), 'sofie')).toEqual([])
  })

  it('are chosen in one window, and the message follows', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: { marketing: 'bram' } })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram' } })
    await day().until('2027-03-01 09:01')
    expect(await pressesIn(day(), 'sofie', 'owners')).toContain('Nordic (Sales)')
    const wrong = { [await field('vega', 'sales')]: 'UBRAM' }
    expect(await sends(day(), 'sofie', wrong)).toContain('They are not in Sales of Acme.')
    await sends(day(), 'sofie', { [await field('vega', 'sales')]: 'UTOM' })
    expect(day().person('sofie').modal).toBeUndefined()
    expect(await ownersOf('vega')).toEqual(['Bram', 'Tom'])
    expect(await ownersOf('nordic')).toEqual(['Bram', undefined])
    await day().until('2027-03-01 09:02')
    expect(day().read(day().person('sofie').directMessages().at(-1), 'sofie')).toContain(
      'One key account of Acme has no owner',
    )
    expect(day().trouble).toEqual([])
  })

  it('that others chose meanwhile stay', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: { marketing: 'bram' } })
    await day().until('2027-03-01 09:01')
    await pressesIn(day(), 'sofie', 'owners')
    const id = (await find('vega'))?.id ?? ''
    await day()
      .db.insertInto('account_owner')
      .values({
        workspace_id: ids.workspace,
        account_id: id,
        side: 'sales',
        person_id: 'uma',
        since: 1,
        inherited_from: null,
      })
      .execute()
    expect(await sends(day(), 'sofie', { [await field('vega', 'sales')]: 'UTOM' })).toContain(
      'Somebody else settled this meanwhile: Vega.',
    )
    expect(await ownersOf('vega')).toEqual(['Bram', 'Uma'])
  })

  it('of more than twenty accounts are chosen window after window, also where some are left empty', async () => {
    for (let n = 10; n < 35; n += 1)
      await saveAccount(day().db, { name: `Account ${n}`, ownerIds: { marketing: 'bram' } })
    await day().until('2027-03-01 09:01')
    expect(await pressesIn(day(), 'sofie', 'owners')).toContain('1 to 20 of 25')
    const next = await sends(day(), 'sofie', { [await field('account 10', 'sales')]: 'UTOM' })
    expect(next).toContain('20 to 24 of 24')
    expect(next).toContain('Account 34 (Sales)')
    expect(next).not.toContain('Account 29 (Sales)')
    await sends(day(), 'sofie', { [await field('account 34', 'sales')]: 'UTOM' })
    expect(day().person('sofie').modal).toBeUndefined()
    expect(await ownersOf('account 34')).toEqual(['Bram', 'Tom'])
  })

  it('are asked for on both sides of who leads where the other side has nobody', async () => {
    await day().db.deleteFrom('partnership_role').where('side', '=', 'sales').execute()
    await saveAccount(day().db, { name: 'Vega' })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram' } })
    expect(await lines(day(), 'anna')).toEqual(['2 key accounts of *Acme* lack an owner on a side'])
    await day().until('2027-03-01 09:01')
    const shown = await pressesIn(day(), 'anna', 'owners')
    for (const one of ['Vega (Marketing)', 'Vega (Sales)', 'Nordic (Sales)']) expect(shown).toContain(one)
  })

  it('are asked for of the deputy until the team lead is back, and the message of the day follows', async () => {
    const row = { workspace_id: ids.workspace, partnership_id: ids.partnership, side: 'sales', since: 1 } as const
    await day()
      .db.insertInto('partnership_role')
      .values({ ...row, role: 'deputy', person_id: 'uma' })
      .execute()
    await saveAccount(day().db, { ownerIds: { marketing: 'bram' } })
    expect(await lines(day(), 'uma')).toEqual([])
    await day()
      .db.transaction()
      .execute(async (trx) => {
        await setAway(trx, personOf('sofie'), '2027-03-05', day().clock.now())
      })
    expect(await lines(day(), 'uma')).toHaveLength(1)
    expect(await lines(day(), 'sofie')).toEqual([])
    await day().until('2027-03-01 09:01')
    const message = () => day().read(day().person('uma').directMessages().at(-1), 'uma')
    expect(message()).toContain('has no owner in your team')
    await day()
      .db.transaction()
      .execute(async (trx) => {
        await trx.deleteFrom('absence').execute()
        const accounts = day().features.find((one) => one.name === 'accounts')
        await accounts?.presenceChanged?.(trx, personOf('sofie'), day().clock.now())
      })
    await day().until('2027-03-01 09:02')
    expect(message()).not.toContain('has no owner in your team')
  })

  it('who leave are followed by who leads their side, who keeps all that came in one go', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: both })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { sales: 'tom', marketing: 'anna' } })
    await leaves(day(), 'tom', 'sofie')
    expect(await lines(day(), 'sofie')).toEqual(['2 key accounts are yours now: Tom has left'])
    expect(await ownersOf('vega')).toEqual(['Bram', 'Sofie'])
    await day().until('2027-03-01 09:01')
    const before = day().person('sofie').directMessages().at(-1)
    await pressesIn(day(), 'sofie', 'keep')
    expect(day().toldTo('sofie')).toContain('you look after Nordic and Vega now')
    if (before) await day().person('sofie').click(before, 'accounts:give', { stale: true })
    await day().settle()
    expect(day().toldTo('sofie')).toContain('These key accounts have been settled already.')
    expect(day().person('sofie').modal).toBeUndefined()
    expect(await lines(day(), 'sofie')).toEqual([])
    expect(await ownersOf('vega')).toEqual(['Bram', 'Sofie'])
  })

  it('who came after somebody give some away and keep the others', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: both })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: both })
    await saveAccount(day().db, { name: 'Hooli', ownerIds: both })
    await leaves(day(), 'tom', 'sofie')
    await day().until('2027-03-01 09:01')
    await pressesIn(day(), 'sofie', 'give')
    await sends(day(), 'sofie', { [await field('vega', 'sales')]: 'UUMA', [await field('hooli', 'sales')]: null })
    expect(await ownersOf('vega')).toEqual(['Bram', 'Uma'])
    expect(await ownersOf('nordic')).toEqual(['Bram', 'Sofie'])
    expect(await ownersOf('hooli')).toEqual(['Bram', undefined])
    expect(await lines(day(), 'sofie')).toEqual(['One key account of *Acme* has no owner in your team'])
    expect(await lines(day(), 'uma')).toEqual([])
  })

  it('tells of one account by its name, and of each who left in a line of their own', async () => {
    await saveAccount(day().db, { name: 'Vega & Co', ownerIds: both })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram', sales: 'uma' } })
    await leaves(day(), 'tom', 'sofie')
    await leaves(day(), 'uma', 'sofie')
    expect(new Set(await lines(day(), 'sofie'))).toEqual(
      new Set([
        'Key account *Vega &amp; Co* is yours now: Tom has left',
        'Key account *Nordic* is yours now: Uma has left',
      ]),
    )
  })

  it('that came or were chosen while a form was open are not undone by it', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: { sales: 'tom' } })
    await shows(day(), 'anna', 'vega')
    await presses(day(), 'anna', 'edit')
    await leaves(day(), 'tom', 'sofie')
    const whileWriting = 'Somebody changed this account while you were writing.'
    expect(await sends(day(), 'anna', { tier: 'A', sales_owner: null })).toContain(whileWriting)
    expect(await ownersOf('vega')).toEqual([undefined, 'Sofie'])
    await day().until('2027-03-01 09:01')
    await shows(day(), 'sofie', 'vega')
    await presses(day(), 'sofie', 'edit')
    await day().person('anna').close()
    await pressesIn(day(), 'anna', 'owners')
    await sends(day(), 'anna', { [await field('vega', 'marketing')]: 'UBRAM' })
    expect(await sends(day(), 'sofie', { tier: 'C' })).toContain(whileWriting)
    expect(await ownersOf('vega')).toEqual(['Bram', 'Sofie'])
  })

  it('are not taken from the other side: where nobody of it leads, an account has no owner there', async () => {
    await saveAccount(day().db, { name: 'Vega', ownerIds: both })
    await leaves(day(), 'tom', 'anna')
    expect(await ownersOf('vega')).toEqual(['Bram', undefined])
    expect(await lines(day(), 'anna')).toEqual([])
    await saveAccount(day().db, { name: 'Nordic', ownerIds: both })
    await leaves(day(), 'bram', undefined)
    expect(await ownersOf('nordic')).toEqual([undefined, undefined])
    expect((await accountsOf(day().db, ids.partnership)).length).toBe(2)
  })
})
