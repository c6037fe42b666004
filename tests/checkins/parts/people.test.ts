import { describe, expect, it } from 'vitest'
import { partsIn, saveParts } from '../../../src/checkins/parts-store.ts'
import { ids, type Name, slackIdOf } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { door, enter } from '../questions/door.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'

const idOf = async (day: TeamDay): Promise<string> =>
  (await day.db.selectFrom('check_in').select('id').executeTakeFirstOrThrow()).id

async function choose(day: TeamDay, by: Name, optional: string[], observer: string[]) {
  await enter(day, by, 'checkins:people')
  const submission = await day
    .person(by)
    .submit({ optional: optional.map(slackIdOf), observer: observer.map(slackIdOf) })
  await day.settle()
  return submission
}

describe.each(sampled('checkins/parts/people'))('who takes part in a check-in, on %s', (engine) => {
  const day = useTeamDay(engine, 'en', [door])

  it('is chosen by a team lead, and shown when it is opened again', async () => {
    expect(await partsIn(day().db, await idOf(day()))).toEqual(new Map())
    await choose(day(), 'anna', ['bram', 'tom'], ['uma'])
    const chosen = new Map([
      ['bram', 'optional'],
      ['tom', 'optional'],
      ['uma', 'observer'],
    ])
    expect(await partsIn(day().db, await idOf(day()))).toEqual(chosen)
    await enter(day(), 'sofie', 'checkins:people')
    const shown = JSON.stringify(day().person('sofie').modal?.blocks)
    expect(shown).toContain('"initial_users":["UBRAM","UTOM"]')
    expect(shown).toContain('"initial_users":["UUMA"]')
    await choose(day(), 'sofie', [], ['tom'])
    expect(await partsIn(day().db, await idOf(day()))).toEqual(new Map([['tom', 'observer']]))
    expect(day().trouble).toEqual([])
  })

  it('changes nothing in other check-ins', async () => {
    const { db } = day()
    const first = await db.selectFrom('check_in').selectAll().executeTakeFirstOrThrow()
    const schedule = await db.selectFrom('schedule').selectAll().executeTakeFirstOrThrow()
    await db
      .insertInto('schedule')
      .values({ ...schedule, id: 'other' })
      .execute()
    await db
      .insertInto('check_in')
      .values({ ...first, id: 'another', schedule_id: 'other' })
      .execute()
    const save = (id: string, person: string) =>
      db
        .transaction()
        .execute((trx) => saveParts(trx, { id, workspaceId: ids.workspace }, new Map([[person, 'observer']])))
    await save('another', 'tom')
    await save(first.id, 'uma')
    expect(await partsIn(db, 'another')).toEqual(new Map([['tom', 'observer']]))
  })
})

describe('who takes part in a check-in', () => {
  const day = useTeamDay('sqlite', 'nl', [door])

  it.each([
    ['somebody of neither team', ['victor'], [], 'optional', 'Iemand hier zit niet in Acme'],
    ['somebody in both lists', ['tom'], ['tom'], 'observer', 'Tom: kies een van de twee'],
    [
      'everybody observing',
      [],
      ['anna', 'bram', 'sofie', 'tom', 'uma'],
      'observer',
      'niemand over om het aan te vragen',
    ],
  ])('cannot be %s', async (_, optional, observer, field, words) => {
    const { errors } = await choose(day(), 'anna', optional, observer)
    expect(errors).toEqual({ [field]: expect.stringContaining(words) })
    expect(await partsIn(day().db, await idOf(day()))).toEqual(new Map())
  })

  it('is for team leads to choose', async () => {
    await enter(day(), 'uma', 'checkins:people')
    expect(day().person('uma').modal).toBeUndefined()
    expect(day().toldTo('uma')).toContain('Sofie')
  })
})
