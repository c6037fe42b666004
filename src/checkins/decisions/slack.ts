import type { Db, Transaction } from '../../../db/schema.ts'
import { mayChange } from '../../partnerships/index.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped, section } from '../../platform/slack/blocks.ts'
import { findHeld } from '../held.ts'
import type { Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { refreshRoot } from '../opening/root.ts'
import { lockOpening } from '../opening/store.ts'
import { publishSummary } from '../summary/publish.ts'
import { spokenOf } from '../views.ts'
import { mayWithdraw } from './decision.ts'
import * as say from './messages.ts'
import { decisionsFrom, findDecision, insertDecision, insertWithdrawal } from './store.ts'
import { decideView, decisionsView } from './views.ts'

/** *Add decision*. */
export async function openDecide(click: Click): Promise<void> {
  await click.open(decideView(click.value, click.person.language))
}

export async function submitDecide(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const occurrence = await findOccurrence(db, person.workspaceId, metadata)
  if (!occurrence) return { close: 'top' }
  const text = typeof fields.text === 'string' ? fields.text.trim() : ''
  if (text === '') return { errors: { text: say.nothingTyped(person.language) } }
  const { id: occurrenceId, workspaceId, checkIn } = occurrence
  const decision = { workspaceId, partnershipId: checkIn.partnershipId, occurrenceId, text, by: person.id }
  await submission.once(async (trx) => {
    await lockOpening(trx, occurrenceId)
    await insertDecision(trx, decision, now)
    await follow(trx, workspaceId, occurrenceId, now)
  })
  return { close: 'top' }
}

/** *Decisions*: what was decided, and by whom what was taken back. */
export async function openDecisions(click: Click): Promise<void> {
  const { db, person } = click
  const occurrence = await findHeld(click)
  if (occurrence) await click.open(await viewOf(db, occurrence, person))
}

/** *Take back*. Pressed a second time, or by two, it is taken back once; the list shows by whom. */
export async function withdraw(click: Click): Promise<void> {
  const { db, person, now } = click
  const decision = await findDecision(db, person.workspaceId, click.value)
  const occurrence = decision && (await findOccurrence(db, person.workspaceId, decision.occurrenceId))
  if (!decision || !occurrence) return reply(click, say.gone(person.language))
  if (!mayWithdraw(decision, person.id, await mayChange(db, person, decision.partnershipId)))
    return reply(click, say.notYours(person.language, escaped(decision.by.name)))
  await db.transaction().execute(async (trx) => {
    await lockOpening(trx, occurrence.id)
    if (await insertWithdrawal(trx, decision, person.id, now)) await follow(trx, person.workspaceId, occurrence.id, now)
  })
  if (click.view) await click.change(click.view, await viewOf(db, occurrence, person))
}

/** The first post shows it, and the summary where it stands. */
async function follow(trx: Transaction, workspaceId: string, occurrenceId: string, now: number): Promise<void> {
  const occurrence = await findOccurrence(trx, workspaceId, occurrenceId)
  if (occurrence) await (occurrence.closed ? publishSummary : refreshRoot)(trx, occurrence, now)
}

async function viewOf(db: Db, occurrence: Occurrence, person: Person) {
  const { id, language, zone } = person
  const decisions = await decisionsFrom(db, occurrence.workspaceId, occurrence.id)
  const leads = await mayChange(db, person, occurrence.checkIn.partnershipId)
  const checkIn = spokenOf(occurrence, zone, language)
  return decisionsView(occurrence.id, decisions, checkIn, { id, language, zone, leads })
}

const reply = (to: Click, text: string): Promise<void> => to.reply({ text, blocks: [section(text)] })
