import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/platform/person.ts'
import {
  endAbsence,
  findAbsence,
  isAway,
  planAbsence,
  plannedAbsences,
  setAway,
  whoIsAway,
  withdrawAbsence,
} from '../../src/workspaces/absence/store.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from './people.ts'

const now = at('2026-11-23T10:00')

describe.each(engines)('absence on %s', (engine) => {
  const database = useDatabase(engine)

  async function anna(): Promise<Person> {
    const workspace = await savedWorkspace(database().db)
    return savedPerson(database().db, workspace, { slackId: 'UANNA' })
  }
  const note = (person: Person, until: string | undefined, when = now) =>
    database()
      .db.transaction()
      .execute((trx) => setAway(trx, person, until, when))
  const awayOn = async (person: Person, date: string) => (await isAway(database().db, [person.id], date)).has(person.id)

  it('counts from today up to and including the last day', async () => {
    const person = await anna()
    await note(person, '2026-12-03')
    const days = ['2026-11-22', '2026-11-23', '2026-12-03', '2026-12-04']
    expect(await Promise.all(days.map((day) => awayOn(person, day)))).toEqual([false, true, true, false])
  })

  const plan = (person: Person, from: string, until?: string, when = now) =>
    database()
      .db.transaction()
      .execute((trx) => planAbsence(trx, person, { from, until }, when))
  const withdraw = (person: Person, id: string, when = now) =>
    database()
      .db.transaction()
      .execute((trx) => withdrawAbsence(trx, person, id, when))
  const planned = async (person: Person, when = now) =>
    (await plannedAbsences(database().db, person, when)).map(({ from, until }) => `${from} ${until ?? ''}`.trim())

  it('counts from a later day on, where that was planned', async () => {
    const person = await anna()
    await plan(person, '2026-12-14', '2026-12-18')
    const days = ['2026-11-23', '2026-12-13', '2026-12-14', '2026-12-18', '2026-12-19']
    expect(await Promise.all(days.map((day) => awayOn(person, day)))).toEqual([false, false, true, true, false])
    expect(await planned(person)).toEqual(['2026-12-14 2026-12-18'])
    expect(await planned(person, at('2026-12-14T08:00'))).toEqual([])
  })

  it.each([
    ['2026-12-01', '2026-12-13', ['2026-12-01 2026-12-13', '2026-12-14 2026-12-18']],
    ['2026-12-18', '2026-12-20', ['2026-12-18 2026-12-20']],
    ['2026-12-10', '2026-12-14', ['2026-12-10 2026-12-14']],
    ['2026-12-19', undefined, ['2026-12-14 2026-12-18', '2026-12-19']],
    ['2026-12-01', undefined, ['2026-12-01']],
  ])(
    'planned from %s until %s takes the place of what was planned for those days only',
    async (from, until, expected) => {
      const person = await anna()
      await plan(person, '2026-12-14', '2026-12-18')
      await plan(person, from, until, now + 1)
      expect(await planned(person)).toEqual(expected)
    },
  )

  it('can be taken back until it begins, once, and by nobody else', async () => {
    const person = await anna()
    const other = await savedPerson(database().db, await savedWorkspace(database().db), { slackId: 'ULIAM' })
    const id = await plan(person, '2026-12-14')
    expect(await withdraw(other, id)).toBe(false)
    expect(await withdraw(person, id, at('2026-12-14T08:00'))).toBe(false)
    expect(await withdraw(person, id)).toBe(true)
    expect(await withdraw(person, id)).toBe(false)
    expect(await awayOn(person, '2026-12-15')).toBe(false)
  })

  it('is the longest of several', async () => {
    const person = await anna()
    await plan(person, '2026-12-01', '2026-12-10')
    await note(person, '2026-12-03')
    expect(await findAbsence(database().db, person, at('2026-12-02T10:00'))).toMatchObject({ until: '2026-12-10' })
  })

  it('is left as it is planned by somebody who goes away today and comes back', async () => {
    const person = await anna()
    await plan(person, '2026-12-14', '2026-12-18')
    await note(person, undefined)
    await endAbsence(database().db, person, at('2026-11-26T10:00'))
    expect(await awayOn(person, '2026-11-26')).toBe(false)
    expect(await awayOn(person, '2026-12-14')).toBe(true)
  })

  it('lasts until further notice where no last day is named', async () => {
    const person = await anna()
    await note(person, undefined)
    expect(await awayOn(person, '2031-01-01')).toBe(true)
    expect(await findAbsence(database().db, person, now)).toEqual({ from: '2026-11-23', until: undefined })
  })

  it('keeps the last word where it is noted twice', async () => {
    const person = await anna()
    await note(person, '2026-12-24')
    await note(person, '2026-11-24', now + 3_600_000)
    expect(await awayOn(person, '2026-12-01')).toBe(false)
    expect(await findAbsence(database().db, person, now)).toEqual({ from: '2026-11-23', until: '2026-11-24' })
  })

  it('ends with the day before somebody is back, and still knows the days before', async () => {
    const person = await anna()
    await note(person, '2026-12-24')
    const back = at('2026-11-26T09:00')
    expect(await endAbsence(database().db, person, back)).toBe(true)
    expect(await awayOn(person, '2026-11-25')).toBe(true)
    expect(await awayOn(person, '2026-11-26')).toBe(false)
    expect(await endAbsence(database().db, person, back)).toBe(false)
  })

  it('never was, where somebody is back the same day', async () => {
    const person = await anna()
    await note(person, undefined)
    expect(await endAbsence(database().db, person, now + 60_000)).toBe(true)
    expect(await awayOn(person, '2026-11-23')).toBe(false)
    await note(person, '2026-11-23', now + 120_000)
    expect(await awayOn(person, '2026-11-23')).toBe(true)
  })

  it('does not call back somebody whose absence is over', async () => {
    const person = await anna()
    await note(person, '2026-11-24')
    expect(await endAbsence(database().db, person, at('2026-11-25T09:00'))).toBe(false)
    expect(await awayOn(person, '2026-11-24')).toBe(true)
  })

  it('goes by the calendar of each person', async () => {
    const workspace = await savedWorkspace(database().db)
    const here = await savedPerson(database().db, workspace, { slackId: 'UHERE', zone: 'Europe/Amsterdam' })
    const there = await savedPerson(database().db, workspace, { slackId: 'UTHERE', zone: 'Pacific/Auckland' })
    await note(here, '2026-11-23')
    await note(there, '2026-11-23')
    // 23 November, 20:00 in Amsterdam; 24 November, 08:00 in Auckland.
    expect(await whoIsAway(database().db, [here, there], at('2026-11-23T20:00'))).toEqual(new Set([here.id]))
  })
})
