import { describe, expect, it } from 'vitest'
import type { HomeSection } from '../../src/platform/feature.ts'
import type { Item } from '../../src/platform/rendered.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { at, type Name, partnershipRef, personOf } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const checkinsOf = (day: TeamDay) => {
  const feature = day.features.find(({ name }) => name === 'checkins')
  if (!feature) throw new Error('There are no check-ins.')
  return feature
}
const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

async function answer(day: TeamDay, name: Name, answers: Record<string, string>): Promise<void> {
  await day.person(name).click(rootOf(day), 'checkins:answer')
  await day.person(name).nextModal('checkins:answer')
  await day.person(name).submit(answers)
  await day.settle()
}

async function decide(day: TeamDay, name: Name, text: string): Promise<void> {
  await day.person(name).click(rootOf(day), 'checkins:decide')
  await day.person(name).nextModal('checkins:decide')
  await day.person(name).submit({ text })
  await day.settle()
}

const home = async (day: TeamDay, name: Name): Promise<HomeSection[]> =>
  (await checkinsOf(day).home?.(day.db, personOf(name), day.clock.now())) ?? []
const openFor = async (day: TeamDay, name: Name): Promise<Item | undefined> => (await home(day, name))[0]?.items[0]

describe('who is still open', () => {
  const day = useTeamDay('sqlite')

  it('stands by name in the Home of who leads that team, with nothing to press', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'tom', { deals: 'None' })
    const [anna, sofie] = [await openFor(day(), 'anna'), await openFor(day(), 'sofie')]
    expect(anna?.detail).toContain('1 of 5 answered')
    expect(anna?.detail).toContain('Still open in your team: Bram')
    expect(sofie?.detail).toContain('Still open in your team: Uma')
    expect(anna?.buttons).toEqual([])
    expect(await home(day(), 'bram')).toEqual([])
    await day().until('2027-03-01 17:01')
    expect(await home(day(), 'anna')).toEqual([])
  })
})

describe.each(sampled('checkins/records'))('what check-ins keep, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('says in the next opening how many answered, and gives all that was said as files, without times', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'uma', { deals: 'Vega is stuck', need: 'A case' })
    await answer(day(), 'anna', { need: 'Two references' })
    await decide(day(), 'uma', 'One price list')
    const tables = async (name: Name) =>
      (await checkinsOf(day()).export?.(day().db, personOf(name, 'nl'), day().clock.now())) ?? []
    // What is open is not for others to read yet.
    expect((await tables('tom'))[0]?.rows).toEqual([])
    await day().until('2027-03-08 09:00')
    const [answers, decisions] = await tables('tom')
    const place = ['Acme', 'Pipelineoverleg', '2027-03-01']
    const need = 'Wat heb je deze week van het andere team nodig?'
    expect(answers?.rows).toEqual([
      [...place, 'Marketing', 'Anna', need, 'Two references'],
      [...place, 'Sales', 'Uma', 'Welke deals kwamen verder of zitten vast, en waardoor?', 'Vega is stuck'],
      [...place, 'Sales', 'Uma', need, 'A case'],
    ])
    expect(decisions?.rows).toEqual([[...place, 'One price list', 'Uma', '']])
    for (const table of [answers, decisions])
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0)
    const post = day().read(rootOf(day()))
    expect(post).toContain('Since last time\nPipeline review of 1 March: 2 of 5 answered')
    const none = { since: at('2027-03-08 09:00'), until: day().clock.now() }
    expect(await checkinsOf(day()).figures?.(day().db, partnershipRef(), none)).toEqual([])
    await day().db.updateTable('membership').set({ removed_at: 1 }).where('person_id', '=', 'tom').execute()
    expect((await tables('tom')).map(({ rows }) => rows)).toEqual([[], []])
  })

  it('says once for a check-in that was held often since how many answers there were in all', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'tom', { deals: 'None' })
    await day().until('2027-03-15 17:30')
    const held = { since: at('2027-03-01 00:00'), until: day().clock.now() }
    const figures = await checkinsOf(day()).figures?.(day().db, partnershipRef(), held)
    expect(figures).toEqual(['Pipeline review, held 3 times: 1 of 15 answers'])
  })
})
