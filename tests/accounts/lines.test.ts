import { beforeEach, describe, expect, it } from 'vitest'
import { recordDiscussion } from '../../src/accounts/discussion-store.ts'
import { archive } from '../../src/accounts/store.ts'
import { insertNote, saveUpdates } from '../../src/accounts/timeline-store.ts'
import { at, ids, partnershipRef, personOf } from '../actions/two-teams.ts'
import { useTeamDay } from '../checkins/team-day.ts'
import { sampled } from '../support/databases.ts'
import { saveAccount, saveOccurrence, turnOn } from './accounts.ts'
import { windowOf } from './window.ts'

describe.each(sampled('accounts/lines'))('what is told of key accounts elsewhere, on %s', (engine) => {
  const day = useTeamDay(engine)
  beforeEach(() => turnOn(day().db))
  const feature = () => {
    const found = day().features.find((one) => one.name === 'accounts')
    if (!found) throw new Error('There is no such feature.')
    return found
  }
  async function discuss(slot: string, ...accountIds: string[]) {
    const occurrenceId = await saveOccurrence(day().db, slot)
    await day()
      .db.transaction()
      .execute((trx) =>
        recordDiscussion(trx, { workspaceId: ids.workspace, occurrenceId, accountIds }, at(`${slot} 10:00`)),
      )
    return occurrenceId
  }

  it('is how many were discussed since last time, once each', async () => {
    const [one, other] = [await saveAccount(day().db), await saveAccount(day().db, { name: 'Nordic' })]
    await discuss('2027-02-08', one)
    await discuss('2027-02-15', one, other)
    const figures = (since: string) =>
      feature().figures?.(day().db, partnershipRef(), { since: at(since), until: day().clock.now() })
    expect(await figures('2027-02-01 09:00')).toEqual(['2 key accounts discussed'])
    expect(await figures('2027-02-16 09:00')).toEqual([])
    await day().db.deleteFrom('partnership_part').execute()
    expect(await figures('2027-02-01 09:00')).toEqual([])
  })

  it('is in Home the few that are somebody’s own, which open from there', async () => {
    for (let n = 1; n <= 7; n += 1) await saveAccount(day().db, { name: `Account ${n}`, ownerIds: { sales: 'tom' } })
    await saveAccount(day().db, { name: 'Another' })
    day().person('tom').openHome()
    await day().settle()
    const home = day().read(day().person('tom').home, 'tom')
    expect(home).toContain('# Your key accounts\nAccount 1 (tier B)\nNot discussed yet')
    expect(home).not.toContain('Account 6')
    expect(home).not.toContain('Another')
    expect(home).toContain('And 2 more: /rondo account shows them all.')
    const value =
      JSON.stringify(day().person('tom').home).match(/"accounts:open"[^}]*\}[^}]*"value":"([^"]*)"/)?.[1] ?? ''
    await day().person('tom').click('home', 'accounts:open', { value })
    await day().settle()
    expect(windowOf(day(), 'tom')).toContain('# Account 1')
    expect(await feature().home?.(day().db, personOf('uma'), day().clock.now())).toEqual([])
  })

  it('is exported with what was said, and not when somebody wrote a note', async () => {
    const ownerIds = { sales: 'tom' }
    const accountId = await saveAccount(day().db, { tier: 'A', crmUrl: 'https://crm.example.com/', ownerIds })
    const old = await saveAccount(day().db, { name: 'Old' })
    const occurrenceId = await discuss('2027-02-08', accountId)
    const said = { workspaceId: ids.workspace, accountId, personId: 'tom', side: 'sales' } as const
    await day()
      .db.transaction()
      .execute(async (trx) => {
        await archive(trx, { id: old, workspaceId: ids.workspace }, 'anna', 1)
        await saveUpdates(trx, { ...said, occurrenceId, updates: [{ kind: 'next step', text: '=Call' }] }, 1)
        await insertNote(trx, { ...said, partnershipId: ids.partnership, text: 'A note' }, at('2027-02-20 10:00'))
      })
    const [accounts, notes] = (await feature().export?.(day().db, personOf('uma'), day().clock.now())) ?? []
    expect(accounts?.rows).toEqual([
      ['Acme', 'Vega', 'A', '', 'Tom', 'https://crm.example.com/', '2027-02-08', 'on the list'],
      ['Acme', 'Old', 'B', '', '', '', '', 'archived'],
    ])
    expect(notes?.rows).toEqual([
      ['Acme', 'Vega', '2027-02-08', 'Sales', 'Tom', 'Next step', '=Call'],
      ['Acme', 'Vega', '', 'Sales', 'Tom', 'Note', 'A note'],
    ])
    for (const table of [accounts, notes]) expect(table?.rows[0]).toHaveLength(table?.columns.length ?? 0)
    await day().db.deleteFrom('partnership_part').execute()
    const off = (await feature().export?.(day().db, personOf('uma'), day().clock.now())) ?? []
    expect(off.flatMap(({ rows }) => rows)).toEqual([])
  })

  it('is in use from the first discussion on, or with three that both sides look after', async () => {
    const inUse = () => feature().part?.inUse(day().db, ids.partnership, day().clock.now())
    const ownerIds = { marketing: 'bram', sales: 'tom' }
    const first = await saveAccount(day().db, { name: 'One', ownerIds })
    await saveAccount(day().db, { name: 'Two', ownerIds })
    await saveAccount(day().db, { name: 'Three', ownerIds: { sales: 'tom' } })
    expect(await inUse()).toBe(false)
    await saveAccount(day().db, { name: 'Four', ownerIds })
    expect(await inUse()).toBe(true)
    await day().db.deleteFrom('account_owner').execute()
    expect(await inUse()).toBe(false)
    await discuss('2027-02-08', first)
    expect(await inUse()).toBe(true)
  })
})
