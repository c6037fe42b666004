import type { Answers, Question, Side } from '../question.ts'

/** What somebody answered, with their name. */
export interface Response {
  personId: string
  name: string
  side: Side
  answers: Answers
}

/** What was said to one question, by team; a team that was not asked has no list. */
export interface Chapter {
  question: Question
  said: Partial<Record<Side, Said[]>>
}

export interface Said {
  name: string
  answer: string
}

/** The questions somebody answered, in the order they were asked. */
export function chapters(questions: readonly Question[], responses: readonly Response[]): Chapter[] {
  return questions
    .map((question) => ({ question, said: saidTo(question, responses) }))
    .filter(({ said }) => Object.values(said).some((list) => list.length > 0))
}

function saidTo(question: Question, responses: readonly Response[]): Chapter['said'] {
  const sides: Side[] = question.side === 'both' ? ['marketing', 'sales'] : [question.side]
  return Object.fromEntries(
    sides.map((side) => [
      side,
      responses
        .filter((response) => response.side === side)
        .flatMap(({ name, answers }) => {
          const answer = answers[question.id]
          return answer === undefined ? [] : [{ name, answer }]
        }),
    ]),
  )
}
