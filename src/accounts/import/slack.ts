/** Key accounts from a CSV file or from pasted lines: choose, look at what would change, import. */
import type { ModalView } from '@slack/types'
import type { Db, Transaction } from '../../../db/schema.ts'
import { membersOf, teamLeadOf, whereOn } from '../../partnerships/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Answer, Click, Listener, Submission } from '../../platform/interaction.ts'
import { download } from '../../platform/slack/download.ts'
import { type AccountNeeds, follow, ownersOf } from '../follow.ts'
import { part } from '../part.ts'
import { present } from '../showing.ts'
import { allAccounts } from '../store.ts'
import { decode } from './decode.ts'
import { type Difference, differenceOf, factsToKeep } from './difference.ts'
import { mendingOf } from './mending.ts'
import * as say from './messages.ts'
import { type Place, toPlace } from './place.ts'
import { keepDraft, lockAccounts, saveAccounts, takeDraft } from './store.ts'
import { mostRows, type Row, readTable, type Table, type Trouble } from './table.ts'
import { formView, goneView, mendedField, previewView, readingView, resultView } from './views.ts'

const mostBytes = 1_000_000

const partnershipIn = async (_db: unknown, _workspaceId: string, value: string): Promise<string> =>
  toPlace(value).partnershipId

export function importListeners(needs: AccountNeeds): Listener[] {
  const may = whereOn(part, teamLeadOf(partnershipIn), partnershipIn)
  return [
    { on: 'action', id: 'accounts:import', may, run: openForm },
    { on: 'view', id: 'accounts:import', may, submit: submitForm },
    { on: 'view', id: 'accounts:save-import', may, submit: (submission) => importDraft(submission, needs) },
  ]
}

function openForm(click: Click): Promise<void> {
  return present(click, formView(click.person.language, toPlace(click.value).partnershipId))
}

async function submitForm(submission: Submission): Promise<Answer> {
  const { fields, person, metadata } = submission
  const { language } = person
  const [fileId] = [fields.file].flat()
  const field = fields[mendedField] === undefined ? 'text' : mendedField
  const given = fields[field]
  const text = typeof given === 'string' ? given : ''
  if (fileId && text.trim() !== '') return { errors: { text: say.giveOne(language) } }
  if (fileId) return readFile(submission, fileId)
  if (text.trim() === '') return { errors: { file: say.giveSomething(language) } }
  const table = readTable(text)
  if (!table.ok) return { errors: { [field]: troubleIn(table, submission) } }
  const place = await submission.once((trx) => draftOf(trx, submission, toPlace(metadata), table.rows))
  return place ? { show: await preview(submission, place, table) } : { close: 'top' }
}

/** Slack does not wait for a file to be read: the window says so meanwhile. */
async function readFile(submission: Submission, fileId: string): Promise<Answer> {
  const { person, metadata, now } = submission
  const { partnershipId } = toPlace(metadata)
  const externalId = newId(now)
  const first = await submission.once(async () => true)
  if (!first) return { close: 'top' }
  return {
    show: readingView(person.language, partnershipId, externalId),
    after: async () => submission.fill(externalId, await afterReading(submission, fileId)),
  }
}

async function afterReading(submission: Submission, fileId: string): Promise<ModalView> {
  const { db, slack, log, person, metadata } = submission
  const { partnershipId } = toPlace(metadata)
  const again = (notice: string) => formView(person.language, partnershipId, notice)
  const got = await download(slack, fileId, mostBytes).catch((error: unknown) => {
    log.warn({ feature: 'accounts', error }, 'a file could not be read')
    return { ok: false, reason: 'no answer' } as const
  })
  if (!got.ok) return again(say.fileTrouble[got.reason](person.language))
  const text = decode(got.bytes)
  if (text === undefined) return again(say.fileTrouble['no text'](person.language))
  const table = readTable(text)
  if (!table.ok) return again(troubleIn(table, submission))
  const place = await db
    .transaction()
    .execute((trx) => draftOf(trx, submission, { partnershipId, draftId: '' }, table.rows))
  return preview(submission, place, table)
}

const troubleIn = ({ trouble }: { trouble: Trouble }, { person }: Submission): string =>
  say.tableTrouble(person.language, trouble, mostRows)

async function draftOf(
  trx: Transaction,
  { person, now }: Submission,
  { partnershipId }: Place,
  rows: readonly Row[],
): Promise<Place> {
  const whose = { workspaceId: person.workspaceId, partnershipId, personId: person.id }
  return { partnershipId, draftId: await keepDraft(trx, whose, rows, now) }
}

async function preview(
  { db, person }: Submission,
  place: Place,
  { rows, leftOut }: Extract<Table, { ok: true }>,
): Promise<ModalView> {
  const { difference, names } = await compared(db, place.partnershipId, rows)
  const mending = mendingOf(rows, difference.wrong, person.language)
  return previewView(person.language, place, difference, { names, leftOut, mending })
}

/** The rows beside the accounts and the people as they are now. */
async function compared(db: Db, partnershipId: string, rows: readonly Row[]) {
  const members = await membersOf(db, partnershipId)
  const difference = differenceOf(rows, { members, accounts: await allAccounts(db, partnershipId) })
  return { difference, names: new Map(members.map(({ person }) => [person.id, person.name])) }
}

/** Works the difference out again, as things are now, and saves it; once, from whichever window. */
async function importDraft(submission: Submission, needs: AccountNeeds): Promise<Answer> {
  const { person } = submission
  const { partnershipId } = toPlace(submission.metadata)
  const done = await submission.once((trx) => importInto(trx, submission, needs))
  if (!done) return { close: 'top' }
  if (done === 'gone') return { show: goneView(person.language, partnershipId) }
  const { difference, rows } = done
  const mending = mendingOf(rows, difference.wrong, person.language)
  return { show: resultView(person.language, partnershipId, difference, mending) }
}

async function importInto(
  trx: Transaction,
  { person, metadata, now }: Submission,
  needs: AccountNeeds,
): Promise<{ difference: Difference; rows: Row[] } | 'gone'> {
  const { partnershipId, draftId } = toPlace(metadata)
  const whose = { workspaceId: person.workspaceId, partnershipId, personId: person.id }
  await lockAccounts(trx, partnershipId)
  const rows = await takeDraft(trx, whose, draftId)
  if (!rows) return 'gone'
  const { difference } = await compared(trx, partnershipId, rows)
  await saveAccounts(trx, whose, factsToKeep(difference), now)
  await follow(trx, needs, whose, concerned(difference), now)
  return { difference, rows }
}

/** Whose accounts they were and are. */
function concerned({ added, changed }: Difference): string[] {
  const before = changed.flatMap(({ account }) => ownersOf(account))
  const after = [...added, ...changed.map(({ to }) => to)].flatMap(({ ownerIds }) => Object.values(ownerIds))
  return [...new Set([...before, ...after])]
}
