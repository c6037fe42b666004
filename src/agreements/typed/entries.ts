import type { DescribedField, SharedWord } from '../content.ts'
import { linesOf, Misread, type TypedLine, unlikeEachOther } from './lines.ts'

/** `word: what it means` on a line. @throws Misread */
export function readWords(typed: string): SharedWord[] {
  const lines = linesOf(typed)
  const words = lines.map((line) => {
    const { name: word, meaning } = named(line)
    return { word, meaning }
  })
  unlikeEachOther(lines, (line) => named(line).name)
  return words
}

export const writeWords = (words: readonly SharedWord[]): string =>
  words.map(({ word, meaning }) => `${word}: ${meaning}`).join('\n')

/** `field: what it means (who keeps it)` on a line. @throws Misread */
export function readDescribed(typed: string): DescribedField[] {
  const lines = linesOf(typed)
  const fields = lines.map(toField)
  unlikeEachOther(lines, (line) => toField(line).name)
  return fields
}

export const writeDescribed = (fields: readonly DescribedField[]): string =>
  fields.map(({ name, meaning, keeper }) => `${name}: ${meaning} (${keeper})`).join('\n')

function toField(line: TypedLine): DescribedField {
  const { name, meaning: rest } = named(line)
  const [, meaning, keeper] = /^(.*\S)\s*\(([^()]*[^()\s][^()]*)\)\.?$/u.exec(rest) ?? []
  if (meaning === undefined || keeper === undefined) throw new Misread({ what: 'no keeper', line })
  return { name, meaning, keeper: keeper.trim() }
}

function named(line: TypedLine): { name: string; meaning: string } {
  const [, name = '', meaning = ''] = /^([^:=]*)[:=](.*)$/u.exec(line.text) ?? []
  if (name.trim() === '' || meaning.trim() === '') throw new Misread({ what: 'no meaning', line })
  return { name: name.trim(), meaning: meaning.trim() }
}
