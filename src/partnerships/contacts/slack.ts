/** Whom to call on a side for what: team leads name them. */
import type { Transaction } from '../../../db/schema.ts'
import { audit, type What } from '../../platform/audit.ts'
import type { Answer, Click, Listener, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { said } from '../../platform/slack/blocks.ts'
import { typed } from '../../platform/slack/fields.ts'
import { classify } from '../../platform/slack/trouble.ts'
import { noLongerThere } from '../messages.ts'
import { contactsOf, membersOf } from '../people/store.ts'
import { teamLeadOf } from '../rights.ts'
import { findPartnership } from '../store.ts'
import { type ContactFor, isSame } from './contact.ts'
import * as text from './messages.ts'
import { addContact, removeContact } from './store.ts'
import { addContactView, contactAction, contactsView, mostContacts, readContactValue } from './views.ts'

const may = teamLeadOf(async (_db, _workspaceId, value) => value.split(' ')[0])

export const contactListeners: Listener[] = [
  { on: 'action', id: contactAction.open, may, run: open },
  { on: 'action', id: contactAction.add, may, run: openAdd },
  { on: 'view', id: contactAction.add, may, submit: submitAdd },
  { on: 'action', id: contactAction.remove, may, run: remove },
]

async function open(click: Click): Promise<void> {
  const { db, person, value: id } = click
  if (await findPartnership(db, person.workspaceId, id))
    return void (await click.open(contactsView(id, await contactsOf(db, id), person.language)))
  const words = noLongerThere(person.language)
  await click.reply(said(words))
}

/** The window below is brought up to date when somebody was added, so it is carried along. */
async function openAdd(click: Click): Promise<void> {
  await click.push(addContactView(`${click.value} ${click.view?.id ?? ''}`, click.person.language))
}

async function submitAdd(submission: Submission): Promise<Answer> {
  const { db, person, now, fields, metadata } = submission
  const { language, workspaceId } = person
  const [id = '', below = ''] = metadata.split(' ')
  const partnership = await findPartnership(db, workspaceId, id)
  const subject = typed(fields.subject).replaceAll(/\s+/g, ' ')
  if (!partnership || subject === '') return { errors: { subject: text.nothingTyped(language) } }
  const chosen = (await membersOf(db, id)).find((one) => one.person.slackId === fields.person)
  if (!chosen) return { errors: { person: text.notInATeam(language, partnership.name) } }
  const { side } = chosen
  const contact = { personId: chosen.person.id, side, subject }
  const refusal = await submission.once(async (trx) => {
    const there = (await contactsOf(trx, id)).filter((one) => one.side === side)
    const same = there.find((one) => isSame({ ...one, personId: one.person.id }, contact))
    if (same) return text.namedAlready(language, same.person.name, same.subject)
    if (there.length >= mostContacts) return text.enough(language, mostContacts)
    if (await addContact(trx, partnership, contact, now))
      await note(trx, person, 'partnerships:contact-added', id, contact, now)
    return undefined
  })
  if (refusal !== undefined) return { errors: { subject: refusal } }
  return { close: 'top', after: () => bringUpToDate(submission, id, below) }
}

async function bringUpToDate(
  { db, slack, person }: { db: Submission['db']; slack: Submission['slack']; person: Person },
  partnershipId: string,
  viewId: string,
): Promise<void> {
  const view = contactsView(partnershipId, await contactsOf(db, partnershipId), person.language)
  try {
    await slack.views.update({ view_id: viewId, view })
  } catch (error) {
    // They may have closed it meanwhile.
    if (classify(error).kind !== 'gone') throw error
  }
}

async function remove(click: Click): Promise<void> {
  const { db, person, view, now } = click
  const { partnershipId, ...contact } = readContactValue(click.value)
  await db.transaction().execute(async (trx) => {
    if (await removeContact(trx, { id: partnershipId }, contact))
      await note(trx, person, 'partnerships:contact-removed', partnershipId, contact, now)
  })
  if (view) await click.change(view, contactsView(partnershipId, await contactsOf(db, partnershipId), person.language))
}

/** For what they are named was typed: that is not noted. */
function note(
  trx: Transaction,
  by: Person,
  what: What,
  partnership: string,
  { personId, side }: Omit<ContactFor, 'subject'>,
  now: number,
): Promise<void> {
  return audit(trx, by, { what, about: { partnership, person: personId, side } }, now)
}
