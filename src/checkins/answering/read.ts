import { z } from 'zod'
import type { Language } from '../../platform/i18n.ts'
import type { Fields } from '../../platform/interaction.ts'
import type { Answers, Question } from '../question.ts'
import * as say from './messages.ts'
import { readNumber } from './number.ts'

/** What was filled in, and what is wrong with it; both by question id. */
export interface Read {
  answers: Answers
  /** In the person's language; empty where everything is right. */
  errors: Record<string, string>
}

type One = { answer: string } | { error: string } | undefined

/** Of Slack's text inputs. */
export const longestAnswer = 3000

const filled = z.string().trim().catch('')
const withinLimit = z.string().max(longestAnswer)

/** What is kept of a form: answers to questions that were asked, without those left empty. */
export function answersIn(fields: Fields, questions: readonly Question[], language: Language): Read {
  const read: Read = { answers: {}, errors: {} }
  for (const question of questions) {
    const one = readOne(question, filled.parse(fields[question.id]), language)
    if (one && 'answer' in one) read.answers[question.id] = one.answer
    if (one && 'error' in one) read.errors[question.id] = one.error
  }
  return read
}

function readOne(question: Question, typed: string, language: Language): One {
  if (typed === '') return question.required ? { error: say.needed(language) } : undefined
  switch (question.kind) {
    case 'choice':
      return isChoice(question, typed) ? { answer: typed } : { error: say.notAChoice(language) }
    case 'number': {
      const number = readNumber(typed, language)
      return number === undefined ? { error: say.notANumber(language) } : { answer: number }
    }
    case 'line':
    case 'text':
      return withinLimit.safeParse(typed).success ? { answer: typed } : { error: say.tooLong(language, longestAnswer) }
  }
}

/** What stands in the form: one's own answers; else, where the question says so, those of last time. Only what fits the question as it is now. */
export function prefilled(questions: readonly Question[], own: Answers | undefined, last: Answers): Answers {
  const from = own ?? last
  const kept = questions.flatMap((question) => {
    const answer = own || question.prefill === 'last answer' ? from[question.id] : undefined
    const fitting = answer === undefined ? undefined : adapted(question, answer)
    return fitting === undefined ? [] : [[question.id, fitting] as const]
  })
  return Object.fromEntries(kept)
}

/** An answer of before in the field of a question that may have changed since; undefined where it no longer fits. */
function adapted(question: Question, answer: string): string | undefined {
  switch (question.kind) {
    case 'choice':
      return isChoice(question, answer) ? answer : undefined
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(answer) ? answer : undefined
    case 'line':
      return answer.replace(/\s*\n\s*/g, ' ')
    case 'text':
      return answer
  }
}

const isChoice = ({ choices = [] }: Question, answer: string): boolean => choices.some(({ id }) => id === answer)
