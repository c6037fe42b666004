import { addDays, weekdayOf } from '../src/calendar/local-date.ts'
import type { SlotRule } from '../src/calendar/slots.ts'
import { toLocal } from '../src/calendar/wall-time.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { saveSchedule } from '../src/platform/delivery/schedules.ts'

export const scheduleKind = 'bench:occurrence'
/** Monday 7 December 2026, nine o'clock in Amsterdam; none of the zones changes its clocks in the weeks after it. */
export const monday = Date.UTC(2026, 11, 7, 8)

const zones = [
  ...['Europe/Amsterdam', 'Europe/London', 'Europe/Athens', 'Africa/Nairobi', 'Asia/Kolkata', 'Asia/Tokyo'],
  ...['Australia/Adelaide', 'America/St_Johns', 'America/New_York', 'America/Denver', 'America/Sao_Paulo', 'Etc/UTC'],
]

/**
 * Writes weekly schedules into an empty database, their zones mixed: every other one is due at the same instant on Monday,
 * the others are spread over the days after it.
 */
export async function seedSchedules(url: string, count: number): Promise<void> {
  const now = monday - 6 * 86_400_000
  const { db, close } = await openDatabase(url, now)
  try {
    for (let from = 0; from < count; from += 500) {
      await db.transaction().execute(async (trx) => {
        for (let n = from; n < Math.min(count, from + 500); n++) {
          const id = `schedule-${n}`
          await saveSchedule(trx, { id, workspaceId: 'w1', kind: scheduleKind, rule: ruleOf(n) }, now)
        }
      })
    }
  } finally {
    await close()
  }
}

function ruleOf(n: number): SlotRule {
  const zone = zones[n % zones.length] ?? 'Etc/UTC'
  const later = n % 2 === 0 ? 0 : (n % 4) + 1
  const { date, time } = toLocal(monday, zone)
  const anchor = addDays(date, later - 7)
  return {
    cadence: { kind: 'weekly', every: 1, weekdays: [weekdayOf(anchor)], anchor },
    time,
    working: { zone, days: [1, 2, 3, 4, 5, 6, 7], daysOff: new Set() },
    onDayOff: 'skip',
  }
}
