/** Answers made of words that say where they belong, and how to read them back from what a summary shows. */
import fc from 'fast-check'
import type { Answers } from '../../../src/checkins/question.ts'
import { questionsFor } from '../../../src/checkins/question.ts'
import { firstTemplate, templates } from '../../../src/checkins/templates/all.ts'
import type { Rendered } from '../../../src/platform/rendered.ts'

const questions = templates[firstTemplate]?.questions ?? []

/** Words that say whose, to what, which try and which place: `anna.need.1.7`. Between them what Slack would read as mark-up. */
const between = fc.constantFrom(' ', '\n', '\n\n', ' <!channel> ', ' & ', ' *_~ ', ' <@UANNA> ')
const lengths = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.integer({ min: 1, max: 130 }))
const answerOf = (who: string, question: string, version: number) =>
  fc.tuple(lengths, fc.array(between, { minLength: 1, maxLength: 6 })).map(([count, gaps]) =>
    Array.from({ length: count }, (_, n) => `${who}.${question}.${version}.${n}`)
      .reduce((text, word, n) => `${text}${gaps[n % gaps.length]}${word}`)
      .slice(0, 3000),
  )
export const answersOf = (who: string, side: 'marketing' | 'sales', version: number): fc.Arbitrary<Answers> => {
  const asked = questionsFor(side, questions).map(({ id }) => [id, answerOf(who, id, version)] as const)
  return fc.record(Object.fromEntries(asked)).chain((all) => fc.subarray(Object.entries(all)).map(Object.fromEntries))
}

const wordPattern = /\w+\.\w+\.\d+\.\d+/g

/** Every word of every answer, in reading order: what stands in the left column first. */
export function wordsIn(pages: Rendered[]): string[] {
  const texts = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'section') return []
      const { text, fields } = block as { text?: { text: string }; fields?: { text: string }[] }
      return [text?.text ?? '', ...(fields ?? []).map((field) => field.text)]
    }),
  )
  return texts.flatMap((text) => text.match(wordPattern) ?? [])
}

/** The words of each answer in their order, whatever else stands between them. */
export const byAnswer = (words: string[]) =>
  Object.fromEntries(
    [...Map.groupBy(words, (word) => word.split('.').slice(0, 3).join('.'))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

export const wordsOf = (all: readonly Answers[]) =>
  all.flatMap((answers) => Object.values(answers).flatMap((answer) => answer.match(wordPattern) ?? []))
