import type { Json } from '../../../src/playground/json.ts'
import type { Surface } from '../../../src/playground/server/validator/problem.ts'
import { cell, element, home, input, modal, plain, section } from './examples.ts'
import type { Row } from './row.ts'
import { notes, secondHand, skills } from './sources.ts'

const chart = { type: 'data_visualization', title: 'x', chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] } }
const task = { type: 'task_card', task_id: 't', title: 'x', status: 'pending' }
const surfaces = ['message', 'modal', 'home'] as const
const index = 'docs.slack.dev/blocks.json'
const narrower = (other: string) => secondHand(`sources differ (${other}); the narrower is taken`)
const elementPages = secondHand(
  'the surfaces of the reference pages, as read by @tightknitai/slack-block-kit-validator',
)

/** Blocks and elements that may not stand everywhere, and where they may. */
const placed: [example: Json, allowed: Surface[], source: string][] = [
  [{ type: 'alert', text: plain('x') }, ['modal'], `${index}; ${narrower("Slack's skills post one in a message")}`],
  [{ type: 'carousel', elements: [{ type: 'card', actions: [element('button')] }] }, ['message', 'home'], index],
  [{ type: 'container', title: plain('x'), child_blocks: [section] }, ['message'], index],
  [{ type: 'context_actions', elements: [element('icon_button')] }, ['message'], notes('block-kit/blocks')],
  [{ type: 'data_table', caption: 'x', rows: [[cell()], [cell()]] }, ['message'], narrower('some also name the Home')],
  [chart, ['message'], narrower('some also name the Home')],
  [
    { type: 'file', source: 'remote', external_id: 'e' },
    ['message'],
    secondHand('docs.slack.dev/blocks.json; the types say that no app can add one'),
  ],
  [input({ type: 'plain_text_input' }), ['modal', 'home'], narrower('blocks.json also names messages')],
  [{ type: 'markdown', text: 'x' }, ['message'], skills],
  [{ type: 'plan', title: 'x' }, ['message'], secondHand('slackblocks spec/vocabulary.json')],
  [task, ['message'], secondHand('slackblocks spec/vocabulary.json')],
  [{ type: 'table', rows: [[cell()]] }, ['message', 'home'], notes('block-kit/blocks')],
]
const actions = (type: string) => ({ type: 'actions', elements: [element(type)] })
const accessory = (type: string) => ({ ...section, accessory: element(type) })
const field = (type: string) => input(element(type))

/** The elements, in every kind of block that the surface takes. */
const elements: [type: string, allowed: Surface[], within: ((type: string) => Json)[]][] = [
  ['datetimepicker', ['message', 'modal'], [actions, field]],
  ['email_text_input', ['modal'], [field]],
  ['file_input', ['modal'], [field]],
  ['number_input', ['modal'], [field]],
  ['rich_text_input', ['modal', 'home'], [actions, field]],
  ['url_text_input', ['modal'], [field]],
  ['workflow_button', ['message'], [actions, accessory]],
]
const pointers = new Map([
  [actions, '/elements/0/type'],
  [accessory, '/accessory/type'],
  [field, '/element/type'],
])

const names: Record<Surface, string> = { message: 'a message', modal: 'a modal', home: 'the Home' }
const said = (type: unknown, allowed: Surface[]) =>
  `\`${type}\` stands only in ${allowed.map((one) => names[one]).join(' or ')}.`
const on = (surface: Surface, block: Json) =>
  surface === 'message' ? [block] : surface === 'modal' ? modal(block) : home(block)
const pointer = (surface: Surface) => (surface === 'message' ? '/blocks/0' : '/view/blocks/0')

/** A row for every surface: each that takes the block against each that does not, in turns. */
function rowsOf(block: Json, allowed: Surface[], others: Surface[], at: string, rule: string, source: string): Row[] {
  const common = { rule, source, code: 'failed_constraint', constraint: 'enum' }
  return Array.from({ length: Math.max(allowed.length, others.length) }, (_, turn) => {
    const place = allowed[turn % allowed.length] ?? 'message'
    const refusedIn = others[turn % others.length] ?? 'message'
    const examples = { accepted: on(place, block), refused: on(refusedIn, block) }
    return { ...common, ...examples, place, refusedIn, pointer: pointer(refusedIn) + at }
  })
}

const not = (allowed: Surface[], among: readonly Surface[] = surfaces) => among.filter((one) => !allowed.includes(one))

const blockRows = placed.flatMap(([block, allowed, source]) =>
  rowsOf(block, allowed, not(allowed), '/type', said(block.type, allowed), source),
)
const elementRows = elements.flatMap(([type, allowed, within]) =>
  within.flatMap((block) => {
    // A field stands in an input block, and no message takes that.
    const among = block === field ? (['modal', 'home'] as const) : surfaces
    const taken = among.filter((one) => allowed.includes(one))
    const refused = not(allowed, among)
    if (!refused.length) return []
    return rowsOf(block(type), taken, refused, pointers.get(block) ?? '', said(type, allowed), elementPages)
  }),
)

export const surfaceRows: Row[] = [...blockRows, ...elementRows]
