import { describe, expect, it } from 'vitest'
import { findPlanned, plannedOf } from '../../../src/checkins/planning/store.ts'
import { latestVersion } from '../../../src/checkins/questions/version-store.ts'
import { checkInsOf } from '../../../src/checkins/store.ts'
import { turnOn } from '../../accounts/accounts.ts'
import { ids } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'
import { choose, manage, press, shownTo } from './menu.ts'
import { plan, theCheckIn } from './plan.ts'

const told = (day: TeamDay) => day.toldTo('anna')

async function pressBelow(day: TeamDay, button: string): Promise<void> {
  await day.person('anna').click(shownTo(day, 'anna'), button)
  await day.settle()
}

const list = async (day: TeamDay) => {
  await day.person('anna').command('/rondo checkin')
  await day.settle()
  return told(day)
}

const titles = (day: TeamDay) => day.roots().map((root) => day.read(root).split('\n')[0])

/** A second pair of teams that Anna leads, with channels of their own. */
async function addPartnership(day: TeamDay): Promise<void> {
  const first = await day.db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow()
  const second = { ...first, id: 'p2', name: 'Beta', work_start: '08:00', sales_channel_id: 'CMARKETING' }
  await day.db.insertInto('partnership').values(second).execute()
  const workspace_id = ids.workspace
  const member = { id: 'm2', workspace_id, partnership_id: 'p2', person_id: 'anna', side: 'sales' } as const
  await day.db
    .insertInto('membership')
    .values({ ...member, added_at: 1, removed_at: null })
    .execute()
  const role = {
    workspace_id,
    partnership_id: 'p2',
    side: 'sales',
    role: 'team_lead',
    person_id: 'anna',
    since: 1,
  } as const
  await day.db.insertInto('partnership_role').values(role).execute()
}

describe.each(sampled('checkins/planning/life'))('the life of a check-in, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('skips its next date, and holds it as usual where that is taken back in time', async () => {
    await manage(day(), 'anna', 'skip')
    expect(told(day())).toContain('Pipeline review is skipped on Monday 1 March.')
    expect(await list(day())).toContain('Next: Monday, 8 March 2027 9:00 and Monday, 15 March 2027 9:00')
    expect(told(day())).toContain('Monday 1 March is skipped.')
    await pressBelow(day(), 'checkins:as-usual')
    expect(told(day())).toContain('Pipeline review is held as usual: Monday, 1 March 2027 9:00.')
    await day().until('2027-03-01 09:01')
    expect(titles(day())).toEqual(['# Pipeline review: Monday 1 March'])
  })

  it('stays silent on a date that was skipped, and can no longer take it back once it has passed', async () => {
    await manage(day(), 'anna', 'skip')
    const skipped = shownTo(day(), 'anna')
    await day().until('2027-03-01 12:00')
    expect(day().roots()).toEqual([])
    await day().person('anna').click(skipped, 'checkins:as-usual')
    await day().settle()
    expect(told(day())).toContain('This date has passed by now, so nothing was changed.')
    await day().until('2027-03-08 09:01')
    expect(titles(day())).toEqual(['# Pipeline review: Monday 8 March'])
  })

  it('skips the date that was next when the list was shown, however often it is pressed', async () => {
    await list(day())
    const before = shownTo(day(), 'anna')
    await manage(day(), 'anna', 'skip')
    await choose(day(), 'anna', before, 'skip')
    expect(told(day())).toContain('is skipped on Monday 1 March.')
    expect(await list(day())).toContain('Next: Monday, 8 March 2027 9:00')
  })

  it('moves one date, and refuses a moment that would not do', async () => {
    await manage(day(), 'anna', 'move')
    const { errors } = await day().person('anna').submit({ date: '2027-03-09', time: '09:00' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('The date after it would be on the same day')])
    await day().person('anna').submit({ date: '2027-03-02', time: '14:30' })
    await day().settle()
    expect(day().read(day().person('anna').modal)).toContain('is moved to Tuesday, 2 March 2027 14:30.')
    expect(await list(day())).toContain('That of Monday 1 March is moved to Tuesday, 2 March 2027 14:30.')
    await day().until('2027-03-02 14:29')
    expect(day().roots()).toEqual([])
    await day().until('2027-03-02 14:31')
    expect(titles(day())).toEqual(['# Pipeline review: Tuesday 2 March'])
  })

  it('moves the meeting it serves, and opens one working day before it', async () => {
    const cadence = { kind: 'weekly', every: 1, weekdays: [3], anchor: '2027-03-01' } as const
    await plan(day(), { rule: { cadence, time: '14:00', opens: { workingDaysBefore: 1, time: '09:00' } } })
    expect(await list(day())).toContain('Next meeting: Wednesday, 3 March 2027 14:00; opens Tuesday, 2 March 2027 9:00')
    await manage(day(), 'anna', 'move')
    await day().person('anna').submit({ date: '2027-03-05', time: '10:00' })
    await day().until('2027-03-04 09:01')
    expect(titles(day())).toEqual(['# Pipeline review: Friday 5 March'])
    expect(day().read(day().roots()[0])).toContain('Answer until Friday, 5 March 2027 9:30.')
  })

  it('pauses, says so in the list, and goes on with the next date when it is resumed', async () => {
    await manage(day(), 'anna', 'pause')
    expect(told(day())).toContain('Pipeline review is paused')
    expect(await list(day())).toContain('Paused: no dates until it is resumed.')
    await day().until('2027-03-02 09:00')
    expect(day().roots()).toEqual([])
    await list(day())
    const before = shownTo(day(), 'anna')
    await manage(day(), 'anna', 'resume')
    expect(told(day())).toContain('Pipeline review is resumed. Next: Monday, 8 March 2027 9:00')
    await choose(day(), 'anna', before, 'resume')
    expect(told(day())).toContain('Pipeline review is not paused.')
    await day().until('2027-03-08 09:01')
    expect(titles(day())).toEqual(['# Pipeline review: Monday 8 March'])
  })

  it('ends: what is open can still be answered, nothing more comes, and it leaves the list', async () => {
    await day().until('2027-03-01 09:01')
    await list(day())
    const before = shownTo(day(), 'anna')
    const shown = await manage(day(), 'anna', 'edit')
    await day().person('anna').click('modal', 'checkins:end', { confirm: false })
    await day().settle()
    expect(await checkInsOf(day().db, ids.workspace, ids.partnership)).toHaveLength(1)
    await day().person('anna').click('modal', 'checkins:end')
    await day().settle()
    expect(day().read(day().person('anna').modal)).toContain('Pipeline review has ended.')
    expect(told(day())).toContain('There are no check-ins at the moment.')
    await day()
      .person('tom')
      .click(day().roots()[0] ?? shown, 'checkins:answer')
    await day().person('tom').nextModal('checkins:answer')
    await day().person('tom').submit({ deals: 'Vega' })
    await day().until('2027-03-02 10:00')
    expect(
      day()
        .replies(day().roots()[0] ?? raise())
        .map((reply) => day().read(reply))
        .join(),
    ).toContain('Vega')
    expect(await list(day())).toContain('There are no check-ins at the moment.')
    await choose(day(), 'anna', before, 'pause')
    expect(told(day())).toContain('This check-in has ended.')
    await day().until('2027-03-09 10:00')
    expect(day().roots()).toHaveLength(1)
    // The set-up is saved again: nothing starts anew.
    await day()
      .db.transaction()
      .execute(async (trx) => {
        const partnership = {
          id: ids.partnership,
          workspaceId: ids.workspace,
          name: 'Acme',
          language: 'en',
          zone: '',
        } as const
        for (const feature of day().features) await feature.partnershipSaved?.(trx, partnership, day().clock.now())
      })
    await day().until('2027-03-15 10:00')
    expect(day().roots()).toHaveLength(1)
  })

  it('cannot be run by an old button after it has ended', async () => {
    await list(day())
    const old = shownTo(day(), 'anna')
    await day().db.updateTable('schedule').set({ status: 'ended', next_slot: null, next_due_at: null }).execute()
    await day().person('anna').click(old, 'checkins:run')
    await day().settle()
    expect(told(day())).toContain('This check-in has ended.')
    expect(day().roots()).toEqual([])
  })

  it('is copied with its questions, cadence and settings, in the hours and channels of the other teams', async () => {
    await addPartnership(day())
    await plan(day(), { ownZone: true })
    const original = await theCheckIn(day())
    await manage(day(), 'anna', 'edit')
    await day().person('anna').click('modal', 'checkins:copy')
    await day().settle()
    await day().person('anna').submit({ to: 'Beta' })
    await day().settle()
    expect(day().read(day().person('anna').modal)).toContain(
      'Pipeline review now also runs in Beta. Next: Monday, 1 March',
    )
    const [copy] = await checkInsOf(day().db, ids.workspace, 'p2')
    expect(copy).toMatchObject({ template: 'pipeline-review', channelId: 'CSHARED', ownZone: true, answerHours: 8 })
    const questions = async (id = '') => (await latestVersion(day().db, ids.workspace, id))?.questions
    expect(await questions(copy?.id)).toEqual(await questions(original.id))
    const rules = await plannedOf(day().db, ids.workspace, [ids.partnership, 'p2'])
    expect(rules.map(({ rule }) => rule.cadence)).toEqual([rules[0]?.rule.cadence, rules[0]?.rule.cadence])
  })

  it('is not copied where what it asks about is off, and says what to turn on first', async () => {
    await addPartnership(day())
    await day().db.updateTable('check_in').set({ template: 'key-account-discussion' }).execute()
    await turnOn(day().db)
    const read = () => day().read(day().person('anna').modal)
    const opens = async () => {
      await manage(day(), 'anna', 'edit')
      await day().person('anna').click('modal', 'checkins:copy')
      await day().settle()
    }
    await opens()
    expect(read()).toMatch(/Key accounts: off in one other cooperation .* Turn it on first with \/rondo settings/)
    expect(day().person('anna').modal?.submit ?? null).toBeNull()
    await day().person('anna').close({ all: true })
    await turnOn(day().db, 'p2')
    await opens()
    expect(read()).not.toContain('Key accounts: off')
    await day().db.deleteFrom('partnership_part').where('partnership_id', '=', 'p2').execute()
    await day().person('anna').submit({ to: 'Beta' })
    expect(read()).toContain('Key accounts: off there by now.')
    expect(await checkInsOf(day().db, ids.workspace, 'p2')).toEqual([])
    await turnOn(day().db, 'p2')
    await day().person('anna').submit({ to: 'Beta' })
    await day().settle()
    expect(read()).toContain('now also runs in Beta')
  })
})

function raise(): never {
  throw new Error('No check-in has opened.')
}

describe('/rondo checkin', () => {
  const day = useTeamDay('sqlite')

  it('asks for which two teams a new one is where somebody leads several', async () => {
    await addPartnership(day())
    await press(day(), 'anna', 'checkins:new')
    expect(day().read(day().person('anna').modal)).toContain('For which two teams is the new check-in?')
    await day().person('anna').click('modal', 'checkins:new', { value: 'p2' })
    await day().settle()
    const offered = day().read(day().person('anna').modal)
    expect(offered).toContain('Content planning')
    // Parts of the product that are off say nothing.
    expect(offered).not.toContain('Key-account discussion')
    await day().person('anna').click('modal', 'checkins:template', { value: 'p2:content-planning' })
    await day().settle()
    expect(day().read(day().person('anna').modal)).toContain('for Beta')
  })

  it('moves with the channel it stands in, and with no other', async () => {
    const { id } = await theCheckIn(day())
    await day().db.updateTable('check_in').set({ channel: 'marketing', channel_id: 'CMARKETING' }).execute()
    await day().db.updateTable('partnership').set({ shared_channel_id: 'CSALES' }).execute()
    const saved = async () => {
      await day()
        .db.transaction()
        .execute(async (trx) => {
          const partnership = { id: 'p1', workspaceId: 'w1', name: 'Acme', language: 'en', zone: '' } as const
          for (const feature of day().features) await feature.partnershipSaved?.(trx, partnership, day().clock.now())
        })
      return (await findPlanned(day().db, ids.workspace, id))?.checkIn.channelId
    }
    expect(await saved()).toBe('CMARKETING')
    await day().db.updateTable('partnership').set({ marketing_channel_id: 'CSHARED' }).execute()
    expect(await saved()).toBe('CSHARED')
  })
})
