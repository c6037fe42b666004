import type { Db, Transaction } from '../../../db/schema.ts'
import { discussedIn, type Pick, pickAccounts, saveUpdates } from '../../accounts/index.ts'
import { isOn, membersOf, teamLeadsOf } from '../../partnerships/index.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { type Own, participantsOf } from '../answering/store.ts'
import type { CheckIn, Occurrence } from '../occurrence.ts'
import { saveQuestions } from '../opening/store.ts'
import type { Answers, Question, Side } from '../question.ts'
import { isAboutAccounts, passedOn, questionsAbout, type Standing, updatesIn } from './questions.ts'

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
  return { questions: questionsAbout(picks, questions, await standingNow(db, partnershipId, now)), picks }
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

/** Where an owner has left or changed sides without having answered, who has the account now is asked; else who leads the side. */
export async function followOwners(trx: Transaction, occurrence: Occurrence, now: number): Promise<Occurrence> {
  const { id, workspaceId, checkIn, questions } = occurrence
  if (!questions.some(({ accountId }) => accountId !== undefined)) return occurrence
  const picks = new Map((await discussedIn(trx, checkIn.partnershipId, id)).map((one) => [one.id, one]))
  const { instead } = await standingNow(trx, checkIn.partnershipId, now)
  const inCharge = (accountId: string, side: Side) => picks.get(accountId)?.owners[side]?.id ?? instead[side]
  const passed = passedOn(questions, await speakingFor(trx, occurrence), inCharge)
  if (JSON.stringify(passed) === JSON.stringify(questions)) return occurrence
  await saveQuestions(trx, { id, workspaceId }, passed)
  return { ...occurrence, questions: passed }
}

/** The side each person speaks for: who has answered, that they answered for; of the others those who are still on the side they were asked on. */
async function speakingFor(db: Db, { id, workspaceId, checkIn }: Occurrence): Promise<Map<string, Side>> {
  const asked = new Map((await participantsOf(db, workspaceId, id)).map((one) => [one.personId, one]))
  const there = (await membersOf(db, checkIn.partnershipId)).map(({ person, side }) => [person.id, side] as const)
  const same = there.filter(([personId, side]) => (asked.get(personId)?.side ?? side) === side)
  const answered = [...asked.values()]
    .filter((one) => one.answered)
    .map(({ personId, side }) => [personId, side] as const)
  return new Map([...same, ...answered])
}

/** Who is away, and who leads each side: its team lead, while that one is away the deputy; where both are, nobody else is asked. */
async function standingNow(db: Db, partnershipId: string, now: number): Promise<Standing> {
  const people = (await membersOf(db, partnershipId)).map(({ person }) => person)
  const away = await whoIsAway(db, people, now)
  const leads = await teamLeadsOf(db, partnershipId)
  const present = leads.filter(({ person }) => !away.has(person.id))
  // The first of a side wins: somebody who is there, the team lead before the deputy.
  const bySide = [...present, ...leads].map(({ side, person }) => [side, person.id] as const)
  return { instead: Object.fromEntries(bySide.toReversed()), away }
}
