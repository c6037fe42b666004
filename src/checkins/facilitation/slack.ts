import type { Db } from '../../../db/schema.ts'
import { mayChange } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped, section } from '../../platform/slack/blocks.ts'
import { findHeld } from '../held.ts'
import type { Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { refreshRoot } from '../opening/root.ts'
import { lockOpening } from '../opening/store.ts'
import { participantsNow } from '../participants/facts.ts'
import type { Participant } from '../participants/participant.ts'
import type { Facilitator } from './facilitator.ts'
import * as say from './messages.ts'
import { findFacilitator, insertFacilitator } from './store.ts'
import { handOverView } from './views.ts'

/** *Hand over*: whoever leads it, or a team lead, chooses somebody who is there. */
export async function openHandOver(click: Click): Promise<void> {
  const { db, person, now } = click
  const occurrence = await findHeld(click)
  if (!occurrence) return
  if (occurrence.closed) return reply(click, say.closed(person.language))
  const current = await findFacilitator(db, occurrence.id)
  if (!(await mayHandOver(db, person, occurrence, current)))
    return reply(click, say.notYours(person.language, escaped(current?.name ?? '')))
  const others = (await thereNow(db, occurrence, now)).filter(({ personId }) => personId !== current?.personId)
  if (others.length === 0) return reply(click, say.nobodyElse(person.language))
  await click.open(handOverView(occurrence.id, others, person.language))
}

export async function submitHandOver(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const found = await findOccurrence(db, person.workspaceId, metadata)
  if (!found) return { close: 'top' }
  const refusal = await submission.once(async (trx) => {
    await lockOpening(trx, found.id)
    const occurrence = await findOccurrence(trx, person.workspaceId, found.id)
    if (!occurrence || occurrence.closed) return say.closed(person.language)
    const current = await findFacilitator(trx, occurrence.id)
    // Handed over in the meantime, it is no longer theirs to give away.
    if (!(await mayHandOver(trx, person, occurrence, current)))
      return say.notYours(person.language, current?.name ?? '')
    const chosen = (await thereNow(trx, occurrence, now)).find(({ personId }) => personId === fields.facilitator)
    if (!chosen) return say.notThere(person.language)
    await insertFacilitator(trx, occurrence, { ...chosen, handedBy: person.id }, now)
    await refreshRoot(trx, occurrence, now)
    const concerned = [chosen.personId, ...(current ? [current.personId] : [])]
    await itemsChanged(trx, occurrence.workspaceId, concerned, now)
    return undefined
  })
  return refusal === undefined ? { close: 'top' } : { errors: { facilitator: refusal } }
}

async function thereNow(db: Db, occurrence: Occurrence, now: number): Promise<Participant[]> {
  return (await participantsNow(db, occurrence, now)).filter(({ away, left }) => !away && !left)
}

async function mayHandOver(db: Db, person: Person, { checkIn }: Occurrence, current: Facilitator | undefined) {
  return current?.personId === person.id || (await mayChange(db, person, checkIn.partnershipId))
}

const reply = (to: Click, text: string): Promise<void> => to.reply({ text, blocks: [section(text)] })
