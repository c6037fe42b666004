import { beforeEach, describe, expect, it } from 'vitest'
import { fromPlace } from '../../src/accounts/place.ts'
import { accountsOf, allAccounts, findByName } from '../../src/accounts/store.ts'
import { insertNote } from '../../src/accounts/timeline-store.ts'
import { keyAccountDiscussion } from '../../src/checkins/templates/key-account-discussion.ts'
import { at, ids, type Name, personOf } from '../actions/two-teams.ts'
import { useTeamDay } from '../checkins/team-day.ts'
import { joined, savedPartnership } from '../partnerships/partnerships.ts'
import { sampled } from '../support/databases.ts'
import { saveAccount, turnOn } from './accounts.ts'
import { presses, sends, shows, windowOf } from './window.ts'

const filled = { name: 'Vega', tier: 'A' }

describe.each(sampled('accounts/accounts'))('key accounts that are off, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('are told of by the word, and an old button changes nothing', async () => {
    const id = await saveAccount(day().db)
    await turnOn(day().db)
    await shows(day(), 'anna', 'vega')
    await day().db.deleteFrom('partnership_part').execute()
    await presses(day(), 'anna', 'archive')
    expect(day().toldTo('anna') || day().read(day().person('anna').directMessages().at(-1))).toContain('not turned on')
    expect((await accountsOf(day().db, ids.partnership)).map((one) => one.id)).toEqual([id])
    await day().person('tom').command('/rondo account')
    await day().settle()
    expect(day().toldTo('tom')).toContain('not turned on in “Acme” yet')
  })
})

describe.each(sampled('accounts/accounts'))('a key account in Slack, on %s', (engine) => {
  const day = useTeamDay(engine)
  beforeEach(() => turnOn(day().db))
  const find = (name: string) => findByName(day().db, ids.partnership, name)
  const placeOf = (accountId: string) => fromPlace({ partnershipId: ids.partnership, accountId })

  it('is added by anybody of the two teams, and shown with its owners', async () => {
    expect(await shows(day(), 'tom')).toContain('Acme has no key accounts yet.')
    await presses(day(), 'tom', 'add')
    const values = { ...filled, marketing_owner: 'UBRAM', sales_owner: 'UTOM', crm: 'https://crm.example.com/vega' }
    const shown = await sends(day(), 'tom', values)
    expect(shown).toContain('Added.')
    expect(shown).toContain('# Vega (tier A)\nMarketing: Bram · Sales: Tom\n')
    expect(shown).toContain('Not discussed yet')
    expect(await presses(day(), 'tom', 'list')).toContain('Vega (tier A)\nMarketing: Bram · Sales: Tom\n')
    expect(await find('vega')).toMatchObject({ crmUrl: 'https://crm.example.com/vega', tier: 'A' })
    expect(day().trouble).toEqual([])
  })

  it('says under each field what cannot be kept', async () => {
    await shows(day(), 'tom')
    await presses(day(), 'tom', 'add')
    const wrong = { name: ' \u200b ', tier: 'A', crm: 'http://crm.example.com', sales_owner: 'UBRAM' }
    const answer = await sends(day(), 'tom', wrong)
    expect(answer).toContain('Say what the customer is called.')
    expect(answer).toContain('This is no link that can be kept.')
    expect(answer).toContain('They are not in Sales of Acme.')
    expect(await allAccounts(day().db, ids.partnership)).toEqual([])
  })

  it('has a name that no other has, and an archived one of that name is told of', async () => {
    await saveAccount(day().db, { name: 'Vega' })
    await shows(day(), 'anna')
    await presses(day(), 'anna', 'add')
    expect(await sends(day(), 'anna', { ...filled, name: 'VEGA' })).toContain('a key account called “Vega” already')
    await shows(day(), 'anna', 'vega')
    await presses(day(), 'anna', 'archive')
    await presses(day(), 'anna', 'list')
    await presses(day(), 'anna', 'add')
    expect(await sends(day(), 'anna', { ...filled, name: 'vega' })).toContain('“Vega” is among the archived accounts.')
  })

  it('is opened by its name, chosen of several, and offered where there is none', async () => {
    await saveAccount(day().db, { name: 'Vega Foods' })
    await saveAccount(day().db, { name: 'Nordic Foods' })
    expect(await shows(day(), 'uma', 'NORDIC')).toContain('# Nordic Foods')
    expect(await shows(day(), 'uma', 'foods')).toContain('These key accounts have “foods” in their name:')
    expect(await shows(day(), 'uma', 'nordik')).toContain('Did you mean:')
    expect(await shows(day(), 'uma', 'Hooli <&> Co')).toContain('There is no key account called “Hooli <&> Co”.')
    await presses(day(), 'uma', 'add')
    expect(await sends(day(), 'uma', { tier: 'C' })).toContain('# Hooli <&> Co')
    expect(await find('Hooli <&> Co')).toMatchObject({ tier: 'C' })
  })

  it('is found on a page of a long list', async () => {
    for (let n = 10; n < 40; n += 1) await saveAccount(day().db, { name: `Account ${n}` })
    expect(await shows(day(), 'tom')).toContain('1 to 25 of 30')
    const second = await presses(day(), 'tom', 'list')
    expect(second).toContain('26 to 30 of 30')
    expect(second).toContain('Account 39')
    expect(second).not.toContain('Account 20')
  })

  it('is changed by its owners and the team leads; the others are told who can', async () => {
    const id = await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    expect(await shows(day(), 'uma', 'vega')).not.toContain('[Edit]')
    expect(await shows(day(), 'tom', 'vega')).toContain('[Edit]')
    await presses(day(), 'tom', 'edit')
    expect(await sends(day(), 'tom', { name: 'Vega Foods', sales_owner: null })).toContain('Saved.')
    expect(await find('vega foods')).toMatchObject({ id, owners: {} })
    expect(windowOf(day(), 'tom')).not.toContain('[Edit]')
    expect(await shows(day(), 'sofie', 'vega')).toContain('[Edit]')
  })

  it('whose owner was taken away meanwhile is not saved by them', async () => {
    const id = await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    await shows(day(), 'tom', 'vega')
    await presses(day(), 'tom', 'edit')
    await day().db.deleteFrom('account_owner').where('account_id', '=', id).execute()
    expect(await sends(day(), 'tom', { name: 'Mine' })).toContain('The owners of this account and the team leads can')
    expect(await find('mine')).toBeUndefined()
  })

  it('that somebody else changed meanwhile is shown as it stands, with what was filled in', async () => {
    await saveAccount(day().db)
    await shows(day(), 'anna', 'vega')
    await presses(day(), 'anna', 'edit')
    await shows(day(), 'sofie', 'vega')
    await presses(day(), 'sofie', 'edit')
    await sends(day(), 'sofie', { tier: 'A', sales_owner: 'UTOM' })
    expect(await sends(day(), 'anna', { name: 'Vega Ltd' })).toContain(
      'Vega (tier A)\nMarketing: without owner · Sales: Tom\n',
    )
    expect(await find('vega ltd')).toBeUndefined()
    expect(await sends(day(), 'anna', {})).toContain('Saved.')
    expect(await find('vega ltd')).toMatchObject({ tier: 'B' })
  })

  it('keeps notes of anybody on its timeline, the newest first, in pages', async () => {
    const accountId = await saveAccount(day().db)
    const note = { workspaceId: ids.workspace, partnershipId: ids.partnership, accountId, personId: 'tom' }
    const first9 = Array.from({ length: 9 }, (_, n) => n + 1)
    await day()
      .db.transaction()
      .execute(async (trx) => {
        for (const n of first9)
          await insertNote(trx, { ...note, side: 'sales', text: `Note ${n} of *ten*` }, at(`2027-02-0${n} 10:00`))
      })
    await shows(day(), 'uma', 'vega')
    await presses(day(), 'uma', 'note')
    await sends(day(), 'uma', { note: 'Note 10 of *ten*' })
    const first = windowOf(day(), 'uma')
    expect(first).toContain('Your note is here for both teams.')
    expect(first).toContain('Note · 28 Feb 2027 · Uma (Sales)')
    expect(first.indexOf('Note 10 of *ten*')).toBeLessThan(first.indexOf('Note 9 of *ten*'))
    expect(first).not.toContain('Note 2 of *ten*')
    const second = await presses(day(), 'uma', 'open')
    expect(second).toContain('Note 2 of *ten*')
    expect(second).not.toContain('Note 3 of *ten*')
    await presses(day(), 'uma', 'note')
    expect(await sends(day(), 'uma', { note: '\u200b' })).toContain('Write a few words.')
  })

  it('without owner comes up next time all the same, and whoever says so reads who is asked and how to choose one', async () => {
    await saveAccount(day().db, { name: 'Vega' })
    await saveAccount(day().db, { name: 'Nordic', ownerIds: { marketing: 'bram' } })
    await saveAccount(day().db, { name: 'Lyra', ownerIds: { marketing: 'bram', sales: 'tom' } })
    const next = async (by: Name, name: string) => {
      await shows(day(), by, name)
      return presses(day(), by, 'next')
    }
    expect(await next('tom', 'vega')).toContain(
      'It has no owner in Marketing and Sales, so Anna and Sofie are asked instead. A team lead can choose an owner.',
    )
    expect(await next('bram', 'nordic')).toContain(
      'It has no owner in Sales, so Sofie is asked instead. Choose an owner with Edit.',
    )
    expect(await next('tom', 'lyra')).not.toContain('owner in')
    expect((await find('vega'))?.next).toMatchObject({ byName: 'Tom' })
  })

  it('says where nobody will be asked about it', async () => {
    await day().db.deleteFrom('partnership_role').where('side', '=', 'sales').execute()
    await saveAccount(day().db, { name: 'Vega' })
    await shows(day(), 'anna', 'vega')
    expect(await presses(day(), 'anna', 'next')).toContain(
      'It has no owner in Marketing, so Anna is asked instead. It has neither owner nor team lead in Sales, so nobody there will be asked. Choose an owner with Edit.',
    )
  })

  it('comes up next time where anybody says so, until they take it back', async () => {
    const id = await saveAccount(day().db)
    await shows(day(), 'tom', 'vega')
    expect(await presses(day(), 'tom', 'next')).toContain('Comes up next time: chosen by Tom')
    await shows(day(), 'bram', 'vega')
    expect(await presses(day(), 'bram', 'not-next')).not.toContain('Comes up next time')
    // Tom's window still shows the button that takes it back.
    expect(await presses(day(), 'tom', 'not-next', placeOf(id))).toContain('It was not chosen for next time any more')
    expect((await find('vega'))?.next).toBeUndefined()
  })

  it('that somebody chose meanwhile stays chosen', async () => {
    await saveAccount(day().db)
    await shows(day(), 'tom', 'vega')
    await shows(day(), 'bram', 'vega')
    await presses(day(), 'bram', 'next')
    expect(await presses(day(), 'tom', 'next')).toContain('Bram has chosen it for next time already.')
    expect((await find('vega'))?.next).toMatchObject({ byName: 'Bram' })
  })

  it('is archived and brought back by team leads', async () => {
    await saveAccount(day().db)
    expect(await shows(day(), 'tom', 'vega')).not.toContain('[Archive]')
    await shows(day(), 'anna', 'vega')
    await shows(day(), 'sofie', 'vega')
    expect(await presses(day(), 'anna', 'archive')).toContain('Archived by Anna on 28 Feb 2027')
    expect(await presses(day(), 'sofie', 'archive')).toContain(
      'Archived by Anna on 28 Feb 2027, so it cannot be changed.',
    )
    expect(await shows(day(), 'sofie')).toContain('[Archived (1)]')
    expect(await presses(day(), 'sofie', 'archived')).toContain('Vega')
    await presses(day(), 'sofie', 'open')
    expect(await presses(day(), 'sofie', 'bring-back')).toContain('It is back on the list.')
    expect(await presses(day(), 'anna', 'bring-back')).toContain('It was back on the list already.')
  })

  it('that was archived meanwhile is no longer changed, nor put in front', async () => {
    const id = await saveAccount(day().db)
    await shows(day(), 'sofie', 'vega')
    await shows(day(), 'tom', 'vega')
    await presses(day(), 'sofie', 'edit')
    await shows(day(), 'anna', 'vega')
    await presses(day(), 'anna', 'archive')
    expect(await presses(day(), 'tom', 'next')).toContain('so it cannot be changed.')
    expect(await sends(day(), 'sofie', { name: 'Vega Ltd' })).toContain('so it cannot be changed.')
    expect(await find('vega')).toMatchObject({ id, next: undefined })
  })

  it('is shown as it is now in the check-in that is open about it', async () => {
    await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    const questions = JSON.stringify(keyAccountDiscussion.questions.filter(({ perAccount }) => perAccount))
    await day().db.updateTable('check_in').set({ template: 'key-account-discussion' }).execute()
    await day().db.updateTable('check_in_version').set({ questions }).execute()
    await day().until('2027-03-01 09:00')
    const post = () => day().read(day().roots().at(-1))
    expect(post()).toContain('Vega (tier B) · Marketing: without owner · Sales: Tom')
    await shows(day(), 'tom', 'vega')
    await presses(day(), 'tom', 'edit')
    await sends(day(), 'tom', { name: 'Vega Foods', tier: 'A', marketing_owner: 'UBRAM' })
    await day().until('2027-03-01 09:01')
    expect(post()).toContain('Vega Foods (tier A) · Marketing: Bram · Sales: Tom')
  })

  it('is not changed from the window of who left, nor archived by who leads no longer', async () => {
    const id = await saveAccount(day().db)
    await shows(day(), 'tom', 'vega')
    await shows(day(), 'anna', 'vega')
    await day().db.updateTable('membership').set({ removed_at: 1 }).where('person_id', '=', 'tom').execute()
    await day().db.deleteFrom('partnership_role').where('person_id', '=', 'anna').execute()
    await presses(day(), 'tom', 'next')
    await presses(day(), 'anna', 'archive')
    expect(await find('vega')).toMatchObject({ id, next: undefined, archived: undefined })
    const said = (name: Name) => day().read(day().person(name).directMessages().at(-1), name)
    expect(said('tom')).toContain('This belongs to “Acme”')
    expect(said('anna')).toContain('team lead')
  })

  it('is for its two teams only', async () => {
    const elsewhere = await savedPartnership(day().db, ids.workspace)
    const id = await saveAccount(day().db, { name: 'Theirs', partnershipId: elsewhere.id })
    await saveAccount(day().db)
    await shows(day(), 'tom')
    const forged = JSON.stringify(day().person('tom').modal).includes(id)
    expect(forged).toBe(false)
    expect(await shows(day(), 'tom', 'theirs')).toContain('There is no key account called “theirs”.')
  })

  it('of several partnerships is asked for by name, with what was typed', async () => {
    const north = await savedPartnership(day().db, ids.workspace, { channels: ['CNORTH', 'CSOUTH', 'CSHARED'] })
    await joined(day().db, north, personOf('tom'), 'sales')
    await turnOn(day().db, north.id)
    await saveAccount(day().db, { name: 'Theirs', partnershipId: north.id })
    expect(await shows(day(), 'tom', 'THEIRS')).toBe('')
    expect(day().toldTo('tom')).toContain('The key accounts of which teams?')
    const asked = day().person('tom').ephemerals().at(-1)
    if (!asked) throw new Error('Nothing was asked.')
    await day().person('tom').click(asked, 'North')
    await day().settle()
    expect(windowOf(day(), 'tom')).toContain('# Theirs')
  })
})

describe.each(sampled('accounts/accounts'))('a key account in Dutch, on %s', (engine) => {
  const day = useTeamDay(engine, 'nl')
  beforeEach(() => turnOn(day().db))

  it('goes from the list to the archive', async () => {
    await day().person('anna').command('/rondo klanten')
    await day().settle()
    expect(windowOf(day(), 'anna')).toContain('Acme heeft nog geen key accounts.')
    await presses(day(), 'anna', 'add')
    expect(await sends(day(), 'anna', { ...filled, marketing_owner: 'UBRAM' })).toContain('Toegevoegd.')
    expect(windowOf(day(), 'anna')).toContain('# Vega (niveau A)\nMarketing: Bram · Sales: zonder eigenaar\n')
    expect(await presses(day(), 'anna', 'next')).toContain('Komt volgende keer aan de beurt: gekozen door Anna')
    expect(await presses(day(), 'anna', 'archive')).toContain('Gearchiveerd door Anna op 28 feb 2027')
    expect(await presses(day(), 'anna', 'list')).toContain('[Archief (1)]')
    expect(day().trouble).toEqual([])
  })
})
