import type { Db, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, type Side } from '../partnerships/index.ts'
import { newId } from '../platform/ids.ts'
import type { Note, NoteKind, Update } from './note.ts'

/** What one person said about one account in one check-in. */
export interface Updates {
  workspaceId: string
  accountId: string
  occurrenceId: string
  personId: string
  /** The side they spoke for. */
  side: Side
  updates: readonly Update[]
}

/** Keeps what somebody said in a check-in in the place of what they had said there before. Blank texts are left out. */
export async function saveUpdates(trx: Transaction, said: Updates, now: number): Promise<void> {
  const { workspaceId, accountId, occurrenceId, personId, side, updates } = said
  await trx
    .deleteFrom('account_note')
    .where('occurrence_id', '=', occurrenceId)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .execute()
  const account = trx.selectFrom('account').select('partnership_id').where('id', '=', accountId)
  const { partnership_id } = await account.where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow()
  const on = (await dateOf(trx, occurrenceId)) ?? (await todayIn(trx, partnership_id, now))
  for (const { kind, text } of updates) {
    if (text.trim() === '') continue
    await insert(trx, { workspaceId, accountId, occurrenceId, personId, side, kind, text: text.trim(), on }, now)
  }
}

/** A note somebody adds of their own accord. */
export async function insertNote(
  trx: Transaction,
  note: { workspaceId: string; partnershipId: string; accountId: string; personId: string; side: Side; text: string },
  now: number,
): Promise<void> {
  const on = await todayIn(trx, note.partnershipId, now)
  await insert(trx, { ...note, occurrenceId: undefined, kind: 'note', on }, now)
}

interface NewNote {
  workspaceId: string
  accountId: string
  occurrenceId: string | undefined
  personId: string
  side: Side
  kind: NoteKind
  text: string
  on: LocalDate
}

async function insert(trx: Transaction, note: NewNote, now: number): Promise<void> {
  await trx
    .insertInto('account_note')
    .values({
      id: newId(now),
      workspace_id: note.workspaceId,
      account_id: note.accountId,
      occurrence_id: note.occurrenceId ?? null,
      person_id: note.personId,
      side: note.side,
      kind: note.kind,
      text: note.text,
      said_on: note.on,
    })
    .execute()
}

const todayIn = async (db: Db, partnershipId: string, now: number): Promise<LocalDate> =>
  toLocal(now, (await getPartnership(db, partnershipId)).zone).date

async function dateOf(db: Db, occurrenceId: string): Promise<LocalDate | undefined> {
  const occurrence = db.selectFrom('occurrence').select(['date', 'slot']).where('id', '=', occurrenceId)
  const row = await occurrence.executeTakeFirst()
  return row && (row.date ?? row.slot)
}

const columns = [
  'account_note.id',
  'account_note.kind',
  'account_note.text',
  'account_note.side',
  'account_note.said_on',
  'person.name',
] as const

/** A page of what was said about an account, the newest first, and how much there is in all. */
export async function timelineOf(
  db: Db,
  accountId: string,
  { from, most }: { from: number; most: number },
): Promise<{ notes: Note[]; count: number }> {
  const notes = db.selectFrom('account_note').where('account_note.account_id', '=', accountId)
  const { count } = await notes.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await notes
    .innerJoin('person', 'person.id', 'account_note.person_id')
    .select(columns)
    .orderBy('said_on', 'desc')
    // What one person said stands together, and in the order in which it is asked.
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('account_note.kind')
    .orderBy('account_note.id', 'desc')
    .offset(from)
    .limit(most)
    .execute()
  return { notes: rows.map(toNote), count }
}

/** All that was said about the accounts of a partnership, the oldest first, with the account each is about. */
export async function allNotes(db: Db, partnershipId: string): Promise<(Note & { accountId: string })[]> {
  const rows = await db
    .selectFrom('account_note')
    .innerJoin('account', 'account.id', 'account_note.account_id')
    .innerJoin('person', 'person.id', 'account_note.person_id')
    .select([...columns, 'account_note.account_id'])
    .where('account.partnership_id', '=', partnershipId)
    .orderBy('said_on')
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('account_note.kind')
    .orderBy('account_note.id')
    .execute()
  return rows.map((row) => ({ ...toNote(row), accountId: row.account_id }))
}

function toNote(row: { id: string; kind: NoteKind; text: string; side: Side; said_on: LocalDate; name: string }): Note {
  return { id: row.id, kind: row.kind, text: row.text, byName: row.name, side: row.side, on: row.said_on }
}
