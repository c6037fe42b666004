import type { Db } from '../../db/schema.ts'
import type { SlotRule } from '../../src/calendar/slots.ts'
import { toLocal } from '../../src/calendar/wall-time.ts'
import { saveSchedule } from '../../src/platform/delivery/schedules.ts'
import type { Slack } from '../../src/playground/server/start.ts'
import { beginning } from './pace.ts'

export const workspaceId = 'w1'
export const zone = 'Europe/Amsterdam'
export const people = Array.from({ length: 20 }, (_, index) => `U0PERSON${10 + index}`)
export const channels = Array.from({ length: 40 }, (_, index) => `C0CHANNEL${10 + index}`)

/** Dates that come due in one minute of the fast clock. */
const perMinute = 24
const minute = 60_000

/** What one schedule has to bring to Slack on its one date within the run. */
export interface Planned {
  scheduleId: string
  slot: string
  dueAt: number
  channel: string
  /** Who also gets a direct message. */
  person: string | undefined
  /** How often the post changes after it was said. */
  answers: number
  rule: SlotRule
}

/** The n-th schedule, from 0: most are held once, some go on the day after. */
export function planned(n: number): Planned {
  const dueAt = beginning + (1 + Math.floor(n / perMinute)) * minute
  const { date, time } = toLocal(dueAt, zone)
  const everyDay = { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], anchor: date } as const
  const cadence = n % 4 === 0 ? everyDay : ({ kind: 'once', date } as const)
  const working = { zone, days: everyDay.weekdays, daysOff: new Set<string>() }
  return {
    ...{ scheduleId: `schedule-${n}`, slot: date, dueAt },
    channel: channels[n % channels.length] ?? '',
    person: n % 3 === 0 ? people[n % people.length] : undefined,
    answers: 1 + (n % 2),
    rule: { cadence, time, working, onDayOff: 'skip' },
  }
}

export function numberOf(scheduleId: string): number {
  return Number(scheduleId.replace('schedule-', ''))
}

/** The moment by which all their dates have come: epoch milliseconds. */
export function endOf(occurrences: number): number {
  return planned(occurrences - 1).dueAt
}

/** A workspace with all its schedules, before the first date. */
export async function settleIn(db: Db, { team, bot }: Slack, occurrences: number): Promise<void> {
  const ids = { id: workspaceId, enterprise_id: '', team_id: team.id, bot_id: bot.botId, bot_user_id: bot.userId }
  await db
    .insertInto('workspace')
    .values({ ...ids, name: team.name, installed_at: 0 })
    .execute()
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < occurrences; n++) {
      const { scheduleId, rule } = planned(n)
      await saveSchedule(trx, { id: scheduleId, workspaceId, kind: 'chaos:date', rule }, beginning)
    }
  })
}
