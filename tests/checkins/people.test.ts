import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/playground/server/workspace.ts'
import { ids, type Name, partnershipRef, personOf, sideOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

async function answer(day: TeamDay, name: Name, text = 'All well'): Promise<void> {
  await day.person(name).click(rootOf(day), 'checkins:answer')
  await day.person(name).nextModal('checkins:answer')
  await day.person(name).submit(sideOf(name) === 'marketing' ? { coming: text } : { deals: text })
  await day.settle()
}

/** Set up before it opens. @param parts who need not answer */
async function saveParts(day: TeamDay, parts: Partial<Record<Name, 'optional' | 'observer'>>): Promise<void> {
  const { id } = await day.db.selectFrom('check_in').select('id').executeTakeFirstOrThrow()
  const rows = Object.entries(parts).map(([person_id, part]) => ({ person_id, part }))
  for (const row of rows)
    await day.db
      .insertInto('check_in_part')
      .values({ ...row, workspace_id: ids.workspace, check_in_id: id })
      .execute()
}

/** Somebody is taken off their side, comes back to it, or goes to the other, in set-up. */
async function change(day: TeamDay, name: Name, values: { removed_at?: number | null; side?: 'marketing' | 'sales' }) {
  await day.db.updateTable('membership').set(values).where('person_id', '=', name).execute()
  await day.db.transaction().execute(async (trx) => {
    for (const feature of day.features) await feature.partnershipSaved?.(trx, partnershipRef(), day.clock.now())
  })
  await day.settle()
}

async function waitingFor(day: TeamDay, name: Name): Promise<string[]> {
  const all = day.features.map((feature) => feature.nudges?.(day.db, personOf(name), day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().map(({ title }) => title)
}

const asked = '*Pipeline review* (Acme) is waiting for your answers'

describe('who need not answer', () => {
  const day = useTeamDay('sqlite')

  it('is asked and not waited for where it is optional, and not asked where they read along', async () => {
    await saveParts(day(), { bram: 'optional', uma: 'observer' })
    await day().until('2027-03-01 09:00')
    expect(day().read(rootOf(day()))).toContain('0 of 3 answered')
    expect(await waitingFor(day(), 'bram')).toContain(asked)
    expect(await waitingFor(day(), 'uma')).toEqual([])
    await day().person('uma').click(rootOf(day()), 'checkins:answer')
    await day().settle()
    expect(day().toldTo('uma')).toContain('You read along in this check-in')
    await answer(day(), 'bram')
    expect(day().read(rootOf(day()))).toContain('0 of 3 answered, and 1 more')
    for (const name of ['anna', 'sofie', 'tom'] as const) await answer(day(), name)
    await day().until('2027-03-01 09:01')
    expect(day().read(rootOf(day()))).toContain('Closed: 3 of 3 answered, and 1 more')
  })

  it('is waited for after all where nobody must answer, and is never "0 of 0"', async () => {
    await saveParts(day(), { anna: 'observer', bram: 'optional', sofie: 'optional', tom: 'observer', uma: 'observer' })
    await day().until('2027-03-01 09:00')
    expect(day().read(rootOf(day()))).toContain('No answers yet')
    await answer(day(), 'bram')
    expect(day().read(rootOf(day()))).toContain('1 answered')
    expect(day().read(rootOf(day()))).not.toContain('Closed')
    await day().until('2027-03-01 17:01')
    expect(day().read(rootOf(day()))).toContain('Closed: 1 answered.')
    expect(day().read(rootOf(day()))).not.toMatch(/ of 0/)
  })
})

describe('people who come and go while it is open', () => {
  const day = useTeamDay('sqlite')

  it('are asked when they join, and not missing when they leave', async () => {
    await change(day(), 'uma', { removed_at: 1 })
    await day().until('2027-03-01 09:00')
    expect(day().read(rootOf(day()))).toContain('0 of 4 answered')
    expect(await waitingFor(day(), 'uma')).toEqual([])
    await change(day(), 'uma', { removed_at: null })
    await day().until('2027-03-01 09:01')
    expect(day().read(rootOf(day()))).toContain('0 of 5 answered')
    expect(await waitingFor(day(), 'uma')).toContain(asked)
    await change(day(), 'tom', { removed_at: day().clock.now() })
    await day().until('2027-03-01 09:02')
    expect(day().read(rootOf(day()))).toContain('0 of 4 answered')
  })

  it('answer for the side they are on, and keep what they answered when they change it', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'tom', 'Vega signed')
    await change(day(), 'tom', { side: 'marketing' })
    await change(day(), 'uma', { side: 'marketing' })
    const form = async (name: Name) => {
      await day().person(name).click(rootOf(day()), 'checkins:answer')
      return day().read(await day().person(name).nextModal('checkins:answer'), name)
    }
    expect(await form('tom')).toContain('Vega signed')
    expect(await form('uma')).toContain('What is going out this week')
    await day().until('2027-03-01 17:01')
    expect(day().read(day().replies(rootOf(day()))[0])).toContain('Tom\nVega signed')
  })
})

describe('a form that was opened before somebody changed sides', () => {
  const day = useTeamDay('sqlite')

  it('is refused with what was typed still in it', async () => {
    await day().until('2027-03-01 09:00')
    await day().person('uma').click(rootOf(day()), 'checkins:answer')
    await day().person('uma').nextModal('checkins:answer')
    await change(day(), 'uma', { side: 'marketing' })
    const { errors } = await day().person('uma').submit({ deals: 'Vega signed' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('Meanwhile you are asked other questions')])
    expect(await day().db.selectFrom('check_in_response').selectAll().execute()).toEqual([])
  })
})

describe('a change at the moment of the close', () => {
  const day = useTeamDay('sqlite')

  it('is refused and not announced as a late answer', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'anna', 'Webinar on Thursday')
    await day().person('anna').click(rootOf(day()), 'checkins:answer')
    await day().person('anna').nextModal('checkins:answer')
    await day().until('2027-03-01 17:00')
    const { errors } = await day().person('anna').submit({ coming: 'Webinar on Friday' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('your answers are in the summary')])
    await day().until('2027-03-01 17:10')
    const replies = day().replies(rootOf(day()))
    expect(replies).toHaveLength(1)
    expect(day().read(replies[0])).toContain('Webinar on Thursday')
  })
})

describe('two partnerships in one channel, with a person in both', () => {
  const day = useTeamDay('sqlite')

  it('have check-ins that each stand on their own', async () => {
    const { db, clock, features } = day()
    const partnership = await db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow()
    await db
      .insertInto('partnership')
      .values({ ...partnership, id: 'p2', name: 'Borg' })
      .execute()
    const common = { workspace_id: ids.workspace, partnership_id: 'p2', added_at: 1, removed_at: null }
    await db
      .insertInto('membership')
      .values([
        { ...common, id: 'm1', person_id: 'anna', side: 'marketing' },
        { ...common, id: 'm2', person_id: 'tom', side: 'sales' },
      ])
      .execute()
    await db.transaction().execute(async (trx) => {
      const borg = { ...partnershipRef(), id: 'p2', name: 'Borg' }
      for (const feature of features) await feature.partnershipSaved?.(trx, borg, clock.now())
    })
    await day().until('2027-03-01 09:01')
    const [one, other] = day().roots()
    if (!one || !other) throw new Error('Two check-ins should have opened.')
    const counts = () => [one, other].map((root) => /\d of \d answered/.exec(day().read(freshOf(day(), root)))?.[0])
    expect(counts().toSorted()).toEqual(['0 of 2 answered', '0 of 5 answered'])
    expect((await waitingFor(day(), 'tom')).filter((title) => title.includes('waiting'))).toHaveLength(2)
    const small = counts()[0] === '0 of 2 answered' ? one : other
    await day().person('tom').click(freshOf(day(), small), 'checkins:answer')
    await day().person('tom').nextModal('checkins:answer')
    await day().person('tom').submit({ deals: 'Only at Borg' })
    await day().until('2027-03-01 09:05')
    expect(counts().toSorted()).toEqual(['0 of 5 answered', '1 of 2 answered'])
    expect((await waitingFor(day(), 'tom')).filter((title) => title.includes('waiting'))).toEqual([asked])
  })
})

const freshOf = (day: TeamDay, { ts }: Message): Message => {
  const message = day.roots().find((root) => root.ts === ts)
  if (!message) throw new Error('It is gone.')
  return message
}
