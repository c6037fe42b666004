import { type Question, questionsFor, type Side } from '../question.ts'

/** Somebody who is asked, and what they did. */
export interface Participant {
  personId: string
  slackId: string
  name: string
  /** The side they answer for: the one they were on when they were asked. */
  side: Side
  /** IANA name. */
  zone: string
  /** Others wait for them. */
  required: boolean
  answered: boolean
  skipped: boolean
  /** Since it opened: they are not missing. */
  away: boolean
  /** No longer on a side; what they answered stands. */
  left: boolean
}

export type Asked = Pick<Participant, 'personId' | 'side' | 'required'>

/** Whom a check-in may ask: somebody who is on a side. */
interface Candidate {
  person: { id: string }
  side: Side
}

/**
 * Who is asked: those who are there, but for those who only read along and those for whom there is no question.
 * @param parts who need not answer @param away ids
 */
export function whoIsAsked(
  members: readonly Candidate[],
  questions: readonly Question[],
  parts: ReadonlyMap<string, 'optional' | 'observer'>,
  away: ReadonlySet<string>,
): Asked[] {
  return members
    .filter(({ person, side }) => !away.has(person.id) && takesPart({ personId: person.id, side }, questions, parts))
    .map(({ person, side }) => ({ personId: person.id, side, required: parts.get(person.id) !== 'optional' }))
}

/** Whether somebody is asked when they are there. */
export function takesPart(
  { personId, side }: Pick<Asked, 'personId' | 'side'>,
  questions: readonly Question[],
  parts: ReadonlyMap<string, 'optional' | 'observer'>,
): boolean {
  return parts.get(personId) !== 'observer' && questionsFor(side, questions, personId).length > 0
}

export const idsOf = (people: readonly { personId: string }[]): string[] => people.map(({ personId }) => personId)

/** Others still wait for their answer. */
export const isAwaited = ({ required, answered, skipped, away, left }: Participant): boolean =>
  required && !answered && !skipped && !away && !left

/** How many have answered. */
export interface Turnout {
  answered: number
  /** Of those who are waited for: who is away does not count, who skipped does. */
  of: number
  /** Who answered without being waited for. */
  more: number
}

/** "7 of 9, and 2 more". */
export function turnout(participants: readonly Participant[]): Turnout {
  const counted = participants.filter(({ required, answered, away }) => required && (answered || !away))
  return {
    answered: counted.filter(({ answered }) => answered).length,
    of: counted.length,
    more: participants.filter(({ required, answered }) => !required && answered).length,
  }
}

/** Nobody is left to wait for; where everybody skipped or left, too. Where nobody must answer, it waits for those who may. */
export function isComplete(participants: readonly Participant[]): boolean {
  const there = participants.filter(({ answered, away }) => answered || !away)
  const awaited = there.filter(({ required }) => required)
  return (awaited.length > 0 ? awaited : there).every(({ answered, skipped }) => answered || skipped)
}
