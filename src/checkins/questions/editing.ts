import type { Question, Side } from '../question.ts'

/** How many questions one person is asked at most, beside those about key accounts: the form stays one that people fill in. */
export const mostPerSide = 12

/** Characters of each text, and how many choices there can be; fewer than Slack takes, so that everything fits everywhere. */
export const mostText = { label: 150, hint: 200, choice: 75, choices: 20 }

/** What a team lead does to the questions of a check-in. */
export type Edit =
  | { do: 'move'; id: string; by: 1 | -1 }
  | { do: 'remove'; id: string }
  /** Adds it, or puts it in the place of the one with its id. */
  | { do: 'put'; question: Question }

export type Edited = { ok: true; questions: Question[] } | { ok: false; reason: 'last' | 'too many' }

/** The groups in which questions are shown, asked and ordered. */
export const groups = ['marketing', 'sales', 'both'] as const satisfies Question['side'][]

/** The questions of a group, in order. */
export const inGroup = (group: Question['side'], questions: readonly Question[]): Question[] =>
  questions.filter(({ side }) => side === group)

/** What the questions are after an edit. Of a question that is gone by now nothing is moved or removed. */
export function edited(questions: readonly Question[], edit: Edit): Edited {
  const after = applied(questions, edit)
  if (after.length === 0) return { ok: false, reason: 'last' }
  if (edit.do === 'put' && (asksTooMuch('marketing', after) || asksTooMuch('sales', after)))
    return { ok: false, reason: 'too many' }
  return { ok: true, questions: groups.flatMap((group) => inGroup(group, after)) }
}

function applied(questions: readonly Question[], edit: Edit): Question[] {
  switch (edit.do) {
    case 'remove':
      return questions.filter(({ id }) => id !== edit.id)
    case 'move':
      return moved(questions, edit)
    case 'put':
      return put(questions, edit.question)
  }
}

/** Up or down among those of its own group; at the end of it nothing happens. */
function moved(questions: readonly Question[], { id, by }: { id: string; by: 1 | -1 }): Question[] {
  const moving = questions.find((question) => question.id === id)
  const group = moving ? inGroup(moving.side, questions) : []
  const other = group[group.findIndex((question) => question.id === id) + by]
  if (!moving || !other) return [...questions]
  return questions.map((question) => (question === moving ? other : question === other ? moving : question))
}

/** In its place; one that is new or changed teams comes last. */
function put(questions: readonly Question[], question: Question): Question[] {
  const before = questions.find(({ id }) => id === question.id)
  if (before?.side === question.side) return questions.map((one) => (one === before ? question : one))
  return [...questions.filter((one) => one !== before), question]
}

function asksTooMuch(side: Side, questions: readonly Question[]): boolean {
  return inGroup(side, questions).length + inGroup('both', questions).length > mostPerSide
}

/** What somebody else did. */
export interface Change {
  how: 'added' | 'changed' | 'removed' | 'moved'
  question: Question
}

/** What is different between two versions of the questions. Moved are named only where nothing else happened. */
export function changesBetween(before: readonly Question[], after: readonly Question[]): Change[] {
  const added = after.filter(({ id }) => !find(before, id)).map((question) => ({ how: 'added' as const, question }))
  const removed = before.filter(({ id }) => !find(after, id)).map((question) => ({ how: 'removed' as const, question }))
  const changed = after
    .filter((question) => find(before, question.id) && !isSame(find(before, question.id), question))
    .map((question) => ({ how: 'changed' as const, question }))
  const all = [...added, ...changed, ...removed]
  if (all.length > 0) return all
  return after.filter(({ id }, index) => before[index]?.id !== id).map((question) => ({ how: 'moved', question }))
}

export const find = (questions: readonly Question[], id: string): Question | undefined =>
  questions.find((question) => question.id === id)

/** Whether both ask the same thing in the same way; two that are not there are the same. */
export function isSame(one: Question | undefined, other: Question | undefined): boolean {
  return canonical(one) === canonical(other)
}

/** Whatever order its parts were written in, and without those that are left out. */
function canonical(question: Question | undefined): string {
  if (!question) return ''
  const { id, side, label, hint, kind, choices, required, prefill, perAccount } = question
  const texts = [label, hint, ...(choices ?? []).map((choice) => choice.label)].map(({ en, nl }) => [en, nl])
  return JSON.stringify([id, side, texts, kind, choices?.map((choice) => choice.id), required, prefill, !!perAccount])
}
