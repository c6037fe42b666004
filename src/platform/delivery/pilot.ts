/** Pilot mode: what would be said to two teams goes to one person instead, who sees what it would be. */
import type { Db } from '../../../db/schema.ts'
import type { Person } from '../person.ts'
import type { Rendered } from '../rendered.ts'
import { channel, context, escaped } from '../slack/blocks.ts'
import { wouldGoTo, wouldStandIn } from './messages.ts'
import { channelFor, type DeliveryRow } from './row.ts'

/** Who gets it. */
export type Pilot = Pick<Person, 'id' | 'slackId' | 'language'>

/** What is about to be said. */
export interface ForTeams {
  workspaceId: string
  kind: 'post' | 'dm'
  /** A channel for a post, a person's Slack id for a dm. */
  recipient: string
  /** '' for what belongs to none in particular, as a person's gathered message. */
  partnershipId: string
}

/** @returns undefined where it is said to whom it is meant for */
export type PilotFor = (db: Db, saying: ForTeams) => Promise<Pilot | undefined>

/** Where something goes instead, and the line that says so above it. */
export interface Diversion {
  pilot: Pilot
  line: string
}

/**
 * Decided anew at each attempt that words it anew, and written down with the attempt: what was said stays where it stands, with its
 * thread and its changes, however pilot mode is switched later.
 */
export async function diversionOf(
  { db, pilotFor }: { db: Db; pilotFor?: PilotFor | undefined },
  row: DeliveryRow,
  parent: DeliveryRow | undefined,
): Promise<Diversion | undefined> {
  if (row.kind === 'reply') return undefined
  const message = row.kind === 'update' ? parent : row
  if (!message) return undefined
  const decided = row.kind === 'update' || row.payload !== null
  const pilot = decided ? await findPilot(db, message.pilot_id) : await pilotFor?.(db, toSaying(row))
  return pilot && { pilot, line: await lineAbove(db, message, pilot) }
}

/** The message with the line above it. Where Slack takes no block more, it goes out in plain text. */
export function diverted({ text, blocks }: Rendered, line: string): Rendered {
  return { text: `${line}\n${text}`, blocks: [context(line), ...blocks] }
}

function toSaying({ workspace_id, kind, recipient, partnership_id }: DeliveryRow): ForTeams {
  return { workspaceId: workspace_id, kind: kind === 'dm' ? 'dm' : 'post', recipient, partnershipId: partnership_id }
}

async function lineAbove(db: Db, message: DeliveryRow, { language }: Pilot): Promise<string> {
  if (message.kind !== 'dm') return wouldStandIn(language, channel(channelFor(message)))
  const person = await db
    .selectFrom('person')
    .select('name')
    .where('workspace_id', '=', message.workspace_id)
    .where('slack_id', '=', message.recipient)
    .executeTakeFirst()
  return wouldGoTo(language, escaped(person?.name ?? message.recipient))
}

async function findPilot(db: Db, id: string | null): Promise<Pilot | undefined> {
  if (id === null) return undefined
  const row = await db
    .selectFrom('person')
    .select(['id', 'slack_id', 'language', 'own_language'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, slackId: row.slack_id, language: row.own_language ?? row.language }
}
