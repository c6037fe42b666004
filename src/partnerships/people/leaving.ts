/** Somebody goes: what they had on their side passes on, in the same transaction. */
import { z } from 'zod'
import type { Db, Transaction } from '../../../db/schema.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Departure, Job } from '../../platform/feature.ts'
import type { Listener } from '../../platform/interaction.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import { findKnownPeople } from '../../workspaces/index.ts'
import { decidersOf, whoSpeaksFor } from '../leading.ts'
import type { Side } from '../partnership.ts'
import { pilotedBy, pilotsGone, savePilot } from '../pilot/store.ts'
import type { SetUpNeeds } from '../setup/needs.ts'
import { successor } from './ladder.ts'
import { endMembership, goneUnnoticed, lockPlaces, partnershipIdsOf } from './membership-store.ts'
import { teamLeadsOf } from './store.ts'

type Leaver = Departure['person']
type Needs = Pick<SetUpNeeds, 'personLeft'>

/** Takes somebody off every side they are on. A second time nothing is left to do. */
export async function leaveEverywhere(trx: Transaction, needs: Needs, person: Leaver, now: number): Promise<void> {
  await lockPlaces(trx, person.workspaceId)
  const concerned: string[] = []
  for (const id of await partnershipIdsOf(trx, person.id)) {
    const side = await endMembership(trx, id, person.id, now)
    if (!side) continue
    await handOver(trx, needs, { id, workspaceId: person.workspaceId }, [{ person, side }], now)
    concerned.push(...(await decidersOf(trx, person.workspaceId, id)).map((one) => one.id))
  }
  for (const id of await pilotedBy(trx, person.id)) await passPilotOn(trx, id, person, now)
  await itemsChanged(trx, person.workspaceId, concerned, now)
}

/** Pilot mode goes on with somebody who is there: the two teams must not begin to hear of it because a person left. */
async function passPilotOn(
  trx: Transaction,
  partnershipId: string,
  left: Pick<Leaver, 'id'>,
  now: number,
): Promise<void> {
  const next = await nextPilot(trx, partnershipId, left, now)
  if (next) await savePilot(trx, partnershipId, next.id)
}

async function nextPilot(db: Db, partnershipId: string, left: Pick<Leaver, 'id'>, now: number) {
  // Who left may be known as an admin for a moment longer.
  return (await whoSpeaksFor(db, partnershipId, 'marketing', now)).find(({ id }) => id !== left.id)
}

/** What people had who are on no side of a partnership any more goes to who speaks for their side. */
export async function handOver(
  trx: Transaction,
  { personLeft }: Needs,
  { id }: Pick<PartnershipRef, 'id' | 'workspaceId'>,
  left: readonly { person: Leaver; side: Side }[],
  now: number,
): Promise<void> {
  if (left.length === 0) return
  const gone = new Set(left.map(({ person }) => person.id))
  const leaders = (await teamLeadsOf(trx, id)).filter(({ person }) => !gone.has(person.id))
  for (const { person, side } of left)
    await personLeft(trx, { person, partnershipId: id, side, successorId: successor(side, leaders)?.id }, now)
}

const userChange = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().optional() }) })

/** Somebody was deactivated in Slack. */
export function deactivated(needs: Needs): Listener {
  return {
    on: 'event',
    type: 'user_change',
    async run({ db, workspaceId, event, now }) {
      const { user } = userChange.parse(event)
      if (!user.deleted) return
      const [known] = await findKnownPeople(db, workspaceId, [user.id])
      if (known) await db.transaction().execute((trx) => leaveEverywhere(trx, needs, known.person, now))
    },
  }
}

/** Slack's word that somebody left can get lost while Rondo is down; what is known of them then tells it. */
export function departures(needs: Needs) {
  return {
    name: 'partnerships:departures',
    async nextDue(db: Db, now: number) {
      return (await goneUnnoticed(db)).length + (await pilotsToReplace(db, now)).length > 0 ? now : undefined
    },
    async run(db: Db, now: number) {
      for (const person of await goneUnnoticed(db))
        await db.transaction().execute((trx) => leaveEverywhere(trx, needs, person, now))
      // An admin who tried it out may be on no side.
      for (const { partnershipId, ...left } of await pilotsToReplace(db, now))
        await db.transaction().execute((trx) => passPilotOn(trx, partnershipId, left, now))
    },
  } satisfies Job
}

/** Those who left, as far as anybody is there to go on with. */
async function pilotsToReplace(db: Db, now: number) {
  const gone = await pilotsGone(db)
  const found = await Promise.all(gone.map((one) => nextPilot(db, one.partnershipId, one, now)))
  return gone.filter((_, index) => found[index] !== undefined)
}
