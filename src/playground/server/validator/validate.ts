import { isJson, type Json, objects, wordsOf } from '../../json.ts'
import { placedElements } from '../blocks.ts'
import { anyBlock } from './blocks.ts'
import { plainText } from './composition.ts'
import { boolean, type Look, list, object, optional, type Problem, required, type Surface, string } from './rules.ts'

export type { Problem, Surface }

const viewBytes = 250_000
const markdownTotal = 12_000
const tableTotal = 10_000

const common = {
  type: required(string()),
  private_metadata: optional(string({ max: 3000 })),
  callback_id: optional(string({ max: 255 })),
  external_id: optional(string({ max: 255 })),
  blocks: required(list(anyBlock, { max: 100 })),
}
const views = {
  modal: object({
    ...common,
    title: required(plainText(24)),
    submit: optional(plainText(24)),
    close: optional(plainText(24)),
    clear_on_close: optional(boolean),
    notify_on_close: optional(boolean),
  }),
  home: object(common),
}
const messageBlocks = list(anyBlock, { max: 50 })

/**
 * What Slack would refuse, by its documented limits; nothing when it would take it.
 * @param payload the blocks of a message, or a whole view
 */
export function validate(payload: unknown, surface: Surface): Problem[] {
  const problems: Problem[] = []
  const look: Look = { surface, report: (pointer, code, message) => problems.push({ pointer, code, message }) }
  if (surface === 'message') {
    messageBlocks(payload, '/blocks', look)
    checkTogether(objects(payload), '/blocks', look)
    return problems
  }
  views[surface](payload, '/view', look)
  if (isJson(payload)) checkView(payload, surface, look)
  return problems
}

/** The problems as they stand in `response_metadata.messages`, without `[ERROR]`. */
export function messagesOf(problems: Problem[]): string[] {
  return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`)
}

function checkView(view: Json, surface: Surface, look: Look): void {
  const blocks = objects(view.blocks)
  if (view.type !== surface) look.report('/view/type', 'invalid_value', `must be ${surface}`)
  if (surface === 'modal' && view.submit === undefined && blocks.some((one) => one.type === 'input'))
    look.report('/view', 'missing_field', 'must define `submit` to use an `input` block in modals')
  if (Buffer.byteLength(JSON.stringify(view)) > viewBytes)
    look.report('/view', 'view_too_large', 'must be less than 250 kB')
  checkTogether(blocks, '/view/blocks', look)
}

/** What can only be seen by looking at all blocks at once. */
function checkTogether(blocks: Json[], pointer: string, look: Look): void {
  const all = blocks.flatMap((block) => [block, ...objects(block.child_blocks)])
  for (const id of repeated(all.map((one) => one.block_id)))
    look.report(pointer, 'duplicate_id', `block_id ${id} already exists`)
  for (const block of all)
    for (const id of repeated(placedElements([{ ...block, child_blocks: [] }]).map((one) => one.element.action_id)))
      look.report(pointer, 'duplicate_id', `action_id ${id} already exists in its block`)
  const placed = placedElements(blocks)
  if (placed.filter(({ element }) => element.focus_on_load === true).length > 1)
    look.report(pointer, 'invalid_combination', 'only one element may have focus_on_load')
  if (look.surface !== 'modal' && placed.some(({ element }) => element.response_url_enabled === true))
    look.report(pointer, 'invalid_combination', 'response_url_enabled is for modals')
  checkTotals(all, pointer, look)
}

function checkTotals(blocks: Json[], pointer: string, look: Look): void {
  const ofType = (type: string) => blocks.filter((one) => one.type === type)
  const markdown = ofType('markdown').reduce((sum, one) => sum + [...String(one.text)].length, 0)
  if (markdown > markdownTotal) look.report(pointer, 'msg_blocks_too_long', 'markdown is too long in all')
  if (ofType('table').length > 1) look.report(pointer, 'too_many_items', 'only one table block is allowed')
  if (ofType('data_visualization').length > 2)
    look.report(pointer, 'too_many_items', 'no more than 2 data_visualization blocks allowed')
  const cells = ofType('table').flatMap((one) => (Array.isArray(one.rows) ? one.rows.flat() : []))
  if (cells.reduce((sum, cell) => sum + lengthOf(cell), 0) > tableTotal)
    look.report(pointer, 'too_long', 'table cells hold more than 10000 characters')
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + lengthOf(one), 0)
  return isJson(value) ? [...wordsOf(value)].length + lengthOf(value.elements) : 0
}

function repeated(ids: unknown[]): unknown[] {
  return [...new Set(ids.filter((id, at) => id !== undefined && ids.indexOf(id) !== at))]
}
