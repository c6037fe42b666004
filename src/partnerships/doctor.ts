import type { WebClient } from '@slack/web-api'
import type { Db } from '../../db/schema.ts'
import { isZone } from '../calendar/wall-time.ts'
import type { Finding } from '../platform/feature.ts'
import { type Partnership, sides } from './partnership.ts'
import { channelFinding } from './setup/channels.ts'
import { toPartnership } from './store.ts'

/** Whether Rondo can work in the channels of every partnership, and knows its zone. */
export async function doctor(db: Db, slack: WebClient): Promise<Finding[]> {
  const rows = await db.selectFrom('partnership').selectAll().orderBy('created_at').execute()
  const findings = await Promise.all(rows.map(toPartnership).map((one) => findingsOf(one, slack)))
  return findings.flat()
}

async function findingsOf({ name, channels, zone }: Partnership, slack: WebClient): Promise<Finding[]> {
  const roles = Map.groupBy([...sides, 'shared'] as const, (role) => channels[role])
  const about = (used: readonly string[], id: string) => `${name}: ${used.join(' and ')} channel (${id})`
  const ofChannels = [...roles].map(([id, used]) => channelFinding(slack, id, about(used, id)))
  return [...(await Promise.all(ofChannels)), zoneFinding(name, zone)]
}

function zoneFinding(name: string, zone: string): Finding {
  const about = `${name}: time zone (${zone})`
  if (isZone(zone)) return { ok: true, about }
  return { ok: false, about, advice: 'This Node does not know the zone: choose another one in step 3 of /rondo setup.' }
}
