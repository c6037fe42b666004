/** Every payload the stand-in takes, as far as it has blocks, and what people read in it. */
import { isJson, type Json, objects } from '../../../src/playground/json.ts'
import type { Place } from '../../../src/playground/page/place.tsx'
import { allRows } from '../rules/chapters.ts'

export interface Payload {
  name: string
  surface: Place['surface']
  blocks: Json[]
}

/** The accepted example of every rule of the validator. */
export const payloads: Payload[] = allRows.flatMap(({ rule, place, accepted }, at) => {
  if (place === 'suggestions') return []
  const blocks = Array.isArray(accepted) ? objects(accepted) : isJson(accepted) ? objects(accepted.blocks) : []
  return blocks.length > 0
    ? [{ name: `${at} ${rule}`, surface: place === 'whole message' ? 'message' : place, blocks }]
    : []
})

/** One payload for every type of block: the one with the most in it. */
export const richest: Payload[] = [
  ...payloads
    .flatMap(({ name, surface, blocks }) => blocks.map((block) => ({ name, surface, blocks: [block] })))
    .filter((one) => size(one) < 3000)
    .sort((a, b) => size(a) - size(b))
    .reduce((byType, one) => byType.set(one.blocks[0]?.type, one), new Map<unknown, Payload>())
    .values(),
]

function size({ blocks }: Payload): number {
  return JSON.stringify(blocks).length
}

/** Keys under which a person's words stand, where they are a string. */
const worded = [
  'alt_text',
  'author_name',
  'caption',
  'external_id',
  'label',
  'name',
  'provider_name',
  'text',
  'title',
  'x_label',
  'y_label',
]

/** A copy in which every text for people is another word, and these words. What stands in elements is left out. */
export function reworded(blocks: Json[]): { blocks: Json[]; words: string[] } {
  const words: string[] = []
  const inCharts = new Map<string, string>()
  const word = () => {
    words.push(`word${words.length}.`)
    return words.at(-1) ?? ''
  }
  const inChart = (old: string) => {
    inCharts.set(old, inCharts.get(old) ?? word())
    return inCharts.get(old)
  }
  const copy = (value: unknown, key: string, chart: boolean): unknown => {
    if (typeof value === 'string') {
      if (chart && (worded.includes(key) || key === 'categories')) return inChart(value)
      return worded.includes(key) ? word() : value
    }
    if (Array.isArray(value)) return value.map((one) => copy(one, key, chart))
    if (!isJson(value) || isElement(value) || value.type === 'emoji') return value
    const shown = value.type === 'data_table' ? firstPage(value) : value
    return Object.fromEntries(
      Object.entries(shown).map(([field, one]) => [field, copy(one, field, chart || field === 'chart')]),
    )
  }
  return { blocks: objects(copy(blocks, 'blocks', false)), words }
}

function firstPage(table: Json): Json {
  return { ...table, rows: Array.isArray(table.rows) ? table.rows.slice(0, 1 + Number(table.page_size ?? 10)) : [] }
}

const blockTypes = ['button', 'overflow', 'checkboxes', 'radio_buttons', 'feedback_buttons']

/** Something to click or to fill in, which is drawn elsewhere. */
export function isElement({ type }: Json): boolean {
  return blockTypes.includes(String(type)) || /(_select|_input|picker|_button)$/.test(String(type))
}

/** Every place in a payload but those in elements, as a path for `put` of the rules. */
export function pathsOf(value: unknown, path = ''): string[] {
  if (isJson(value) && isElement(value)) return [path]
  const inner = Array.isArray(value) || isJson(value) ? Object.entries(value) : []
  return [path, ...inner.flatMap(([key, one]) => pathsOf(one, path === '' ? key : `${path}/${key}`))]
}
