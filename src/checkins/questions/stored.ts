import { z } from 'zod'
import { languages } from '../../platform/i18n.ts'
import type { Question } from '../question.ts'

const wording = z.record(z.enum(languages), z.string())
const common = {
  id: z.string(),
  side: z.enum(['marketing', 'sales', 'both']),
  label: wording,
  hint: wording,
  prefill: z.enum(['last answer', 'nothing']),
}
const question = z.object({
  ...common,
  kind: z.enum(['line', 'text', 'choice', 'number']),
  choices: z.array(z.object({ id: z.string(), label: wording })).optional(),
  required: z.boolean(),
  perAccount: z.boolean().optional(),
  accountId: z.string().optional(),
  people: z.array(z.string()).optional(),
})
/** As they were kept while there were lines and texts only, none of which had to be answered. */
const early = z
  .object({ ...common, long: z.boolean() })
  .transform(({ long, ...rest }): Question => ({ ...rest, kind: long ? 'text' : 'line', required: false }))

const questions = z.array(z.union([question, early]))

/** The questions of a row, whenever it was written. @throws ZodError where they are none */
export const toQuestions = (stored: string): Question[] => questions.parse(JSON.parse(stored))

export const fromQuestions = (asked: readonly Question[]): string => JSON.stringify(asked)
