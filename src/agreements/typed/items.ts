import { distance } from 'fastest-levenshtein'
import type { Item } from '../content.ts'
import { linesOf, Misread, unbulleted, unlikeEachOther } from './lines.ts'

/** A hand-off shows each as a tick box: 75 characters, and as many below it. */
const longestItem = 150

/** A star at either end, or the word; a star with a space after it is a dash. */
const mark = /^\*+(?=\S)|\s*(?:\*|\((?:required|verplicht)\))$/iu

type TypedItem = Omit<Item, 'id'>

/**
 * One point per line; `*` or "(required)" marks what is required. A point that was there before keeps its id, also when its
 * wording changed a little.
 * @param newId of a point that is new
 * @throws Misread
 */
export function readItems(typed: string, before: readonly Item[], newId: () => string): Item[] {
  const lines = linesOf(typed).map((line) => ({ line, item: toItem(line.text) }))
  const saying = lines.filter(({ item }) => item.text !== '')
  const long = saying.find(({ item }) => [...item.text].length > longestItem)
  if (long) throw new Misread({ what: 'too long', line: long.line })
  unlikeEachOther(
    saying.map(({ line }) => line),
    ({ text }) => toItem(text).text,
  )
  return identified(
    saying.map(({ item }) => item),
    before,
    newId,
  )
}

/** As somebody would type them. */
export const writeItems = (items: readonly Item[]): string =>
  items.map(({ text, required }) => (required ? `${text}*` : text)).join('\n')

function toItem(line: string): TypedItem {
  let text = line
  while (mark.test(text)) text = unbulleted(text.replace(mark, '').trim())
  return { text, required: mark.test(line) }
}

function identified(items: readonly TypedItem[], before: readonly Item[], newId: () => string): Item[] {
  const left = new Map(before.map((item) => [item.id, item]))
  const ids = new Map<TypedItem, string>()
  for (const alike of [same, reworded])
    for (const item of items) {
      const known = ids.has(item) ? undefined : [...left.values()].find((one) => alike(one.text, item.text))
      if (!known) continue
      left.delete(known.id)
      ids.set(item, known.id)
    }
  return items.map((item) => ({ id: ids.get(item) ?? newId(), ...item }))
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const reworded = (one: string, other: string): boolean => distance(one, other) <= Math.min(one.length, other.length) / 3
