import { z } from 'zod'
import type { Transaction } from '../../db/schema.ts'
import { getPartnership, membersOf, sideName, sideOf } from '../partnerships/index.ts'
import type { Answer, Click, Fields, Submission } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import { typed } from '../platform/slack/fields.ts'
import { type Account, type AccountFacts, crmUrlOf, sides, tidyName, tiers } from './account.ts'
import { type AccountNeeds, follow, ownersOf } from './follow.ts'
import * as text from './form-messages.ts'
import { type Draft, draftOf, emptyDraft, formView, noteView } from './form-views.ts'
import * as say from './messages.ts'
import { type Editing, toEditing, toPlace } from './place.ts'
import { accountAt, archivedSentence, findActive, present } from './showing.ts'
import { findAccount, findByName, insertAccount, lockAccount, saveFacts } from './store.ts'
import { insertNote } from './timeline-store.ts'

export async function openAdd(click: Click): Promise<void> {
  const { partnershipId, name } = toPlace(click.value)
  const editing = { partnershipId, accountId: undefined, revision: 0 }
  await present(click, formView(click.person.language, editing, emptyDraft(name)))
}

export async function openEdit(click: Click): Promise<void> {
  const account = await findActive(click)
  if (!account) return
  await present(click, formView(click.person.language, editingOf(account), draftOf(account)))
}

export async function openNote(click: Click): Promise<void> {
  const account = await findActive(click)
  if (account) await present(click, noteView(click.person.language, account))
}

/** Saves a form, and shows the account. */
export async function submitAccount(submission: Submission, needs: AccountNeeds): Promise<Answer> {
  const { db, person } = submission
  const editing = toEditing(submission.metadata)
  const draft = readDraft(submission.fields)
  const read = await readFacts(submission, editing, draft)
  if ('errors' in read) return read
  const saved = await submission.once((trx) =>
    editing.accountId === undefined
      ? addOne(trx, submission, needs, editing, read.facts)
      : editOne(trx, submission, needs, editing, draft, read.facts),
  )
  if (!saved) return { close: 'top' }
  if ('answer' in saved) return saved.answer
  const account = await findAccount(db, person.workspaceId, saved.id)
  if (!account) throw new Error(`Account ${saved.id} was saved and is not there.`)
  const notice = (editing.accountId === undefined ? say.added : say.saved)(person.language)
  return { show: await accountAt(submission, account, { notice }) }
}

/** What somebody adds of their own accord; archived or not: it was worth saying. */
export async function submitNote(submission: Submission): Promise<Answer> {
  const { db, person, now, fields } = submission
  const { workspaceId, language, id: personId } = person
  const written = typed(fields.note)
  if (tidyName(written) === '') return { errors: { note: text.noNote(language) } }
  const account = await findAccount(db, workspaceId, toPlace(submission.metadata).accountId ?? '')
  const side = account && (await sideOf(db, account.partnershipId, personId))
  if (!account || !side) return { errors: { note: say.gone(language) } }
  const { id: accountId, partnershipId } = account
  await submission.once((trx) =>
    insertNote(trx, { workspaceId, partnershipId, accountId, personId, side, text: written }, now),
  )
  return { show: await accountAt(submission, account, { notice: say.noted(language) }) }
}

type Saved = { id: string } | { answer: Answer }

async function addOne(
  trx: Transaction,
  { person, now }: Submission,
  needs: AccountNeeds,
  { partnershipId }: Editing,
  facts: AccountFacts,
): Promise<Saved> {
  const { workspaceId } = person
  const id = await insertAccount(trx, { ...facts, workspaceId, partnershipId, by: person.id }, now)
  if (id === undefined) return { answer: await nameTaken(trx, person, partnershipId, facts.name) }
  await follow(trx, needs, { workspaceId, partnershipId }, Object.values(facts.ownerIds), now)
  return { id }
}

async function editOne(
  trx: Transaction,
  { person, now }: Submission,
  needs: AccountNeeds,
  editing: Editing,
  draft: Draft,
  facts: AccountFacts,
): Promise<Saved> {
  const { language, workspaceId } = person
  const account = await lockAccount(trx, workspaceId, editing.accountId ?? '')
  if (!account) return { answer: { errors: { name: say.gone(language) } } }
  if (account.archived) {
    const notice = await archivedSentence({ db: trx, person }, account)
    return { answer: { show: await accountAt({ db: trx, person }, account, { notice }) } }
  }
  if (account.revision !== editing.revision)
    return { answer: { show: formView(language, editingOf(account), draft, account) } }
  if (!(await saveFacts(trx, account, facts, now)))
    return { answer: await nameTaken(trx, person, account.partnershipId, facts.name) }
  await follow(trx, needs, account, [...ownersOf(account), ...Object.values(facts.ownerIds)], now)
  return { id: account.id }
}

async function nameTaken(trx: Transaction, { language }: Person, partnershipId: string, name: string): Promise<Answer> {
  const other = await findByName(trx, partnershipId, name)
  const words = other?.archived ? text.nameArchived : text.nameTaken
  return { errors: { name: words(language, other?.name ?? name) } }
}

/** What was filled in; what cannot be is said under its field. */
async function readFacts(
  { db, person: { language } }: Submission,
  { partnershipId }: Editing,
  draft: Draft,
): Promise<{ facts: AccountFacts } | { errors: Record<string, string> }> {
  const partnership = await getPartnership(db, partnershipId)
  const members = await membersOf(db, partnershipId)
  const errors: Record<string, string> = {}
  const ownerIds: AccountFacts['ownerIds'] = {}
  for (const side of sides) {
    const slackId = draft.owners[side]
    if (slackId === undefined) continue
    const member = members.find((one) => one.side === side && one.person.slackId === slackId)
    if (member) ownerIds[side] = member.person.id
    else errors[`${side}_owner`] = text.notOnSide(language, partnership.name, sideName(side, language))
  }
  const name = tidyName(draft.name)
  const crmUrl = draft.crm === '' ? undefined : crmUrlOf(draft.crm)
  if (name === '') errors.name = text.noName(language)
  if (draft.crm !== '' && crmUrl === undefined) errors.crm = text.noLink(language)
  return Object.keys(errors).length > 0 ? { errors } : { facts: { name, tier: draft.tier, crmUrl, ownerIds } }
}

function readDraft(fields: Fields): Draft {
  const [marketing, sales] = [typed(fields.marketing_owner), typed(fields.sales_owner)]
  return {
    name: typed(fields.name),
    tier: z.enum(tiers).parse(fields.tier),
    crm: typed(fields.crm),
    owners: { ...(marketing && { marketing }), ...(sales && { sales }) },
  }
}

const editingOf = ({ partnershipId, id, revision }: Account): Editing => ({ partnershipId, accountId: id, revision })
