import type { Db, Transaction } from '../../../db/schema.ts'
import { type Pick, pickAccounts, saveUpdates } from '../../accounts/index.ts'
import { isOn, teamLeadsOf } from '../../partnerships/index.ts'
import type { Own } from '../answering/store.ts'
import type { CheckIn, Occurrence } from '../occurrence.ts'
import type { Answers, Question, Side } from '../question.ts'
import { isAboutAccounts, questionsAbout, updatesIn } from './questions.ts'

/** What a date asks, and about which key accounts. */
export interface Agenda {
  questions: readonly Question[]
  picks: readonly Pick[]
}

/** @returns undefined where it is about key accounts and there is none to discuss */
export async function agendaOf(
  db: Db,
  checkIn: CheckIn,
  questions: readonly Question[],
  now: number,
): Promise<Agenda | undefined> {
  if (!isAboutAccounts(questions)) return { questions, picks: [] }
  const { id, partnershipId } = checkIn
  const picks = (await isOn(db, partnershipId, 'accounts')) ? await pickAccounts(db, partnershipId, id, now) : []
  if (picks.length === 0) return undefined
  const leads = await teamLeadsOf(db, partnershipId)
  const leadOf = (side: Side) => leads.find((one) => one.side === side)?.person.id
  const [marketing, sales] = [leadOf('marketing'), leadOf('sales')]
  const instead = { ...(marketing ? { marketing } : {}), ...(sales ? { sales } : {}) }
  return { questions: questionsAbout(picks, questions, instead), picks }
}

/** Writes what somebody answered about key accounts on their timelines, in the place of what they had said this time. */
export async function keepUpdates(
  trx: Transaction,
  { workspaceId, occurrenceId, personId }: Own,
  { side, answers }: { side: Side; answers: Answers },
  { questions }: Occurrence,
  now: number,
): Promise<void> {
  for (const [accountId, updates] of updatesIn(answers, { side, personId }, questions))
    await saveUpdates(trx, { workspaceId, accountId, occurrenceId, personId, side, updates }, now)
}
