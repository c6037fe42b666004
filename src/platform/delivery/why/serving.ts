import type { Db } from '../../../../db/schema.ts'
import type { SlotRule } from '../../../calendar/slots.ts'
import type { ServingSchedule } from '../../feature.ts'
import { toRule } from '../rule.ts'
import type { ScheduleRow } from '../schedules.ts'
import type { Sent } from './deliveries.ts'

/** A schedule by the name its feature gives it, with its rule if that can be read. */
export interface Serving {
  name: string
  schedule: ScheduleRow
  rule: SlotRule | undefined
}

/** The schedules that features name, and those of whose occurrences the deliveries tell. */
export async function servingSchedules(
  db: Db,
  named: readonly ServingSchedule[],
  deliveries: readonly Sent[],
): Promise<Serving[]> {
  const names = new Map(named.map(({ scheduleId, name }) => [scheduleId, name]))
  for (const id of await schedulesOf(db, deliveries)) if (!names.has(id)) names.set(id, '')
  const serving: Serving[] = []
  for (const [id, name] of names) {
    const schedule = await db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst()
    if (schedule) serving.push({ name: name || schedule.kind, schedule, rule: ruleOf(schedule) })
  }
  return serving
}

async function schedulesOf(db: Db, deliveries: readonly Sent[]): Promise<string[]> {
  const ids = new Set(deliveries.flatMap(({ about }) => occurrenceIn(about)))
  const schedules: string[] = []
  for (const id of ids) {
    const query = db.selectFrom('occurrence').select('schedule_id').where('id', '=', id)
    const occurrence = await query.executeTakeFirst()
    if (occurrence) schedules.push(occurrence.schedule_id)
  }
  return schedules
}

function occurrenceIn(about: string): string[] {
  const { occurrence }: Record<string, string> = JSON.parse(about)
  return occurrence === undefined ? [] : [occurrence]
}

/** One that does not read is what the report is about: it rests. */
function ruleOf(schedule: ScheduleRow): SlotRule | undefined {
  try {
    return toRule(schedule)
  } catch {
    return undefined
  }
}
