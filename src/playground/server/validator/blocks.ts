import { isJson, type Json, objects } from '../../json.ts'
import { anyText, exactlyOne, imageElement, imageSource, plainText } from './composition.ts'
import { elements, inAccessory, inActions, inInput } from './elements.ts'
import { richText, richTextFields } from './rich-text.ts'
import {
  boolean,
  byType,
  type Fields,
  type Look,
  list,
  number,
  object,
  oneOf,
  optional,
  pick,
  type Rule,
  required,
  type Surface,
  string,
} from './rules.ts'

const always = required(string())
const everywhere: Surface[] = ['message', 'modal', 'home']
const block = (fields: Fields, check?: (value: Json, pointer: string, look: Look) => void) =>
  object({ type: always, block_id: optional(string({ max: 255 })), ...fields }, check)

const cell = byType({
  rich_text: richText,
  raw_text: object({ type: always, text: required(string({ min: 1 })) }),
  raw_number: object({ type: always, value: required(number()), text: required(string({ min: 1 })) }),
})
const point = object({ label: required(string({ min: 1, max: 20 })), value: required(number()) })
const plotted = object(
  {
    type: always,
    series: required(
      list(object({ name: required(string({ min: 1, max: 20 })), data: required(list(point, { min: 1, max: 20 })) }), {
        min: 1,
        max: 6,
      }),
    ),
    axis_config: required(
      object({
        categories: required(list(string({ min: 1, max: 20 }), { min: 1, max: 20 })),
        x_label: optional(string({ max: 50 })),
        y_label: optional(string({ max: 50 })),
      }),
    ),
  },
  seriesFollowCategories,
)
const chart = byType({
  line: plotted,
  bar: plotted,
  area: plotted,
  pie: object({ type: always, segments: required(list(point, { min: 1, max: 6 })) }),
})

const simpleBlocks: Record<string, Rule> = {
  actions: block({ elements: required(list(byType(inActions), { min: 1, max: 25 })) }),
  alert: block({
    text: required(anyText(3000)),
    level: optional(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  context: block({
    elements: required(list(byType({ image: imageElement, ...textElements(3000) }), { min: 1, max: 10 })),
  }),
  divider: block({}),
  header: block({ text: required(plainText(150)) }),
  image: block(
    { alt_text: required(string({ min: 1, max: 2000 })), title: optional(plainText(2000)), ...imageSource },
    exactlyOne('image_url', 'slack_file'),
  ),
  input: block({
    label: required(plainText(2000)),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
    element: required(byType(inInput)),
  }),
  markdown: block({ text: required(string({ min: 1, max: 12_000 })) }),
  rich_text: block(richTextFields),
  section: block(
    {
      text: optional(anyText(3000)),
      fields: optional(list(anyText(2000), { min: 1, max: 10 })),
      accessory: optional(byType(inAccessory)),
      expand: optional(boolean),
    },
    (value, pointer, look) => {
      if (value.text === undefined && value.fields === undefined)
        look.report(pointer, 'missing_field', 'must define either text or fields')
    },
  ),
  table: block({
    rows: required(list(list(cell, { min: 1, max: 20 }), { min: 1, max: 100 })),
    column_settings: optional(
      list(object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) }), { max: 20 }),
    ),
  }),
  data_table: block(
    {
      caption: required(string({ min: 1 })),
      rows: required(list(list(cell, { min: 1, max: 20 }), { min: 2, max: 101 })),
      page_size: optional(number({ min: 1, max: 100, whole: true })),
      row_header_column_index: optional(number({ min: 0, max: 19, whole: true })),
    },
    rowsAreEven,
  ),
  data_visualization: block({ title: required(string({ min: 1, max: 50 })), chart: required(chart) }),
}

const childTypes = ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'table']

const allBlocks: Record<string, Rule> = {
  ...simpleBlocks,
  container: block(
    {
      title: optional(plainText(150)),
      rich_text_title: optional(richText),
      subtitle: optional(anyText(150)),
      child_blocks: required(list(onSurface(pick(simpleBlocks, ...childTypes)), { min: 1, max: 10 })),
      width: optional(oneOf('narrow', 'standard', 'wide', 'full')),
      icon: optional(elements.image ?? imageElement),
      is_collapsible: optional(boolean),
      default_collapsed: optional(boolean),
      has_header_divider: optional(boolean),
    },
    (value, pointer, look) => {
      if (value.title === undefined && value.rich_text_title === undefined)
        look.report(pointer, 'missing_field', 'must define either title or rich_text_title')
      if (value.default_collapsed === true && value.is_collapsible !== true)
        look.report(pointer, 'invalid_combination', 'default_collapsed needs is_collapsible')
    },
  ),
}

/** Where a block may stand. Where sources differ (alert, input, data_table) the narrower is taken. */
const surfaces: Record<string, Surface[]> = {
  alert: ['modal'],
  input: ['modal', 'home'],
  markdown: ['message'],
  container: ['message'],
  table: ['message', 'home'],
  data_table: ['message'],
  data_visualization: ['message'],
}

/** Any block that the surface takes. */
export const anyBlock: Rule = onSurface(allBlocks)

function onSurface(table: Record<string, Rule>): Rule {
  const rule = byType(table)
  return (value, pointer, look) => {
    const type = isJson(value) ? String(value.type) : ''
    const allowed = surfaces[type] ?? everywhere
    if (Object.hasOwn(table, type) && !allowed.includes(look.surface))
      return look.report(`${pointer}/type`, 'wrong_surface', `${type} is not allowed in a ${look.surface}`)
    rule(value, pointer, look)
  }
}

function textElements(max: number): Record<string, Rule> {
  return { plain_text: plainText(max), mrkdwn: anyText(max) }
}

function rowsAreEven({ rows }: Json, pointer: string, look: Look): void {
  if (!Array.isArray(rows)) return
  const widths = rows.map((row) => (Array.isArray(row) ? row.length : 0))
  if (new Set(widths).size > 1) look.report(`${pointer}/rows`, 'invalid_combination', 'all rows must be equally long')
  if (objects(rows[0]).some((one) => one.type === 'rich_text'))
    look.report(`${pointer}/rows/0`, 'invalid_value', 'the header row takes no rich_text')
}

function seriesFollowCategories({ series, axis_config }: Json, pointer: string, look: Look): void {
  const categories = JSON.stringify(isJson(axis_config) ? axis_config.categories : undefined)
  objects(series).forEach(({ data }, at) => {
    const labels = JSON.stringify(objects(data).map((one) => one.label))
    if (labels !== categories)
      look.report(`${pointer}/series/${at}/data`, 'invalid_combination', 'labels must equal the categories, in order')
  })
}
