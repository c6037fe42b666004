import type { Db } from '../../db/schema.ts'
import { insertOpening } from '../../src/checkins/opening/store.ts'
import { findCheckIn, insertCheckIn } from '../../src/checkins/store.ts'
import { firstTemplate, templates } from '../../src/checkins/templates/all.ts'
import { saveSchedule } from '../../src/platform/delivery/schedules.ts'
import { at, ids, type Name, sideOf } from '../actions/two-teams.ts'

const monday = at('2027-03-01 09:00')

/** An occurrence of 1 March that opened, of the one check-in of the two teams. */
export async function saveOpening(db: Db, { occurrenceId, asked }: { occurrenceId: string; asked: Name[] }) {
  await db.transaction().execute(async (trx) => {
    const checkIn = (await findCheckIn(trx, ids.workspace, 'c1')) ?? newCheckIn
    if (!(await findCheckIn(trx, ids.workspace, 'c1'))) {
      await saveSchedule(trx, { id: 's1', workspaceId: ids.workspace, kind: 'checkins:occurrence', rule }, monday - 1)
      await insertCheckIn(trx, checkIn, templates[firstTemplate]?.questions ?? [], monday)
    }
    const occurrence = {
      id: occurrenceId,
      workspace_id: ids.workspace,
      schedule_id: 's1',
      slot: `2027-03-01#${occurrenceId}`,
    }
    await trx
      .insertInto('occurrence')
      .values({ ...occurrence, due_at: monday, created_at: monday, skipped: null })
      .execute()
    await insertOpening(trx, {
      occurrenceId,
      checkIn,
      version: 1,
      openedAt: monday,
      deadlineAt: at('2027-03-01 17:00'),
      asked: asked.map((name) => ({ personId: name, side: sideOf(name), required: true })),
    })
  })
}

const newCheckIn = {
  id: 'c1',
  workspaceId: ids.workspace,
  partnershipId: ids.partnership,
  scheduleId: 's1',
  template: firstTemplate,
  name: '',
  channelId: 'CSHARED',
  answerHours: 8,
  meetingAt: undefined,
  ownZone: false,
}

const rule = {
  cadence: { kind: 'weekly' as const, every: 1, weekdays: [1 as const], anchor: '2027-03-01' },
  time: '09:00',
  working: { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5] as const, daysOff: new Set<string>() },
  onDayOff: 'move' as const,
}
