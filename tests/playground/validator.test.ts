import { describe, expect, it } from 'vitest'
import { type Surface, validate } from '../../src/playground/server/validator/validate.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const long = (length: number) => 'x'.repeat(length)
const many = <T>(count: number, one: (at: number) => T) => Array.from({ length: count }, (_, at) => one(at))
const option = (at: number | string) => ({ text: plain(`Option ${at}`), value: `${at}` })
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more })
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('Text'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Label'), element, ...more })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })
const text = { type: 'text', text: 'x' }
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const cell = (words = 'x') => ({ type: 'raw_text', text: words })
const container = (...child_blocks: object[]) => ({ type: 'container', title: plain('Title'), child_blocks })
const points = (...labels: string[]) => labels.map((label, at) => ({ label, value: at }))
const chart = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Trend',
  chart: { type: 'line', series: [{ name: 'Sales', data: points('a', 'b') }], axis_config: { categories: ['a', 'b'] } },
  ...more,
})
const modal = (more: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [section()], ...more })
const form = (element: object, more: object = {}) => modal({ submit: plain('Go'), blocks: [input(element, more)] })
const confirm = { title: plain('Sure?'), text: mrkdwn('Really'), confirm: plain('Yes'), deny: plain('No') }
const select = (more: object = {}) => ({ type: 'static_select', options: [option(1)], ...more })
const typed = (more: object = {}) => ({ type: 'plain_text_input', ...more })
const asked = (...blocks: object[]) => modal({ submit: plain('Go'), blocks })

/** Each rule by an example just inside and one just outside, with the place that is reported. */
const messageRules: [rule: string, taken: object[], refused: object[], code: string, pointer: string][] = [
  [
    'at most 50 blocks',
    many(50, () => ({ type: 'divider' })),
    many(51, () => ({ type: 'divider' })),
    'too_many_items',
    '/blocks',
  ],
  ['only known blocks', [{ type: 'divider' }], [{ type: 'nonsense' }], 'unsupported_type', '/blocks/0/type'],
  ['only known fields', [section()], [section({ colour: 'red' })], 'unknown_field', '/blocks/0'],
  [
    'a text of a section within 3000',
    [section({ text: mrkdwn(long(3000)) })],
    [section({ text: mrkdwn(long(3001)) })],
    'too_long',
    '/blocks/0/text/text',
  ],
  [
    'text counted in code points',
    [{ type: 'header', text: plain('👋'.repeat(150)) }],
    [{ type: 'header', text: plain('👋'.repeat(151)) }],
    'too_long',
    '/blocks/0/text/text',
  ],
  ['no empty text', [section()], [section({ text: mrkdwn('') })], 'too_short', '/blocks/0/text/text'],
  [
    'text or fields in a section',
    [{ type: 'section', fields: [plain('x')] }],
    [{ type: 'section' }],
    'missing_field',
    '/blocks/0',
  ],
  [
    'at most 10 fields',
    [section({ fields: many(10, () => plain('x')) })],
    [section({ fields: many(11, () => plain('x')) })],
    'too_many_items',
    '/blocks/0/fields',
  ],
  [
    'fields within 2000',
    [section({ fields: [plain(long(2000))] })],
    [section({ fields: [plain(long(2001))] })],
    'too_long',
    '/blocks/0/fields/0/text',
  ],
  [
    'accessories that fit',
    [section({ accessory: button() })],
    [section({ accessory: typed() })],
    'unsupported_type',
    '/blocks/0/accessory/type',
  ],
  [
    'plain text in a header',
    [{ type: 'header', text: plain('x') }],
    [{ type: 'header', text: mrkdwn('x') }],
    'unsupported_type',
    '/blocks/0/text/type',
  ],
  [
    'at most 10 elements in a context',
    [{ type: 'context', elements: many(10, () => plain('x')) }],
    [{ type: 'context', elements: many(11, () => plain('x')) }],
    'too_many_items',
    '/blocks/0/elements',
  ],
  [
    'at most 25 elements in actions',
    [actions(...many(25, () => button()))],
    [actions(...many(26, () => button()))],
    'too_many_items',
    '/blocks/0/elements',
  ],
  ['at least one element in actions', [actions(button())], [actions()], 'too_few_items', '/blocks/0/elements'],
  [
    'button text within 75',
    [actions(button({ text: plain(long(75)) }))],
    [actions(button({ text: plain(long(76)) }))],
    'too_long',
    '/blocks/0/elements/0/text/text',
  ],
  [
    'button value within 2000',
    [actions(button({ value: long(2000) }))],
    [actions(button({ value: long(2001) }))],
    'too_long',
    '/blocks/0/elements/0/value',
  ],
  [
    'button styles',
    [actions(button({ style: 'danger' }))],
    [actions(button({ style: 'default' }))],
    'invalid_value',
    '/blocks/0/elements/0/style',
  ],
  [
    'addresses',
    [actions(button({ url: 'https://example.com' }))],
    [actions(button({ url: 'example' }))],
    'invalid_value',
    '/blocks/0/elements/0/url',
  ],
  [
    'action_id within 255',
    [actions(button({ action_id: long(255) }))],
    [actions(button({ action_id: long(256) }))],
    'too_long',
    '/blocks/0/elements/0/action_id',
  ],
  [
    'block_id within 255',
    [section({ block_id: long(255) })],
    [section({ block_id: long(256) })],
    'too_long',
    '/blocks/0/block_id',
  ],
  [
    'unique block_id',
    [section({ block_id: 'a' }), section({ block_id: 'b' })],
    [section({ block_id: 'a' }), section({ block_id: 'a' })],
    'duplicate_id',
    '/blocks',
  ],
  [
    'unique action_id in a block',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'duplicate_id',
    '/blocks',
  ],
  [
    'whole confirm dialogs',
    [actions(button({ confirm }))],
    [actions(button({ confirm: { text: plain('x') } }))],
    'missing_field',
    '/blocks/0/elements/0/confirm',
  ],
  [
    'at most 100 options',
    [actions(select({ options: many(100, option) }))],
    [actions(select({ options: many(101, option) }))],
    'too_many_items',
    '/blocks/0/elements/0/options',
  ],
  [
    'option values within 75',
    [actions(select({ options: [{ ...option(1), value: long(75) }] }))],
    [actions(select({ options: [{ ...option(1), value: long(76) }] }))],
    'too_long',
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'options or groups',
    [actions({ type: 'static_select', option_groups: [{ label: plain('G'), options: [option(1)] }] })],
    [actions({ type: 'static_select' })],
    'invalid_combination',
    '/blocks/0/elements/0',
  ],
  [
    'a first option that is offered',
    [actions(select({ initial_option: option(1) }))],
    [actions(select({ initial_option: option(2) }))],
    'invalid_value',
    '/blocks/0/elements/0/initial_option',
  ],
  [
    'at most 5 overflow options',
    [actions({ type: 'overflow', options: many(5, option) })],
    [actions({ type: 'overflow', options: many(6, option) })],
    'too_many_items',
    '/blocks/0/elements/0/options',
  ],
  [
    'at most 10 checkboxes',
    [actions({ type: 'checkboxes', options: many(10, option) })],
    [actions({ type: 'checkboxes', options: many(11, option) })],
    'too_many_items',
    '/blocks/0/elements/0/options',
  ],
  [
    'at most 10 radio buttons',
    [actions({ type: 'radio_buttons', options: many(10, option) })],
    [actions({ type: 'radio_buttons', options: many(11, option) })],
    'too_many_items',
    '/blocks/0/elements/0/options',
  ],
  [
    'dates as dates',
    [actions({ type: 'datepicker', initial_date: '2026-05-11' })],
    [actions({ type: 'datepicker', initial_date: '11-05-2026' })],
    'invalid_value',
    '/blocks/0/elements/0/initial_date',
  ],
  [
    'times as times',
    [actions({ type: 'timepicker', initial_time: '09:30' })],
    [actions({ type: 'timepicker', initial_time: '9.30' })],
    'invalid_value',
    '/blocks/0/elements/0/initial_time',
  ],
  [
    'placeholders within 150',
    [actions({ type: 'users_select', placeholder: plain(long(150)) })],
    [actions({ type: 'users_select', placeholder: plain(long(151)) })],
    'too_long',
    '/blocks/0/elements/0/placeholder/text',
  ],
  [
    'one focus',
    [actions(select({ focus_on_load: true }))],
    [actions(select({ focus_on_load: true, action_id: 'a' }), select({ focus_on_load: true, action_id: 'b' }))],
    'invalid_combination',
    '/blocks',
  ],
  [
    'one source for an image',
    [{ type: 'image', alt_text: 'x', image_url: 'https://example.com/a.png' }],
    [{ type: 'image', alt_text: 'x' }],
    'invalid_combination',
    '/blocks/0',
  ],
  [
    'markdown within 12,000',
    [{ type: 'markdown', text: long(12_000) }],
    [{ type: 'markdown', text: long(12_001) }],
    'too_long',
    '/blocks/0/text',
  ],
  [
    'known rich text',
    [rich(line(text, { type: 'user', user_id: 'U1' }))],
    [rich(line({ type: 'shout', text: 'x' }))],
    'unsupported_type',
    '/blocks/0/elements/0/elements/0/type',
  ],
  [
    'no empty rich text',
    [rich(line(text))],
    [rich(line({ type: 'text', text: '' }))],
    'too_short',
    '/blocks/0/elements/0/elements/0/text',
  ],
  [
    'lists of sections',
    [rich({ type: 'rich_text_list', style: 'bullet', elements: [line(text)] })],
    [rich({ type: 'rich_text_list', style: 'star', elements: [line(text)] })],
    'invalid_value',
    '/blocks/0/elements/0/style',
  ],
  [
    'tables within 100 rows',
    [{ type: 'table', rows: many(100, () => [cell()]) }],
    [{ type: 'table', rows: many(101, () => [cell()]) }],
    'too_many_items',
    '/blocks/0/rows',
  ],
  [
    'tables within 20 columns',
    [{ type: 'table', rows: [many(20, () => cell())] }],
    [{ type: 'table', rows: [many(21, () => cell())] }],
    'too_many_items',
    '/blocks/0/rows/0',
  ],
  [
    'one table',
    [{ type: 'table', rows: [[cell()]] }],
    [
      { type: 'table', rows: [[cell()]] },
      { type: 'table', rows: [[cell()]] },
    ],
    'too_many_items',
    '/blocks',
  ],
  [
    'tables within 10,000 characters',
    [{ type: 'table', rows: [[cell(long(10_000))]] }],
    [{ type: 'table', rows: [[cell(long(10_000)), cell()]] }],
    'too_long',
    '/blocks',
  ],
  [
    'data tables of two rows or more',
    [{ type: 'data_table', caption: 'x', rows: [[cell()], [cell()]] }],
    [{ type: 'data_table', caption: 'x', rows: [[cell()]] }],
    'too_few_items',
    '/blocks/0/rows',
  ],
  [
    'even data tables',
    [{ type: 'data_table', caption: 'x', rows: [[cell()], [cell()]] }],
    [{ type: 'data_table', caption: 'x', rows: [[cell()], [cell(), cell()]] }],
    'invalid_combination',
    '/blocks/0/rows',
  ],
  [
    'a caption on a data table',
    [{ type: 'data_table', caption: 'x', rows: [[cell()], [cell()]] }],
    [{ type: 'data_table', rows: [[cell()], [cell()]] }],
    'missing_field',
    '/blocks/0',
  ],
  ['chart titles within 50', [chart({ title: long(50) })], [chart({ title: long(51) })], 'too_long', '/blocks/0/title'],
  [
    'a value for every category',
    [chart()],
    [
      chart({
        chart: { type: 'bar', series: [{ name: 'S', data: points('a') }], axis_config: { categories: ['a', 'b'] } },
      }),
    ],
    'invalid_combination',
    '/blocks/0/chart/series/0/data',
  ],
  ['at most two charts', [chart(), chart()], [chart(), chart(), chart()], 'too_many_items', '/blocks'],
  [
    'pies of at most six',
    [chart({ chart: { type: 'pie', segments: points(...'abcdef') } })],
    [chart({ chart: { type: 'pie', segments: points(...'abcdefg') } })],
    'too_many_items',
    '/blocks/0/chart/segments',
  ],
  [
    'containers of at most ten',
    [container(...many(10, () => section()))],
    [container(...many(11, () => section()))],
    'too_many_items',
    '/blocks/0/child_blocks',
  ],
  [
    'simple blocks in a container',
    [container(section())],
    [container(container(section()))],
    'unsupported_type',
    '/blocks/0/child_blocks/0/type',
  ],
  [
    'a collapsed container that can be opened',
    [{ ...container(section()), is_collapsible: true, default_collapsed: true }],
    [{ ...container(section()), default_collapsed: true }],
    'invalid_combination',
    '/blocks/0',
  ],
]

const viewRules: [rule: string, taken: object, refused: object, code: string, pointer: string][] = [
  [
    'at most 100 blocks',
    modal({ blocks: many(100, () => section()) }),
    modal({ blocks: many(101, () => section()) }),
    'too_many_items',
    '/view/blocks',
  ],
  [
    'a title within 24',
    modal({ title: plain(long(24)) }),
    modal({ title: plain(long(25)) }),
    'too_long',
    '/view/title/text',
  ],
  ['a title at all', modal(), modal({ title: undefined }), 'missing_field', '/view'],
  [
    'a submit button within 24',
    modal({ submit: plain(long(24)) }),
    modal({ submit: plain(long(25)) }),
    'too_long',
    '/view/submit/text',
  ],
  [
    'a close button within 24',
    modal({ close: plain(long(24)) }),
    modal({ close: plain(long(25)) }),
    'too_long',
    '/view/close/text',
  ],
  [
    'private_metadata within 3000',
    modal({ private_metadata: long(3000) }),
    modal({ private_metadata: long(3001) }),
    'too_long',
    '/view/private_metadata',
  ],
  [
    'callback_id within 255',
    modal({ callback_id: long(255) }),
    modal({ callback_id: long(256) }),
    'too_long',
    '/view/callback_id',
  ],
  ['a submit button for inputs', form(typed()), modal({ blocks: [input(typed())] }), 'missing_field', '/view'],
  ['only known fields', modal(), modal({ colour: 'red' }), 'unknown_field', '/view'],
  [
    'labels within 2000',
    form(typed(), { label: plain(long(2000)) }),
    form(typed(), { label: plain(long(2001)) }),
    'too_long',
    '/view/blocks/0/label/text',
  ],
  ['fields in an input', form(typed()), form(button()), 'unsupported_type', '/view/blocks/0/element/type'],
  [
    'a max_length within 3000',
    form(typed({ max_length: 3000 })),
    form(typed({ max_length: 3001 })),
    'too_large',
    '/view/blocks/0/element/max_length',
  ],
  [
    'lengths that fit',
    form(typed({ min_length: 2, max_length: 3 })),
    form(typed({ min_length: 4, max_length: 3 })),
    'invalid_combination',
    '/view/blocks/0/element/min_length',
  ],
  [
    'a first value that fits',
    form(typed({ max_length: 3, initial_value: 'abc' })),
    form(typed({ max_length: 3, initial_value: 'abcd' })),
    'too_long',
    '/view/blocks/0/element/initial_value',
  ],
  [
    'numbers that say whether they are whole',
    form({ type: 'number_input', is_decimal_allowed: false }),
    form({ type: 'number_input' }),
    'missing_field',
    '/view/blocks/0/element',
  ],
  [
    'at most ten files',
    form({ type: 'file_input', max_files: 10 }),
    form({ type: 'file_input', max_files: 11 }),
    'too_large',
    '/view/blocks/0/element/max_files',
  ],
  [
    'alert levels',
    modal({ blocks: [{ type: 'alert', text: plain('x'), level: 'info' }] }),
    modal({ blocks: [{ type: 'alert', text: plain('x'), level: 'loud' }] }),
    'invalid_value',
    '/view/blocks/0/level',
  ],
  [
    'filters that filter',
    form({ type: 'conversations_select', filter: { include: ['public'] } }),
    form({ type: 'conversations_select', filter: {} }),
    'missing_field',
    '/view/blocks/0/element/filter',
  ],
  [
    'when inputs dispatch',
    form(typed({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } })),
    form(typed({ dispatch_action_config: { trigger_actions_on: ['always'] } })),
    'invalid_value',
    '/view/blocks/0/element/dispatch_action_config/trigger_actions_on/0',
  ],
  [
    'at most 250 kB',
    modal({ blocks: many(80, () => section({ text: mrkdwn(long(3000)) })) }),
    modal({ blocks: many(90, () => section({ text: mrkdwn(long(3000)) })) }),
    'view_too_large',
    '/view',
  ],
]

describe('keeps messages to', () => {
  it.each(messageRules)('%s', (_rule, taken, refused, code, pointer) => {
    expect(validate(taken, 'message')).toEqual([])
    expect(validate(refused, 'message')).toContainEqual({ code, pointer, message: expect.any(String) })
  })
})

describe('keeps modals to', () => {
  it.each(viewRules)('%s', (_rule, taken, refused, code, pointer) => {
    expect(validate(taken, 'modal')).toEqual([])
    expect(validate(refused, 'modal')).toContainEqual({ code, pointer, message: expect.any(String) })
  })

  it.each(['checkboxes', 'radio_buttons', 'static_select', 'multi_static_select'])('takes a %s as a field', (type) => {
    expect(validate(form({ type, options: [option(1)] }), 'modal')).toEqual([])
  })

  it.each([
    'datepicker',
    'timepicker',
    'datetimepicker',
    'email_text_input',
    'url_text_input',
    'rich_text_input',
    'file_input',
    'external_select',
    'multi_external_select',
    'users_select',
    'multi_users_select',
    'channels_select',
    'multi_channels_select',
    'conversations_select',
    'multi_conversations_select',
    'plain_text_input',
  ])('takes a %s as a field', (type) => {
    expect(validate(form({ type }), 'modal')).toEqual([])
  })
})

describe('knows where a block may stand', () => {
  const blocks: Record<string, object> = {
    alert: { type: 'alert', text: plain('x') },
    input: input(typed()),
    markdown: { type: 'markdown', text: 'x' },
    container: container(section()),
    table: { type: 'table', rows: [[cell()]] },
    data_table: { type: 'data_table', caption: 'x', rows: [[cell()], [cell()]] },
    data_visualization: chart(),
    section: section(),
  }
  const places: [block: string, surface: Surface, allowed: boolean][] = [
    ['alert', 'message', false],
    ['alert', 'modal', true],
    ['alert', 'home', false],
    ['input', 'message', false],
    ['input', 'modal', true],
    ['input', 'home', true],
    ['markdown', 'message', true],
    ['markdown', 'modal', false],
    ['markdown', 'home', false],
    ['container', 'message', true],
    ['container', 'modal', false],
    ['container', 'home', false],
    ['table', 'message', true],
    ['table', 'modal', false],
    ['table', 'home', true],
    ['data_table', 'message', true],
    ['data_table', 'modal', false],
    ['data_table', 'home', false],
    ['data_visualization', 'message', true],
    ['data_visualization', 'modal', false],
    ['data_visualization', 'home', false],
    ['section', 'message', true],
    ['section', 'modal', true],
    ['section', 'home', true],
  ]
  it.each(places)('%s in a %s: %s', (name, surface, allowed) => {
    const block = blocks[name] ?? {}
    const payload = { message: [block], modal: asked(block), home: { type: 'home', blocks: [block] } }[surface]
    const codes = validate(payload, surface).map((one) => one.code)
    expect(codes).toEqual(allowed ? [] : ['wrong_surface'])
  })
})

it('does not take a Home for a modal', () => {
  expect(validate({ type: 'home', blocks: [] }, 'modal')).toContainEqual(
    expect.objectContaining({ pointer: '/view/type' }),
  )
  expect(validate(modal(), 'home')).toContainEqual(expect.objectContaining({ pointer: '/view/type' }))
})
