import { isJson, type Json, objects, textOf, wordsOf } from '../json.ts'
import { elementText, words } from './elements.ts'
import { aligned, indented } from './layout.ts'
import { unescaped } from './mrkdwn.ts'
import type { Filled, Reading } from './reading.ts'
import { richText } from './rich-text.ts'

type Draw = (block: Json, reading: Reading, filled: Filled) => string

/** Blocks one beneath the other. */
export function blocksText(blocks: Json[], reading: Reading, filled: Filled): string {
  const drawn = blocks.map(
    (block) => draw[String(block.type)]?.(block, reading, filled) ?? `[${block.type}: cannot be shown here]`,
  )
  return drawn.filter((text) => text !== '').join('\n')
}

const draw: Record<string, Draw> = {
  header: (block) => `# ${wordsOf(block.text)}`,
  divider: () => '────────',
  section: (block, reading, filled) => {
    const fields = objects(block.fields).map((field) => words(field, reading))
    const accessory = isJson(block.accessory) ? used(block, block.accessory, reading, filled) : ''
    const body = [words(block.text, reading), ...fields].filter((text) => text !== '').join('\n')
    return [body, accessory].filter((text) => text !== '').join(accessory.includes('\n') ? '\n' : '  ')
  },
  context: (block, reading) =>
    objects(block.elements)
      .map((one) => (one.type === 'image' ? elementText(one, undefined, reading) : words(one, reading)))
      .join('  '),
  actions: (block, reading, filled) => {
    const parts = objects(block.elements).map((element) => used(block, element, reading, filled))
    return parts.join(parts.some((part) => part.includes('\n')) ? '\n' : ' ')
  },
  input: inputText,
  image: (block) => [wordsOf(block.title), `[image: ${block.alt_text}]`].filter((text) => text !== '').join('\n'),
  alert: (block, reading) => `! ${words(block.text, reading)}`,
  markdown: (block) => unescaped(textOf(block.text) ?? '').replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1'),
  rich_text: (block, reading) => richText(block, reading),
  table: (block, reading) => aligned(rowsOf(block, reading)),
  data_table: (block, reading) => `${block.caption}\n${aligned(rowsOf(block, reading))}`,
  data_visualization: chartText,
  container: (block, reading, filled) => {
    const title = isJson(block.rich_text_title) ? richText(block.rich_text_title, reading) : wordsOf(block.title)
    const head = [`▾ ${title}`, words(block.subtitle, reading)].filter((text) => text !== '').join(' – ')
    return `${head}\n${indented(blocksText(objects(block.child_blocks), reading, filled))}`
  },
}

function used(block: Json, element: Json, reading: Reading, { values }: Filled): string {
  const inBlock = values?.[String(block.block_id)]
  const state = isJson(inBlock) ? inBlock[String(element.action_id)] : undefined
  return elementText(element, isJson(state) ? state : undefined, reading)
}

function inputText(block: Json, reading: Reading, filled: Filled): string {
  const label = wordsOf(block.label) + (block.optional === true ? ' (optional)' : '')
  const element = isJson(block.element) ? used(block, block.element, reading, filled) : ''
  const error = textOf(filled.errors?.[String(block.block_id)])
  const under = [element, wordsOf(block.hint), error && `! ${error}`].filter(
    (text) => text !== undefined && text !== '',
  )
  return `${label}\n${indented(under.join('\n'))}`
}

function rowsOf(block: Json, reading: Reading): string[][] {
  const rows = Array.isArray(block.rows) ? block.rows : []
  const cell = (one: Json) => (one.type === 'rich_text' ? richText(one, reading) : (textOf(one.text) ?? ''))
  return rows.map((row) => objects(row).map(cell))
}

function chartText(block: Json): string {
  const chart = isJson(block.chart) ? block.chart : {}
  const head = `[${chart.type} chart: ${block.title}]`
  if (chart.type === 'pie')
    return `${head}\n${aligned(objects(chart.segments).map((one) => [String(one.label), String(one.value)]))}`
  const axis = isJson(chart.axis_config) ? chart.axis_config : {}
  const categories = Array.isArray(axis.categories) ? axis.categories.map(String) : []
  const rows = objects(chart.series).map((one) => [
    String(one.name),
    ...objects(one.data).map((point) => String(point.value)),
  ])
  return `${head}\n${aligned([['', ...categories], ...rows])}`
}
