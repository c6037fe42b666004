import { describe, expect, it } from 'vitest'
import { insertAction } from '../../src/actions/change-store.ts'
import { toLocal } from '../../src/calendar/wall-time.ts'
import { checkInsOf, findRule, insertCheckIn } from '../../src/checkins/store.ts'
import { templates } from '../../src/checkins/templates/all.ts'
import { saveSchedule } from '../../src/platform/delivery/schedules.ts'
import { at, ids, type Name } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'

const zone = 'Europe/Amsterdam'
const now = at('2027-02-26 12:00')

/** Leads, feedback and a pulse are not built yet: actions, which speak by the same rules, stand for them. */
async function busyWeek(day: TeamDay): Promise<void> {
  await day.db.transaction().execute(async (trx) => {
    const owed = [
      ...Array.from({ length: 6 }, (_, n) => [`Follow up lead ${n}`, '2027-02-22'] as const),
      ...Array.from({ length: 3 }, (_, n) => [`Answer feedback ${n}`, `2027-03-0${n + 2}`] as const),
      ['Answer the pulse', '2027-03-05'] as const,
    ]
    for (const [text, dueDate] of owed) {
      const where = { workspaceId: ids.workspace, partnershipId: ids.partnership, occurrenceId: undefined }
      await insertAction(trx, { ...where, text, ownerId: 'tom', dueDate, by: 'anna' }, now)
    }
    const [first] = await checkInsOf(trx, ids.workspace, ids.partnership)
    const rule = first && (await findRule(trx, first.scheduleId))
    if (!first || !rule) throw new Error('There is no check-in')
    const cadence = { kind: 'weekly', every: 1, weekdays: [3], anchor: '2027-03-01' } as const
    const schedule = { id: 's2', workspaceId: ids.workspace, kind: 'checkins:occurrence' }
    await saveSchedule(trx, { ...schedule, rule: { ...rule, cadence } }, now)
    const second = { ...first, id: 'c2', scheduleId: 's2', template: 'content-planning' }
    await insertCheckIn(trx, second, templates['content-planning']?.questions ?? [], now)
  })
}

const daysOf = (day: TeamDay, name: Name): string[] =>
  day
    .person(name)
    .directMessages()
    .map(({ ts }) => toLocal(Math.floor(Number(ts)) * 1000, zone).date)
    .filter((date) => date >= '2027-03-01')

async function choose(day: TeamDay, name: Name, messages: 'daily' | 'monday' | 'home'): Promise<void> {
  await day.db.updateTable('person').set({ messages }).where('id', '=', name).execute()
}

describe('a week with six overdue leads, three feedback items, two check-ins and a pulse', () => {
  const day = useTeamDay('sqlite')

  it('brings its owner one gathered message a working day, and a channel two root posts', async () => {
    await busyWeek(day())
    await day().until('2027-03-07 23:00')
    expect(daysOf(day(), 'tom')).toEqual(['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'])
    expect(day().roots()).toHaveLength(2)
    for (const channel of ['CMARKETING', 'CSALES']) expect(day().slack.messages(channel)).toEqual([])
    expect(day().trouble).toEqual([])
  })

  it('names everything that is due in one of them', async () => {
    await busyWeek(day())
    await day().until('2027-03-05 09:05')
    const latest = day().read(day().person('tom').directMessages().at(-1), 'tom')
    for (let n = 0; n < 6; n++) expect(latest).toContain(`Follow up lead ${n}`)
    for (let n = 0; n < 3; n++) expect(latest).toContain(`Answer feedback ${n}`)
    expect(latest).toContain('Answer the pulse')
  })

  it('brings one message to who chose Mondays, and none to who chose Home', async () => {
    await busyWeek(day())
    await choose(day(), 'tom', 'monday')
    await choose(day(), 'sofie', 'home')
    await day().until('2027-03-07 23:00')
    expect(daysOf(day(), 'tom')).toEqual(['2027-03-01'])
    expect(daysOf(day(), 'sofie')).toEqual([])
  })

  it('shows nobody up: the channel reads how many are overdue, not whose, on the day their owner is told', async () => {
    await busyWeek(day())
    await day().until('2027-03-01 09:05')
    const root = day().read(day().roots().at(-1))
    expect(root).toContain('6 are overdue')
    expect(root).not.toContain('Follow up lead')
  })
})
