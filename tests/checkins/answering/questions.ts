import type { Question } from '../../../src/checkins/question.ts'

const plain: Question = {
  id: 'text',
  side: 'sales',
  label: { en: 'What moved?', nl: 'Wat kwam verder?' },
  hint: { en: 'Two or three.', nl: 'Twee of drie.' },
  kind: 'text',
  required: false,
  prefill: 'nothing',
}

/** A question with what is said of it. */
export const question = (said: Partial<Question>): Question => ({ ...plain, ...said })

/** Choices with these ids, shown as 'One (en)' and so on. */
export const choices = (...ids: string[]): Question['choices'] =>
  ids.map((id) => ({ id, label: { en: `${id} (en)`, nl: `${id} (nl)` } }))
