import { describe, expect, it } from 'vitest'
import { type Pick, pickAccounts } from '../../src/accounts/index.ts'
import { findAccount } from '../../src/accounts/store.ts'
import { passedOn, questionsAbout, updatesIn } from '../../src/checkins/key-accounts/questions.ts'
import { questionsFor } from '../../src/checkins/question.ts'
import { keyAccountDiscussion } from '../../src/checkins/templates/key-account-discussion.ts'
import { pauseSchedule } from '../../src/platform/delivery/schedules.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { saveAccount, turnOn } from '../accounts/accounts.ts'
import { at, ids, type Name, personOf, sideOf } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const { questions } = keyAccountDiscussion
const vega: Pick = {
  id: 'vega',
  name: 'Vega',
  tier: 'A',
  owners: { marketing: { id: 'bram', name: 'Bram' }, sales: { id: 'tom', name: 'Tom' } },
}
const unowned: Pick = { id: 'orion', name: 'Orion', tier: 'C', owners: { sales: { id: 'tom', name: 'Tom' } } }

const everybody = { instead: {}, away: new Set<string>() }

describe('the questions of a key-account discussion', () => {
  const asked = (personId: string, side: 'marketing' | 'sales', picks: Pick[], instead = {}, away: string[] = []) =>
    questionsFor(side, questionsAbout(picks, questions, { instead, away: new Set(away) }), personId).map(({ id }) => id)

  it('are asked about each account of the owner of each side', () => {
    expect(asked('bram', 'marketing', [vega])).toEqual(['noticed:vega', 'public:vega', 'next:vega', 'other'])
    expect(asked('tom', 'sales', [vega, unowned])).toEqual([
      ...['changed:vega', 'says:vega', 'next:vega'],
      ...['changed:orion', 'says:orion', 'next:orion', 'other'],
    ])
    expect(asked('uma', 'sales', [vega])).toEqual(['other'])
  })

  it('go to who leads the side where it has no owner, and to nobody where nobody leads it', () => {
    expect(asked('anna', 'marketing', [unowned], { marketing: 'anna' })).toEqual([
      ...['noticed:orion', 'public:orion', 'next:orion', 'other'],
    ])
    expect(questionsAbout([unowned], questions, everybody).filter(({ id }) => id === 'noticed:orion')).toEqual([])
  })

  it('go to who leads the side too where its owner is away, who can still answer after coming back', () => {
    const leads = { sales: 'sofie' }
    const about = ['changed:vega', 'says:vega', 'next:vega', 'other']
    expect(asked('sofie', 'sales', [vega], leads, ['tom'])).toEqual(about)
    expect(asked('tom', 'sales', [vega], leads, ['tom'])).toEqual(about)
    expect(asked('tom', 'sales', [vega], {}, ['tom'])).toEqual(about)
    expect(asked('sofie', 'sales', [vega], leads, ['bram'])).toEqual(['other'])
    const people = questionsAbout([vega], questions, { instead: { sales: 'tom' }, away: new Set(['tom']) })
    expect(people.find(({ id }) => id === 'says:vega')?.people).toEqual(['tom'])
  })

  it('name their account, and are answered on its timeline, also where an answer was taken away', () => {
    const all = questionsAbout([vega, unowned], questions, everybody)
    expect(all.find(({ id }) => id === 'changed:vega')?.label.nl).toBe('Vega: Wat veranderde er bij deze klant?')
    const answers = { 'changed:vega': 'New director', 'says:vega': 'Too slow', 'next:vega': 'Visit', other: 'Orion' }
    expect([...updatesIn(answers, { side: 'sales', personId: 'tom' }, all)]).toEqual([
      [
        'vega',
        [
          { kind: 'changed', text: 'New director' },
          { kind: 'customer', text: 'Too slow' },
          { kind: 'next step', text: 'Visit' },
        ],
      ],
      ['orion', []],
    ])
  })
})

describe('the questions about an account whose owner is gone', () => {
  const about = questionsAbout([vega], questions, everybody)
  const owns = { marketing: 'anna', sales: 'sofie' }
  const askedOf = (sideOf: [string, 'marketing' | 'sales'][], id: string) =>
    passedOn(about, new Map(sideOf), (_, side) => owns[side]).find((one) => one.id === id)?.people

  it.each([
    [
      'stay with those who are there',
      [
        ['bram', 'marketing'],
        ['tom', 'sales'],
      ],
      ['bram', 'tom'],
    ],
    ['go to who is in charge for that side', [['bram', 'marketing']], ['bram', 'sofie']],
    ['go to both where both are gone', [], ['anna', 'sofie']],
  ] as const)('%s', (_, there, expected) => {
    expect(
      askedOf(
        there.map(([id, side]) => [id, side]),
        'next:vega',
      ),
    ).toEqual(expected)
  })

  it('leave alone what was not asked of them', () => {
    expect(askedOf([['bram', 'marketing']], 'noticed:vega')).toEqual(['bram'])
    expect(askedOf([['bram', 'marketing']], 'other')).toBeUndefined()
  })
})

const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

/** The check-in that the partnership starts with becomes a discussion of key accounts, and nothing else. */
async function discuss(day: TeamDay): Promise<void> {
  const about = JSON.stringify(questions.filter(({ perAccount }) => perAccount))
  await day.db.updateTable('check_in').set({ template: 'key-account-discussion' }).execute()
  await day.db.updateTable('check_in_version').set({ questions: about }).execute()
}

async function form(day: TeamDay, name: Name): Promise<string> {
  await day.person(name).click(rootOf(day), 'checkins:answer')
  return day.read(await day.person(name).nextModal('checkins:answer'), name)
}

/** Somebody is taken off their side. */
async function remove(day: TeamDay, name: Name): Promise<void> {
  const now = day.clock.now()
  await day.db.updateTable('membership').set({ removed_at: now }).where('person_id', '=', name).execute()
  const left = { person: personOf(name), partnershipId: ids.partnership, side: sideOf(name), successorId: 'sofie' }
  await day.db.transaction().execute(async (trx) => {
    for (const feature of day.features) await feature.personLeft?.(trx, left, now)
  })
  await day.settle()
}

const nudgesOf = async (day: TeamDay, name: Name, now = day.clock.now()) => {
  const items = day.features.map((one) => one.nudges?.(day.db, personOf(name), now) ?? [])
  return (await Promise.all(items)).flat()
}

describe.each(sampled('checkins/key-accounts'))('a key-account discussion on %s', (engine) => {
  const day = useTeamDay(engine)

  it('asks the owners alone, or who leads a side without one, and writes their answers on the timeline', async () => {
    await turnOn(day().db)
    const vegaId = await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    await discuss(day())
    await day().until('2027-03-01 09:00')
    const post = day().read(rootOf(day()))
    expect(post).toContain('Vega')
    expect(post).toContain('Marketing: without owner')
    expect(post).toContain('0 of 2 answered')
    expect((await nudgesOf(day(), 'uma')).filter(({ id }) => id.startsWith('checkins:'))).toEqual([])
    expect(await form(day(), 'anna')).toContain('Vega: What changed in how this customer responds to us?')
    await day().person('anna').close()
    expect(await form(day(), 'tom')).toContain('Vega: What does this customer say to you?')
    await day()
      .person('tom')
      .submit({ [`says:${vegaId}`]: 'Too slow', [`next:${vegaId}`]: 'Visit in May' })
    await form(day(), 'tom')
    await day()
      .person('tom')
      .submit({ [`says:${vegaId}`]: 'Faster now', [`next:${vegaId}`]: '' })
    await day().until('2027-03-01 17:01')
    const notes = await day().db.selectFrom('account_note').select(['person_id', 'kind', 'text']).execute()
    expect(notes).toEqual([{ person_id: 'tom', kind: 'customer', text: 'Faster now' }])
    const discussed = await day().db.selectFrom('account_discussion').select('account_id').execute()
    expect(discussed).toEqual([{ account_id: vegaId }])
    expect(day().read(day().replies(rootOf(day()))[0])).toContain('Tom\nFaster now')
    expect(day().trouble).toEqual([])
  })

  it('begins with what its owner said of it last, however long ago that was', async () => {
    await turnOn(day().db)
    const vegaId = await saveAccount(day().db, { tier: 'C', ownerIds: { sales: 'tom' } })
    await discuss(day())
    await day().until('2027-03-01 09:00')
    await form(day(), 'tom')
    await day()
      .person('tom')
      .submit({ [`next:${vegaId}`]: 'Visit in May' })
    for (const name of ['Orion', 'Lyra', 'Cygnus'])
      await saveAccount(day().db, { name, tier: 'A', ownerIds: { sales: 'tom' } })
    await day().until('2027-03-08 09:00')
    const next = await form(day(), 'tom')
    expect(next).not.toContain('Vega')
    const cygnus = await day()
      .db.selectFrom('account')
      .select('id')
      .where('name', '=', 'Cygnus')
      .executeTakeFirstOrThrow()
    await day()
      .person('tom')
      .submit({ [`next:${cygnus.id}`]: 'Call the director' })
    await day()
      .db.insertInto('account_next')
      .values({ account_id: vegaId, workspace_id: ids.workspace, chosen_at: day().clock.now(), chosen_by: 'anna' })
      .execute()
    await day().until('2027-03-15 09:00')
    const latest = await form(day(), 'tom')
    expect(latest).toContain('Visit in May')
    expect(latest).toContain('Call the director')
  })

  it('asks who leads the side where an owner leaves without having answered', async () => {
    await turnOn(day().db)
    await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    await discuss(day())
    await day().until('2027-03-01 09:00')
    await remove(day(), 'tom')
    expect(day().read(rootOf(day()))).toContain('0 of 2 answered')
    expect((await nudgesOf(day(), 'sofie')).filter(({ id }) => id.startsWith('checkins:'))).toHaveLength(1)
    expect(await form(day(), 'sofie')).toContain('Vega: What does this customer say to you?')
  })

  it('asks who leads the side where an owner is away, the deputy while that one is too, and the owner who comes back', async () => {
    const { db, clock } = day()
    await turnOn(db)
    const vegaId = await saveAccount(db, { ownerIds: { sales: 'tom' } })
    const row = { workspace_id: ids.workspace, partnership_id: ids.partnership, side: 'sales', since: 1 } as const
    await db
      .insertInto('partnership_role')
      .values({ ...row, role: 'deputy', person_id: 'uma' })
      .execute()
    await discuss(day())
    await db.transaction().execute(async (trx) => {
      for (const name of ['tom', 'sofie'] as const) await setAway(trx, personOf(name), '2027-03-05', clock.now())
    })
    await day().until('2027-03-01 09:00')
    const post = day().read(rootOf(day()))
    expect(post).toContain('0 of 2 answered')
    expect(post).toContain('Away: Tom')
    expect(await form(day(), 'uma')).toContain('Vega: What does this customer say to you?')
    await day()
      .person('uma')
      .submit({ [`says:${vegaId}`]: 'Too slow' })
    await day().person('tom').command('/rondo back')
    await day().settle()
    expect(day().read(rootOf(day()))).toContain('1 of 3 answered')
    expect(await form(day(), 'tom')).toContain('Vega: What does this customer say to you?')
    expect(day().trouble).toEqual([])
  })

  it('leaves it at what an owner said who leaves after that', async () => {
    await turnOn(day().db)
    const vegaId = await saveAccount(day().db, { ownerIds: { sales: 'tom' } })
    await discuss(day())
    await day().until('2027-03-01 09:00')
    await form(day(), 'tom')
    await day()
      .person('tom')
      .submit({ [`says:${vegaId}`]: 'Too slow' })
    await remove(day(), 'tom')
    expect(day().read(rootOf(day()))).toContain('1 of 2 answered')
    expect((await nudgesOf(day(), 'sofie')).filter(({ id }) => id.startsWith('checkins:'))).toEqual([])
  })

  it('that did not come to stand in Slack was none: its accounts wait on, also in other check-ins', async () => {
    const { db, clock } = day()
    await turnOn(db)
    const vegaId = await saveAccount(db, { tier: 'A', ownerIds: { sales: 'tom' } })
    await db
      .insertInto('account_next')
      .values({ account_id: vegaId, workspace_id: ids.workspace, chosen_at: clock.now(), chosen_by: 'uma' })
      .execute()
    await discuss(day())
    await day().until('2027-03-01 09:00')
    await saveAccount(db, { name: 'Orion', tier: 'C' })
    const next = async () => (await findAccount(db, ids.workspace, vegaId))?.next?.byName
    expect(await next()).toBeUndefined()
    const order = async () => (await pickAccounts(db, ids.partnership, 'another', clock.now())).map(({ name }) => name)
    expect(await order()).toEqual(['Orion', 'Vega'])
    await db.updateTable('delivery').set({ state: 'skipped' }).where('kind', '=', 'post').execute()
    expect(await order()).toEqual(['Vega', 'Orion'])
    expect((await findAccount(db, ids.workspace, vegaId))?.discussedAt).toBeUndefined()
    expect(await next()).toBe('Uma')
  })

  it('is not held where there is none to discuss, and tells who leads what to do', async () => {
    await turnOn(day().db)
    await discuss(day())
    await day().until('2027-03-01 10:00')
    expect(day().roots()).toEqual([])
    const missed = (await nudgesOf(day(), 'anna')).find(({ id }) => id.startsWith('checkins:missed'))
    expect(missed?.detail).toContain('there was no key account to discuss. Add one with `/rondo account`')
    expect((await nudgesOf(day(), 'uma')).filter(({ id }) => id.startsWith('checkins:'))).toEqual([])
  })

  it('is told of for a week where it was not held, and not at all once it is paused', async () => {
    await turnOn(day().db)
    await discuss(day())
    await day().until('2027-03-01 10:00')
    const told = async (wall: string) =>
      (await nudgesOf(day(), 'anna', at(wall))).some(({ id }) => id.startsWith('checkins:missed'))
    expect([await told('2027-03-05 09:00'), await told('2027-03-08 09:00')]).toEqual([true, false])
    const { schedule_id } = await day().db.selectFrom('check_in').select('schedule_id').executeTakeFirstOrThrow()
    await day()
      .db.transaction()
      .execute((trx) => pauseSchedule(trx, schedule_id))
    expect(await told('2027-03-02 09:00')).toBe(false)
  })
})
