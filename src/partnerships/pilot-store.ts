/** In pilot mode everything that would be said to the two teams goes to one person: see `platform/delivery/pilot.ts`. */
import type { Db } from '../../db/schema.ts'
import type { ForTeams, Pilot } from '../platform/delivery/pilot.ts'
import type { Person } from '../platform/person.ts'
import { findPeople } from '../workspaces/index.ts'
import type { Partnership } from './partnership.ts'
import { partnershipsOf } from './people/store.ts'
import { findPartnership, partnershipsIn, partnershipsInWorkspace } from './store.ts'

/**
 * Who gets something in the place of the two teams, or of a person in them. Of what belongs to no partnership in particular that
 * is somebody only where all partnerships concerned are in pilot mode: those of the person, those that the channel serves. The
 * pilot's own messages stay theirs.
 */
export async function pilotFor(db: Db, saying: ForTeams): Promise<Pilot | undefined> {
  if (!(await anyPilot(db, saying.workspaceId))) return undefined
  const concerned = await concernedBy(db, saying)
  const pilotIds = concerned.flatMap(({ pilotId }) => pilotId ?? [])
  if (pilotIds.length === 0 || pilotIds.length < concerned.length) return undefined
  const pilots = await findPeople(db, pilotIds)
  if (saying.kind === 'dm' && pilots.some(({ slackId }) => slackId === saying.recipient)) return undefined
  return pilots.find(({ id }) => id === pilotIds[0])
}

/**
 * The partnerships in pilot mode of which somebody hears nothing in their own messages: those they are in, and those that an
 * admin who is in neither team would hear of. None of theirs where all of theirs are: then the whole message goes to the pilot.
 */
export async function heldBackFrom(db: Db, { id, workspaceId }: Person): Promise<ReadonlySet<string>> {
  if (!(await anyPilot(db, workspaceId))) return new Set()
  const own = new Set((await partnershipsOf(db, id)).map((one) => one.id))
  const held = (await partnershipsInWorkspace(db, workspaceId))
    .filter(({ pilotId }) => pilotId !== undefined && pilotId !== id)
    .map((one) => one.id)
  const whole = own.size > 0 && [...own].every((one) => held.includes(one))
  return new Set(whole ? held.filter((one) => !own.has(one)) : held)
}

async function concernedBy(db: Db, { workspaceId, kind, recipient, partnershipId }: ForTeams): Promise<Partnership[]> {
  if (partnershipId !== '') {
    const partnership = await findPartnership(db, workspaceId, partnershipId)
    return partnership ? [partnership] : []
  }
  if (kind === 'post') return partnershipsIn(db, workspaceId, recipient)
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('slack_id', '=', recipient)
    .executeTakeFirst()
  return person ? partnershipsOf(db, person.id) : []
}

/** Asked before each message; hardly ever is there one. */
async function anyPilot(db: Db, workspaceId: string): Promise<boolean> {
  const query = db.selectFrom('partnership').select('id').where('workspace_id', '=', workspaceId)
  return (await query.where('pilot_id', 'is not', null).limit(1).executeTakeFirst()) !== undefined
}
