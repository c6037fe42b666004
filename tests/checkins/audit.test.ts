import { describe, expect, it } from 'vitest'
import { actionOf } from '../../src/checkins/planning/fields.ts'
import { ids, slackIdOf } from '../actions/two-teams.ts'
import { manage, press } from './planning/menu.ts'
import { theCheckIn } from './planning/plan.ts'
import { door, enter } from './questions/door.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

async function noted({ db }: TeamDay) {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute()
  return rows.map(({ what, about, person_id, workspace_id }) => {
    expect([person_id, workspace_id]).toEqual(['anna', ids.workspace])
    return { what, about: JSON.parse(about) }
  })
}

async function clicks(day: TeamDay, button: string, options: { value?: string } = {}): Promise<void> {
  await day.person('anna').click('modal', button, options)
  await day.settle()
}

async function submits(day: TeamDay, values: Record<string, string | string[]> = {}): Promise<void> {
  await day.person('anna').submit(values)
  await day.settle()
}

async function startsNew(day: TeamDay): Promise<void> {
  await press(day, 'anna', 'checkins:new')
  await clicks(day, 'checkins:template', { value: `${ids.partnership}:win-loss-review` })
  await submits(day)
}

async function copies(day: TeamDay): Promise<void> {
  const { db } = day
  const first = await db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow()
  await db
    .insertInto('partnership')
    .values({ ...first, id: 'p2', name: 'Beta', sales_channel_id: 'CMARKETING' })
    .execute()
  const anna = { workspace_id: ids.workspace, partnership_id: 'p2', person_id: 'anna', side: 'sales' } as const
  await db
    .insertInto('membership')
    .values({ ...anna, id: 'm2', added_at: 1, removed_at: null })
    .execute()
  await db
    .insertInto('partnership_role')
    .values({ ...anna, role: 'team_lead', since: 1 })
    .execute()
  await manage(day, 'anna', 'edit')
  await clicks(day, 'checkins:copy')
  await submits(day, { to: 'Beta' })
}

async function edits(day: TeamDay): Promise<void> {
  await manage(day, 'anna', 'edit')
  await day.person('anna').choose(actionOf('time'), '11:00')
  await day.settle()
  await submits(day, { name: 'Midweek', channel: 'sales' })
}

async function removesQuestion(day: TeamDay): Promise<void> {
  await enter(day, 'anna', 'checkins:questions')
  const { id } = await theCheckIn(day)
  await clicks(day, 'checkins:remove-question', { value: `${id}:heard` })
}

async function choosesPeople(day: TeamDay): Promise<void> {
  await enter(day, 'anna', 'checkins:people')
  await submits(day, { optional: ['bram', 'tom'].map(slackIdOf), observer: [slackIdOf('uma')] })
}

async function moves(day: TeamDay): Promise<void> {
  await manage(day, 'anna', 'move')
  await submits(day, { date: '2027-03-02', time: '14:30' })
}

async function ends(day: TeamDay): Promise<void> {
  await manage(day, 'anna', 'edit')
  await clicks(day, 'checkins:end')
}

const monday = { date: '2027-03-01' }

describe('the audit list of check-ins', () => {
  const day = useTeamDay('sqlite', 'en', [door])

  it.each<[string, (day: TeamDay) => Promise<unknown>, object]>([
    ['checkins:changed', edits, { name: 'Midweek', channel: 'CSALES', time: '11:00' }],
    ['checkins:questions-changed', removesQuestion, { version: 2, removed: 'heard' }],
    ['checkins:people-changed', choosesPeople, { optional: 'bram tom', observer: 'uma' }],
    ['checkins:date-skipped', (there) => manage(there, 'anna', 'skip'), monday],
    ['checkins:date-moved', moves, { ...monday, to: '2027-03-02 14:30' }],
    ['checkins:paused', (there) => manage(there, 'anna', 'pause'), {}],
    ['checkins:ended', ends, {}],
  ])('notes %s', async (what, does, about) => {
    const { id: checkIn } = await theCheckIn(day())
    await does(day())
    expect(await noted(day())).toEqual([{ what, about: { partnership: ids.partnership, checkIn, ...about } }])
  })

  it('notes what is new with all that was chosen', async () => {
    await startsNew(day())
    const [{ what, about } = raise(), ...more] = await noted(day())
    expect(more).toEqual([])
    expect(what).toBe('checkins:made')
    expect(about).toMatchObject({ partnership: ids.partnership, template: 'win-loss-review', channel: 'CSHARED' })
    expect(Object.keys(about)).toContain('cadence')
  })

  it('notes what was copied, from where', async () => {
    const { id } = await theCheckIn(day())
    await copies(day())
    expect(await noted(day())).toEqual([
      { what: 'checkins:copied', about: { partnership: 'p2', checkIn: expect.any(String), from: id } },
    ])
  })

  it('notes what is taken back and goes on', async () => {
    await manage(day(), 'anna', 'skip')
    const told = day().person('anna').ephemerals().at(-1) ?? raise()
    await day().person('anna').click(told, 'checkins:as-usual')
    await day().settle()
    await manage(day(), 'anna', 'pause')
    await manage(day(), 'anna', 'resume')
    // All at one moment, so in no order.
    expect((await noted(day())).map(({ what }) => what).toSorted()).toEqual([
      'checkins:date-as-usual',
      'checkins:date-skipped',
      'checkins:paused',
      'checkins:resumed',
    ])
  })

  it('notes nothing where nothing changed, and nothing that was refused', async () => {
    await manage(day(), 'anna', 'edit')
    await submits(day())
    await enter(day(), 'anna', 'checkins:people')
    await submits(day())
    await manage(day(), 'anna', 'move')
    await submits(day(), { date: '2027-03-09', time: '09:00' })
    expect(await noted(day())).toEqual([])
  })
})

function raise(): never {
  throw new Error('Nothing is there.')
}
