import { describe, expect, it } from 'vitest'
import { claimHomes, nextPublishing, postpone, saveOpened } from '../../src/home/store.ts'
import { homeActed, homesChanged } from '../../src/platform/home-views.ts'
import { at, personOf, saveTwoTeams } from '../actions/two-teams.ts'
import { useTeamDay } from '../checkins/team-day.ts'
import { engines, useDatabase } from '../support/databases.ts'

const now = at('2027-03-01 09:00')
const seconds = (count: number) => now + count * 1000
const anna = personOf('anna')

describe.each(engines)('when a Home is drawn again, on %s', (engine) => {
  const database = useDatabase(engine)
  const changed = (instant: number, names: string[] = ['anna']) =>
    database()
      .db.transaction()
      .execute((trx) => homesChanged(trx, names, instant))

  it('is never for somebody who has not opened it', async () => {
    await saveTwoTeams(database().db)
    await changed(now)
    await homeActed(database().db, 'anna', now)
    expect(await nextPublishing(database().db, now)).toBeUndefined()
  })

  it('is half a minute after it was last drawn, however much changes meanwhile', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    await saveOpened(db, anna, now)
    await changed(seconds(5))
    await changed(seconds(20))
    expect(await nextPublishing(db, seconds(20))).toBe(seconds(30))
    expect(await claimHomes(db, seconds(29))).toEqual([])
    expect(await claimHomes(db, seconds(30))).toEqual(['anna'])
    expect(await nextPublishing(db, seconds(30))).toBeUndefined()
  })

  it('is at once where nothing was drawn for long, and not at all ten minutes after it was opened', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    await saveOpened(db, anna, now)
    await changed(seconds(599))
    expect(await nextPublishing(db, seconds(599))).toBe(seconds(599))
    await claimHomes(db, seconds(599))
    await changed(seconds(600))
    expect(await nextPublishing(db, seconds(600))).toBeUndefined()
  })

  it('is at once after what somebody did themselves', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    await saveOpened(db, anna, now)
    await changed(seconds(1))
    await homeActed(db, 'anna', seconds(2))
    expect(await claimHomes(db, seconds(2))).toEqual(['anna'])
  })

  it('is by one of several replicas', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    await saveOpened(db, anna, now)
    await homeActed(db, 'anna', now)
    const claims = await Promise.all([claimHomes(db, now), claimHomes(db, now), claimHomes(db, now)])
    expect(claims.flat()).toEqual(['anna'])
  })

  it('is later where Slack would not take it now', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    await saveOpened(db, anna, now)
    await homeActed(db, 'anna', now)
    await claimHomes(db, now)
    await postpone(db, 'anna', seconds(20))
    expect(await nextPublishing(db, now)).toBe(seconds(20))
  })

  it('is for fifty in a minute at most', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    const many = Array.from({ length: 60 }, (_, n) => `p${n}`)
    const { id: _, ...row } = await db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', 'anna')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('person')
      .values(many.map((id) => ({ ...row, id, slack_id: `U${id}` })))
      .execute()
    for (const id of many) await saveOpened(db, { ...anna, id }, now - 120_000)
    await changed(now, many)
    const drawn: string[] = []
    for (let second = 0; second < 59; second++) drawn.push(...(await claimHomes(db, seconds(second))))
    expect(drawn).toHaveLength(50)
    const next = await nextPublishing(db, seconds(59))
    expect(next).toBe(seconds(60))
    for (let second = 60; second < 80; second++) drawn.push(...(await claimHomes(db, seconds(second))))
    expect(new Set(drawn).size).toBe(60)
  })
})

describe('App Home, while somebody looks at it', () => {
  const day = useTeamDay('sqlite')

  it('follows what they do elsewhere', async () => {
    await day().until('2027-03-01 09:00')
    day().person('tom').openHome()
    await day().settle()
    expect(day().read(day().person('tom').home)).toContain('is waiting for your answers')
    const [gathered] = day().person('tom').directMessages()
    if (gathered) await day().person('tom').click(gathered, 'checkins:skip')
    await day().settle()
    expect(day().read(day().person('tom').home)).toContain('Nothing is waiting for you.')
  })

  it('follows what comes by itself', async () => {
    await day().until('2027-03-01 08:55')
    day().person('tom').openHome()
    await day().settle()
    expect(day().read(day().person('tom').home)).toContain('Nothing is waiting for you.')
    await day().until('2027-03-01 09:01')
    expect(day().read(day().person('tom').home)).toContain('is waiting for your answers')
    expect(day().trouble).toEqual([])
  })
})
