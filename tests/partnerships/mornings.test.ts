import { type SqlBool, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { begun, findMember, nextStart } from '../../src/partnerships/index.ts'
import { hasMessage, plan } from '../../src/platform/delivery/gathered/store.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership, takenOff } from './partnerships.ts'

describe.each(engines)('mornings on %s', (engine) => {
  const database = useDatabase(engine)

  /** Anna in Amsterdam, Liam in London, Gone who left; one partnership. */
  async function team(said: Parameters<typeof savedPartnership>[2] = {}) {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const anna = await savedPerson(db, workspace, { slackId: 'UANNA' })
    const liam = await savedPerson(db, workspace, { slackId: 'ULIAM', zone: 'Europe/London' })
    const gone = await savedPerson(db, workspace, { slackId: 'UGONE', deactivated: true, zone: 'Asia/Tokyo' })
    const north = await savedPartnership(db, workspace.id, said)
    await joined(db, north, anna, 'marketing')
    await joined(db, north, liam, 'sales')
    await joined(db, north, gone, 'sales')
    return { db, workspace, anna, liam, north }
  }
  const whoBegan = async (when: string) =>
    (await begun(database().db, at(when))).map(({ person, date }) => `${person.name} ${date}`).toSorted()

  it.each([
    ['2026-11-23T08:59', []],
    ['2026-11-23T09:00', ['anna 2026-11-23']],
    ['2026-11-23T10:00', ['anna 2026-11-23', 'liam 2026-11-23']],
    ['2026-11-23T17:30', ['liam 2026-11-23']],
    ['2026-11-23T18:00', []],
    ['2026-11-28T10:30', []],
    ['2026-12-25T10:30', []],
  ])('at %s the day of %s has begun', async (when, expected) => {
    await team()
    expect(await whoBegan(when)).toEqual(expected)
  })

  it.each([
    ['2026-11-23T08:00', '2026-11-23T09:00'],
    ['2026-11-23T09:00', '2026-11-23T10:00'],
    ['2026-11-23T10:00', '2026-11-24T09:00'],
    ['2026-11-27T12:00', '2026-11-30T09:00'],
    ['2026-12-24T12:00', '2026-12-28T09:00'],
  ])('after %s the next day to start does so at %s', async (now, next) => {
    await team()
    expect(await nextStart(database().db, at(now))).toBe(at(next))
  })

  it('leaves out who is away', async () => {
    const { db, anna } = await team()
    await db.transaction().execute((trx) => setAway(trx, anna, '2026-11-24', at('2026-11-23T08:00')))
    expect(await whoBegan('2026-11-24T10:30')).toEqual(['liam 2026-11-24'])
    expect(await whoBegan('2026-11-25T10:30')).toEqual(['anna 2026-11-25', 'liam 2026-11-25'])
  })

  it('has somebody of two partnerships once, from the first that works that day', async () => {
    const { db, workspace, anna } = await team({ workingDays: [1] })
    const south = await savedPartnership(db, workspace.id, { workingDays: [2] })
    await joined(db, south, anna, 'sales')
    expect(await whoBegan('2026-11-23T10:30')).toEqual(['anna 2026-11-23', 'liam 2026-11-23'])
    expect(await whoBegan('2026-11-24T10:30')).toEqual(['anna 2026-11-24'])
  })

  it('tells of one person alone what it tells of them among all', async () => {
    const { db, workspace, liam } = await team()
    const beganAlone = async (when: string, workspaceId: string) =>
      (await begun(db, at(when), { workspaceId, slackId: liam.slackId })).map(({ person }) => person.id)
    expect(await beganAlone('2026-11-23T10:30', workspace.id)).toEqual([liam.id])
    expect(await beganAlone('2026-11-23T09:30', workspace.id)).toEqual([])
    expect(await beganAlone('2026-11-23T10:30', 'another')).toEqual([])
  })

  it('leaves out whom a condition names on their date, and nobody whom it names on another', async () => {
    const { db } = await team()
    const unless = (date: string) => sql<SqlBool>`(person.slack_id = 'UANNA' and ${date} = '2026-11-23')`
    const left = async (when: string) =>
      (await begun(db, at(when), undefined, unless)).map(({ person }) => person.name).toSorted()
    expect(await left('2026-11-23T10:30')).toEqual(['liam'])
    expect(await left('2026-11-24T10:30')).toEqual(['anna', 'liam'])
  })

  it('leaves out who has their gathered message of that date', async () => {
    const { db, workspace, anna } = await team()
    const left = async (when: string) =>
      (await begun(db, at(when), undefined, hasMessage)).map(({ person }) => person.name).toSorted()
    const morning = { person: anna, date: '2026-11-23' }
    await db.transaction().execute((trx) => plan(trx, morning, at('2026-11-23T09:00')))
    const elsewhere = { person: { ...anna, workspaceId: (await savedWorkspace(db, 'T2')).id }, date: '2026-11-24' }
    await db.transaction().execute((trx) => plan(trx, elsewhere, at('2026-11-24T09:00')))
    expect(await left('2026-11-23T10:30')).toEqual(['liam'])
    expect(await left('2026-11-24T10:30')).toEqual(['anna', 'liam'])
    expect(workspace.id).not.toBe(elsewhere.person.workspaceId)
  })

  it('leaves out the own days off of the partnership they are in, and of no other', async () => {
    const { db, workspace, north } = await team()
    const south = await savedPartnership(db, workspace.id)
    const tom = await savedPerson(db, workspace, { slackId: 'UTOM' })
    await joined(db, south, tom, 'sales')
    await db
      .insertInto('day_off')
      .values({ workspace_id: workspace.id, partnership_id: north.id, date: '2026-11-23', name: '' })
      .execute()
    expect(await whoBegan('2026-11-23T10:30')).toEqual(['tom 2026-11-23'])
  })

  it('has admins who are in no team, in their own zone by the hours of the partnerships of their workspace', async () => {
    const { db, workspace, anna, north } = await team()
    const tokyo = { zone: 'Asia/Tokyo', admin: true }
    const ria = await savedPerson(db, workspace, { ...tokyo, slackId: 'URIA' })
    await savedPerson(db, workspace, { ...tokyo, slackId: 'UGUEST', kind: 'guest' })
    await savedPerson(db, workspace, { ...tokyo, slackId: 'UQUIT', deactivated: true })
    await savedPerson(db, workspace, { zone: 'Asia/Tokyo', slackId: 'UIDA' })
    await savedPerson(db, await savedWorkspace(db, 'T2'), { ...tokyo, slackId: 'UELSE' })
    await db.updateTable('person').set({ admin: 1 }).where('id', '=', anna.id).execute()
    expect(await whoBegan('2026-11-23T00:59')).toEqual([])
    expect(await whoBegan('2026-11-23T01:00')).toEqual(['ria 2026-11-23'])
    expect(await whoBegan('2026-11-23T09:30')).toEqual(['anna 2026-11-23'])
    expect(await nextStart(db, at('2026-11-23T18:00'))).toBe(at('2026-11-24T01:00'))
    expect((await findMember(db, ria))?.id).toBe(ria.id)

    await savedPartnership(db, workspace.id)
    await joined(db, north, ria, 'sales')
    await takenOff(db, north, ria, at('2026-11-23T00:30'))
    expect(await whoBegan('2026-11-23T01:00')).toEqual(['ria 2026-11-23'])
  })

  it('has an admin who is in a team by the hours of that one alone', async () => {
    const { db, workspace } = await team()
    const tuesdays = await savedPartnership(db, workspace.id, { workingDays: [2] })
    const ria = await savedPerson(db, workspace, { slackId: 'URIA', admin: true })
    await joined(db, tuesdays, ria, 'sales')
    expect(await whoBegan('2026-11-23T09:30')).toEqual(['anna 2026-11-23'])
    expect(await whoBegan('2026-11-24T09:30')).toEqual(['anna 2026-11-24', 'ria 2026-11-24'])
  })

  it('has none, and none to wait for, where there is nobody', async () => {
    const { db } = database()
    await savedPartnership(db, (await savedWorkspace(db)).id)
    expect(await nextStart(db, at('2026-11-23T08:00'))).toBeUndefined()
    expect(await whoBegan('2026-11-23T10:30')).toEqual([])
  })
})
