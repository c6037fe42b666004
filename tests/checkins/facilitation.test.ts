import { describe, expect, it } from 'vitest'
import { whoseTurn } from '../../src/checkins/facilitation/facilitator.ts'
import { handOverView } from '../../src/checkins/facilitation/views.ts'
import type { Participant } from '../../src/checkins/participants/participant.ts'
import { languages } from '../../src/platform/i18n.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { type Name, personOf } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const one = (personId: string, side: 'marketing' | 'sales', required = true) => ({ personId, side, required })
const [anna, bram, tom] = [one('anna', 'marketing'), one('bram', 'marketing'), one('tom', 'sales')]

describe('whose turn it is', () => {
  it.each([
    ['of the side in turn, who never led', [anna, bram, tom], 'marketing', { anna: 5 }, 'bram'],
    ['who led longest ago', [anna, bram, tom], 'marketing', { anna: 5, bram: 6 }, 'anna'],
    ['of two who never led, the first', [anna, bram], 'marketing', {}, 'anna'],
    ['of the other side where nobody of this one is there', [anna, bram], 'sales', { anna: 5 }, 'bram'],
    ['who must answer before who may', [one('anna', 'marketing', false), tom], 'marketing', {}, 'tom'],
    ['who may answer where nobody must', [one('anna', 'marketing', false)], 'sales', {}, 'anna'],
    ['nobody where nobody is there', [], 'sales', {}, undefined],
  ] as const)('is that of %s', (_, there, side, led, whose) => {
    expect(whoseTurn([...there], side, new Map(Object.entries(led)))?.personId).toBe(whose)
  })
})

const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}
const leads = (day: TeamDay) => /Facilitated by (\w+)/.exec(day.read(rootOf(day)))?.[1]

async function answer(day: TeamDay, name: Name): Promise<void> {
  await day.person(name).click(rootOf(day), 'checkins:answer')
  await day.person(name).nextModal('checkins:answer')
  await day.person(name).submit({ need: 'Nothing' })
  await day.settle()
}

async function handOver(day: TeamDay, name: Name) {
  await day.person(name).command('/rondo')
  await day.settle()
  const shown = day.person(name).ephemerals().at(-1)
  if (!shown) throw new Error('Nothing was shown.')
  await day.person(name).click(shown, 'checkins:handover')
  await day.settle()
}

describe.each(sampled('checkins/facilitation'))('who facilitates, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('alternates between the sides, and within one goes to whoever led longest ago', async () => {
    const led: (string | undefined)[] = []
    for (const date of ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22']) {
      await day().until(`${date} 09:00`)
      led.push(leads(day()))
    }
    expect(led).toEqual(['Anna', 'Sofie', 'Bram', 'Tom'])
  })

  it('goes to the next of the same side when somebody goes away or leaves', async () => {
    await day().until('2027-03-01 09:00')
    await day().person('anna').command('/rondo away until 5 march')
    await day().until('2027-03-01 09:01')
    expect(leads(day())).toBe('Bram')
    await day().person('bram').command('/rondo away until 5 march')
    await day().until('2027-03-01 09:02')
    expect(leads(day())).toBe('Sofie')
  })
})

describe('handing over', () => {
  const day = useTeamDay('sqlite')

  it('is in the line of who facilitates, and in nobody else’s; the first post follows', async () => {
    await day().until('2027-03-01 09:00')
    const line = async (name: Name) =>
      (await Promise.all(day().features.map((one) => one.nudges?.(day().db, personOf(name), day().clock.now()) ?? [])))
        .flat()
        .find(({ id }) => id.startsWith('checkins:'))
    expect((await line('anna'))?.detail).toContain('You facilitate this time')
    expect((await line('sofie'))?.detail).not.toContain('facilitate')
    await handOver(day(), 'anna')
    await day().person('anna').submit({ facilitator: 'tom' })
    await day().until('2027-03-01 09:01')
    expect(leads(day())).toBe('Tom')
    expect((await line('anna'))?.detail).not.toContain('facilitate')
    expect((await line('tom'))?.buttons.map(({ action }) => action)).toContain('checkins:handover')
    // Who answered still sees it, as what comes next.
    await answer(day(), 'tom')
    await handOver(day(), 'tom')
    expect(day().read(day().person('tom').modal)).toContain('Who facilitates this time?')
  })

  it('is refused to whom it is no longer theirs, and to somebody who is not there', async () => {
    await day().until('2027-03-01 09:00')
    await handOver(day(), 'anna')
    await day().person('bram').command('/rondo away until 5 march')
    await day().settle()
    const { errors } = await day().person('anna').submit({ facilitator: 'bram' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('away or no longer')])
    expect(leads(day())).toBe('Anna')
  })
})

describe.each(languages)('the choice of who facilitates, in %s', (language) => {
  it('fits with sixty people of long names', () => {
    const there: Participant[] = Array.from({ length: 60 }, (_, n) => ({
      personId: `01936d3a-7a00-7000-8000-0000000000${n + 10}`,
      slackId: `U${n}`,
      name: `Wilhelmina-Margaretha ${n} ${'van der '.repeat(12)}`,
      side: n % 2 === 0 ? 'marketing' : 'sales',
      zone: 'Europe/Amsterdam',
      required: true,
      ...{ answered: false, skipped: false, away: false, left: false },
    }))
    expect(validate(handOverView('o1', there, language), 'modal')).toEqual([])
    expect(validate(handOverView('o1', there.slice(0, 1), language), 'modal')).toEqual([])
  })
})
