import type { SlotRule } from '../../calendar/slots.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { WorkingDays } from '../../calendar/working-day.ts'
import type { Partnership } from '../../partnerships/index.ts'
import type { CheckIn, WallMoment } from '../occurrence.ts'

/** The channels of a partnership, the usual one first. */
export const channelNames = ['shared', 'marketing', 'sales'] as const
export type ChannelName = (typeof channelNames)[number]
export type Channels = Partnership['channels']

/** A rule of its own as it holds for a partnership now: on its days, in its zone, on the clocks of its people. */
export function inPlace(
  { opens, ...rule }: SlotRule,
  checkIn: Pick<CheckIn, 'ownZone'>,
  { partnership, working, zones }: { partnership: Partnership; working: WorkingDays; zones: readonly string[] },
): SlotRule {
  return {
    ...rule,
    working,
    opens: opens && { ...opens, time: partnership.workStart },
    zones: checkIn.ownZone ? [...new Set(zones)].sort() : undefined,
  }
}

/**
 * From when on people are asked on their own clocks: what the first of them to come to it reads on the wall at that moment.
 * @param zones of the people it counts on @param dueAt epoch milliseconds
 */
export function ownFromOf(zones: readonly string[] | undefined, dueAt: number): WallMoment | undefined {
  if (!zones || zones.length === 0) return undefined
  const readings = zones.map((zone) => toLocal(dueAt, zone))
  return readings.toSorted((one, other) => (`${one.date} ${one.time}` < `${other.date} ${other.time}` ? 1 : -1))[0]
}
