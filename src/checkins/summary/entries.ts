import { sideName } from '../../partnerships/index.ts'
import { type Language, listInWords } from '../../platform/i18n.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { fold } from '../../platform/slack/fold.ts'
import type { Question, Side } from '../question.ts'
import { answerInWords } from '../questions/in-words.ts'
import type { Said } from './chapters.ts'
import * as say from './messages.ts'

/**
 * What one team said to a question, in pieces of mrkdwn that each fit: nothing is left out, and a long answer goes on in a next
 * piece. Texts stand under their writer's name, numbers behind it; of choices it says who chose which.
 */
export function entries(question: Question, said: readonly Said[], limit: number, language: Language): string[] {
  switch (question.kind) {
    case 'line':
    case 'text':
      return said.flatMap(({ name, answer }) => folded(`*${escaped(name)}*\n`, answer, limit, language))
    case 'number':
      return [...said.map((one) => numberLine(question, one, language)), ...takenTogether(question, said, language)]
    case 'choice':
      return byChoice(question, said).flatMap(([choice, names]) => {
        const head = `*${escaped(answerInWords(question, choice, language))}* (${names.length})\n`
        return folded(head, listInWords(names, language), limit, language)
      })
  }
}

/** @param head mrkdwn that ends its line @param text as typed */
function folded(head: string, text: string, limit: number, language: Language): string[] {
  const again = `${head.trimEnd()} ${say.continued(language)}\n`
  return fold(text, limit - again.length, (part) => escaped(part).length).map(
    (part, index) => `${index === 0 ? head : again}${escaped(part.trim())}`,
  )
}

const numberLine = (question: Question, { name, answer }: Said, language: Language): string =>
  `*${escaped(name)}* ${escaped(answerInWords(question, answer, language))}`

/** Of two numbers or more. Nothing tells whether they are scores or counts: both ways of taking them together are said. */
function takenTogether(question: Question, said: readonly Said[], language: Language): string[] {
  const numbers = said.map(({ answer }) => Number(answer)).filter(Number.isFinite)
  if (numbers.length < 2) return []
  const words = (value: number) => answerInWords(question, String(value), language)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  // In hundredths, in which numbers are kept: 0.1 and 0.2 are 0.3.
  const sum = numbers.reduce((all, one) => all + Math.round(one * 100), 0) / 100
  return [say.averageAndSum(language, words(sum / numbers.length), words(least), words(most), words(sum))]
}

/** In the order of the choices; what is no longer among them comes last. */
function byChoice({ choices = [] }: Question, said: readonly Said[]): [string, string[]][] {
  const order = choices.map(({ id }) => id)
  const place = (choice: string) => (order.includes(choice) ? order.indexOf(choice) : order.length)
  const groups = Map.groupBy(said, ({ answer }) => answer)
  return [...groups]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([choice, those]) => [choice, those.map(({ name }) => name)])
}

/** The team above its column. */
export const columnTitle = (side: Side, language: Language): string => `_${sideName(side, language)}_`
