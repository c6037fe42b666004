import { describe, expect, it } from 'vitest'
import { insertGoal, lockGoals, openGoals } from '../../src/goals/store.ts'
import { at, ids, type Name, partnershipRef, people, personOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { sampled } from '../support/databases.ts'

async function turnOn({ db }: TeamDay) {
  await db
    .insertInto('partnership_part')
    .values({
      ...{ workspace_id: ids.workspace, partnership_id: ids.partnership, part: 'agreements' },
      ...{ turned_on_at: at('2027-02-01 09:00'), turned_on_by: 'anna' },
    })
    .execute()
}

const filled = { name: 'Meetings', unit: 'meetings', start: '10', target: '40', due: '2027-06-30' }

async function addGoal(day: TeamDay, name: Name, more: Record<string, string> = {}) {
  await day.person(name).command('/rondo goals')
  await day.settle()
  const list = day.person(name).ephemerals().at(-1)
  if (list) await day.person(name).click(list, 'goals:add')
  await day.person(name).nextModal('goals:save')
  const answer = await day.person(name).submit({ ...filled, ...more })
  await day.settle()
  return answer
}

async function update(day: TeamDay, name: Name, value: string) {
  await day.person(name).command('/rondo goals')
  await day.settle()
  const list = day.person(name).ephemerals().at(-1)
  if (list) await day.person(name).click(list, 'goals:number')
  await day.person(name).nextModal('goals:number')
  await day.person(name).submit({ value })
  await day.settle()
}

const goalsOf = (day: TeamDay) => openGoals(day.db, ids.partnership)
async function lines(day: TeamDay, name: Name): Promise<string[]> {
  const all = day.features.map((feature) => feature.nudges?.(day.db, personOf(name), day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().flatMap(({ id, title }) => (id.startsWith('goals:') ? [title] : []))
}

describe.each(sampled('goals/goals'))('a shared goal on %s', (engine) => {
  const day = useTeamDay(engine)
  const listOf = async (name: Name) => {
    await day().person(name).command('/rondo goals')
    await day().settle()
    return day().person(name).ephemerals().at(-1)
  }

  it('is off until a team lead turns it on', async () => {
    await day().person('tom').command('/rondo goals')
    await day().settle()
    expect(day().toldTo('tom')).toContain('not turned on in “Acme” yet')
  })

  it('stands in the check-in with its owners, and follows a new number in place', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { marketing_owner: 'UBRAM', sales_owner: 'UTOM' })
    await day().until('2027-03-01 09:00')
    const root = () => day().read(day().roots().at(-1))
    expect(root()).toContain('Meetings: 10 of 40 meetings')
    expect(root()).toContain('Bram (Marketing), Tom (Sales)')
    await update(day(), 'uma', '17.5')
    await day().until('2027-03-01 09:01')
    expect(root()).toContain('Meetings: 17.5 of 40 meetings')
    expect(root()).toContain('as of 1 March')
    expect(day().trouble).toEqual([])
  })

  it('is drawn over time from its second number on', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    const chart = async () => {
      const list = day().person('tom').ephemerals().at(-1)
      if (list) await day().person('tom').click(list, 'goals:chart')
      await day().settle()
      return JSON.stringify(day().person('tom').ephemerals().at(-1)?.blocks)
    }
    await day().person('tom').command('/rondo goals')
    await day().settle()
    expect(await chart()).toContain('There is one number so far.')
    await day().until('2027-03-02 10:00')
    await update(day(), 'tom', '12')
    await day().person('tom').command('/rondo goals')
    await day().settle()
    expect(await chart()).toContain('data_visualization')
  })

  it('shows its numbers in a table where Slack draws no charts yet', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    await day().until('2027-03-02 10:00')
    await update(day(), 'tom', '12')
    await day().person('tom').command('/rondo goals')
    await day().settle()
    const list = day().person('tom').ephemerals().at(-1)
    const charts = (args: object) => JSON.stringify(args).includes('data_visualization')
    day().slack.fault({ kind: 'error', error: 'invalid_blocks', when: charts })
    if (list) await day().person('tom').click(list, 'goals:chart')
    await day().settle()
    const table = day().person('tom').ephemerals().at(-1)
    expect(JSON.stringify(table?.blocks)).toContain('"table"')
    await day().until('2027-03-02 11:00')
    if (table) await day().person('tom').click(table, 'goals:number')
    await day().person('tom').nextModal('goals:number')
    await day().person('tom').submit({ value: '13' })
    await day().settle()
    expect(day().toldTo('tom')).toContain('Meetings: 13 of 40 meetings')
  })

  it('has its new number in the list and the chart that it was given from', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    const shown = () =>
      day()
        .person('tom')
        .ephemerals()
        .map((one) => day().slack.plain(one))
    expect(shown()).toEqual([expect.stringContaining('Meetings: 10 of 40 meetings')])
    await update(day(), 'tom', '12')
    const [, list] = day().person('tom').ephemerals()
    expect(shown()[1]).toContain('Meetings: 12 of 40 meetings')
    if (list) await day().person('tom').click(list, 'goals:chart')
    await day().settle()
    const chart = day().person('tom').ephemerals().at(-1)
    await day().until('2027-03-01 08:00')
    if (chart) await day().person('tom').click(chart, 'goals:number')
    await day().person('tom').nextModal('goals:number')
    await day().person('tom').submit({ value: '13' })
    await day().settle()
    expect(shown()).toHaveLength(3)
    expect(shown()[2]).toContain('Meetings: 13 of 40 meetings')
    expect(day().trouble).toEqual([])
  })

  it('is one of five at most, however many are added at one moment', async () => {
    await turnOn(day())
    const add = (name: string) =>
      day()
        .db.transaction()
        .execute(async (trx) => {
          await lockGoals(trx, ids.partnership)
          if ((await openGoals(trx, ids.partnership)).length >= 5) return
          const where = { workspaceId: ids.workspace, partnershipId: ids.partnership, from: '2027-03-01', by: 'tom' }
          await insertGoal(trx, where, { name, unit: '', start: 0, target: 1, due: '2027-06-30', owners: {} }, 1)
        })
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(add))
    expect(await goalsOf(day())).toHaveLength(5)
    await day().person('tom').command('/rondo goals')
    await day().settle()
    const list = day().person('tom').ephemerals().at(-1)
    if (list) await day().person('tom').click(list, 'goals:add')
    await day().settle()
    expect(day().toldTo('tom')).toContain('There are five shared goals already.')
  })

  it('says under each field what cannot be', async () => {
    await turnOn(day())
    const answer = await addGoal(day(), 'tom', {
      target: '10',
      due: '2027-02-01',
      sales_owner: 'UBRAM',
    })
    expect(JSON.stringify(answer)).toContain('They are not in Sales of Acme.')
    const again = await day()
      .person('tom')
      .submit({ ...filled, target: '10', due: '2027-02-01', sales_owner: 'UTOM' })
    expect(JSON.stringify(again)).toContain('The target is where you are already.')
    expect(JSON.stringify(again)).toContain('That day has passed.')
    expect(await goalsOf(day())).toEqual([])
  })

  it('is changed and closed by its owners and the team leads, and updated by anybody', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UUMA' })
    const list = await listOf('uma')
    await day().db.updateTable('goal_owner').set({ person_id: 'tom' }).execute()
    if (list) await day().person('uma').click(list, 'goals:end')
    await day().settle()
    expect(day().toldTo('uma')).toContain('The owners of this goal and the team leads can change it.')
    await day().person('sofie').command('/rondo goals')
    await day().settle()
    const theirs = day().person('sofie').ephemerals().at(-1)
    if (theirs) await day().person('sofie').click(theirs, 'goals:end')
    await day().person('sofie').nextModal('goals:end')
    const refused = await day().person('sofie').submit({ how: 'stopped' })
    expect(JSON.stringify(refused)).toContain('Say in a few words why you stop.')
    await day().person('sofie').submit({ how: 'stopped', reason: 'The fair was cancelled.' })
    await day().settle()
    expect(await goalsOf(day())).toEqual([])
  })

  it('without owner is changed and closed by whoever added it and the team leads', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    const list = await listOf('tom')
    if (list) await day().person('tom').click(list, 'goals:edit')
    await day().person('tom').nextModal('goals:save')
    await day()
      .person('tom')
      .submit({ ...filled, target: '50' })
    await day().settle()
    expect(await goalsOf(day())).toMatchObject([{ target: 50, owners: {} }])
    await day().db.updateTable('goal').set({ created_by: 'uma' }).execute()
    if (list) await day().person('tom').click(list, 'goals:end')
    await day().settle()
    expect(day().toldTo('tom')).toContain('This goal has no owner: whoever added it and the team leads can change it.')
  })

  it('shows what changes it only to those who may', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    const offered = async () => {
      const mayChange: Name[] = []
      for (const name of people) {
        const blocks = JSON.stringify((await listOf(name))?.blocks)
        expect(blocks).toContain('"goals:number"')
        const [edits, ends] = [blocks.includes('"goals:edit"'), blocks.includes('"goals:end"')]
        expect(edits).toBe(ends)
        if (edits) mayChange.push(name)
      }
      return mayChange
    }
    expect(await offered()).toEqual(['anna', 'sofie', 'tom'])
    const [goal] = await goalsOf(day())
    await day()
      .db.insertInto('goal_owner')
      .values({
        ...{ workspace_id: ids.workspace, goal_id: goal?.id ?? '', side: 'sales', person_id: 'uma', since: 1 },
        inherited_from: null,
      })
      .execute()
    expect(await offered()).toEqual(['anna', 'sofie', 'uma'])
  })

  it('asks its owners how it ended once its date has passed, and only them', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM', due: '2027-03-02' })
    await day().until('2027-03-02 09:01')
    expect(await lines(day(), 'tom')).toEqual([])
    await day().until('2027-03-03 09:01')
    expect(await lines(day(), 'tom')).toEqual(['Shared goal *Meetings* was due 2 March. How did it end?'])
    expect(await lines(day(), 'uma')).toEqual([])
    expect(await lines(day(), 'anna')).toEqual([])
  })

  it('goes to the successor of who left, who is told until they keep it', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM', marketing_owner: 'UBRAM' })
    const left = {
      person: personOf('tom'),
      partnershipId: ids.partnership,
      side: 'sales' as const,
      successorId: 'sofie',
    }
    for (const feature of day().features) {
      await day()
        .db.transaction()
        .execute(async (trx) => feature.personLeft?.(trx, left, day().clock.now()))
    }
    expect(await lines(day(), 'sofie')).toEqual(['Shared goal *Meetings* is yours now: Tom has left'])
    expect((await goalsOf(day()))[0]?.owners.marketing?.name).toBe('Bram')
    await day().until('2027-03-01 09:01')
    const [gathered] = day().person('sofie').directMessages()
    if (gathered) await day().person('sofie').click(gathered, 'goals:keep')
    await day().settle()
    expect(await lines(day(), 'sofie')).toEqual([])
    expect((await goalsOf(day()))[0]?.owners.sales?.name).toBe('Sofie')
  })

  it('is a figure where its number changed since last time, and a section of Home', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    const since = day().clock.now()
    await day().until('2027-03-02 10:00')
    await update(day(), 'tom', '12')
    const period = { since, until: day().clock.now() }
    const all = day().features.map((feature) => feature.figures?.(day().db, partnershipRef(), period) ?? [])
    expect((await Promise.all(all)).flat()).toContain('*Meetings*: 10 → 12 of 40 meetings')
    day().person('uma').openHome()
    await day().settle()
    expect(day().read(day().person('uma').home)).toContain('# Shared goals\nMeetings: 12 of 40 meetings')
  })

  const opensForm = async (name: Name, what: 'edit' | 'end' | 'number') => {
    await day().person(name).command('/rondo goals')
    await day().settle()
    const list = day().person(name).ephemerals().at(-1)
    if (list) await day().person(name).click(list, `goals:${what}`)
    await day()
      .person(name)
      .nextModal(what === 'edit' ? 'goals:save' : `goals:${what}`)
  }

  it('is not changed from a form that no longer shows how it stands', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM' })
    await opensForm('tom', 'edit')
    await opensForm('sofie', 'edit')
    await day()
      .person('sofie')
      .submit({ ...filled, target: '50' })
    const late = await day()
      .person('tom')
      .submit({ ...filled, name: 'Visits' })
    expect(JSON.stringify(late)).toContain('Somebody else changed this goal meanwhile.')
    expect(await goalsOf(day())).toMatchObject([{ name: 'Meetings', target: 50 }])
    await opensForm('sofie', 'edit')
    await day()
      .person('sofie')
      .submit({ ...filled, target: '50', name: 'Visits' })
    expect(await goalsOf(day())).toMatchObject([{ name: 'Visits' }])
  })

  it('takes no number and no second end where it was closed since the form was opened', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM' })
    await opensForm('uma', 'number')
    await opensForm('tom', 'end')
    await opensForm('sofie', 'end')
    await day().person('sofie').submit({ how: 'reached' })
    for (const late of [
      await day().person('tom').submit({ how: 'stopped', reason: 'No' }),
      await day().person('uma').submit({ value: '20' }),
    ])
      expect(JSON.stringify(late)).toContain('This goal has been closed in the meantime.')
    expect(await day().db.selectFrom('goal_number').selectAll().execute()).toEqual([])
  })

  it('is not kept by somebody whose it is not any more', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM', marketing_owner: 'UBRAM' })
    const { db } = day()
    await db
      .updateTable('goal_owner')
      .set({ person_id: 'sofie', inherited_from: 'tom' })
      .where('side', '=', 'sales')
      .execute()
    await day().until('2027-03-01 09:01')
    const [gathered] = day().person('sofie').directMessages()
    await db.updateTable('goal_owner').set({ person_id: 'uma' }).where('side', '=', 'sales').execute()
    if (gathered) await day().person('sofie').click(gathered, 'goals:keep')
    await day().settle()
    expect(day().toldTo('sofie')).toContain('Meetings is not yours any more.')
    expect(await lines(day(), 'uma')).toEqual(['Shared goal *Meetings* is yours now: Tom has left'])
  })

  it('that came to somebody who had the other side of it already is told all the same', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom', { sales_owner: 'UTOM', marketing_owner: 'UBRAM' })
    const { db } = day()
    await db
      .updateTable('goal_owner')
      .set({ person_id: 'tom', inherited_from: 'bram' })
      .where('side', '=', 'sales')
      .execute()
    await db.updateTable('goal_owner').set({ person_id: 'tom' }).where('side', '=', 'marketing').execute()
    expect(await lines(day(), 'tom')).toEqual(['Shared goal *Meetings* is yours now: Bram has left'])
  })

  it('is drawn anew in the Home of whoever looks, of both teams', async () => {
    await turnOn(day())
    await addGoal(day(), 'tom')
    day().person('bram').openHome()
    await day().settle()
    await update(day(), 'uma', '22')
    await day().until('2027-03-01 08:05')
    expect(day().read(day().person('bram').home)).toContain('Meetings: 22 of 40 meetings')
  })
})
