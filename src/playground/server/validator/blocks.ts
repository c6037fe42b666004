import type { Json } from '../../json.ts'
import { button } from './buttons.ts'
import { chartFields } from './charts.ts'
import { misfit, oneAtLeast } from './checks.ts'
import {
  anyText,
  anyTextTypes,
  image,
  imageElement,
  imageFields,
  imageSource,
  mrkdwnText,
  plainText,
  secureAddress,
  webAddress,
} from './composition.ts'
import { inAccessory, inActions, inContextActions, inInput } from './elements.ts'
import type { Surface } from './problem.ts'
import { richText, richTextFields } from './rich-text.ts'
import {
  type Agreement,
  boolean,
  byType,
  type Check,
  type Fields,
  list,
  type ObjectRule,
  object,
  oneOf,
  optional,
  required,
  string,
} from './rules.ts'
import { cellsTogether, dataTableFields, evenRows, plainHead, tableFields } from './tables.ts'
import { taskFields } from './tasks.ts'

const blockId = string({ min: 1, max: 255 })
const block = (fields: Fields, ...checks: Check<Json>[]): ObjectRule =>
  object({ block_id: optional(blockId), ...fields }, ...checks)

const simpleBlocks: Record<string, ObjectRule> = {
  actions: block({ elements: required(list(inActions, { min: 1, max: 25 })) }),
  context: block({
    elements: required(list(byType({ image: imageElement, ...anyTextTypes(3000) }), { min: 1, max: 10 })),
  }),
  divider: block({}),
  file: block({ source: required(oneOf('remote')), external_id: required(string({ min: 1 })) }),
  header: block({ text: required(plainText(150)) }),
  image: block({ ...imageFields, title: optional(plainText(2000)) }, imageSource),
  rich_text: block(richTextFields),
  section: block(
    {
      text: optional(anyText(3000)),
      fields: optional(list(anyText(2000), { min: 1, max: 10 })),
      accessory: optional(inAccessory),
      expand: optional(boolean),
    },
    oneAtLeast('text', 'fields'),
  ),
  table: block(tableFields, cellsTogether),
  video: block({
    alt_text: required(string({ min: 1, max: 2000 })),
    title: required(plainText(199)),
    video_url: required(secureAddress()),
    thumbnail_url: required(webAddress()),
    title_url: optional(secureAddress(2000)),
    author_name: optional(string({ max: 49 })),
    provider_name: optional(string({ max: 50 })),
    provider_icon_url: optional(webAddress(2000)),
    description: optional(plainText(199)),
  }),
}

const collapses: Agreement<Json> = {
  name: 'collapsed only when collapsible',
  refusals: ({ default_collapsed, is_collapsible }) =>
    default_collapsed === true && is_collapsible !== true ? [misfit('', 'default_collapsed needs is_collapsible')] : [],
}
const card = block(
  {
    hero_image: optional(image),
    icon: optional(image),
    title: optional(mrkdwnText(150)),
    subtitle: optional(mrkdwnText(150)),
    body: optional(mrkdwnText(200)),
    actions: optional(list(byType({ button }), { min: 1, max: 3 })),
  },
  oneAtLeast('hero_image', 'title', 'actions', 'body'),
)
const task = block(taskFields)

const blocks: Record<string, ObjectRule> = {
  ...simpleBlocks,
  alert: block({
    text: required(anyText(200)),
    level: optional(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: block({ elements: required(list(byType({ card }), { min: 1, max: 10 })) }),
  container: block(
    {
      title: optional(plainText(150)),
      rich_text_title: optional(richText),
      subtitle: optional(anyText(150)),
      child_blocks: required(list(byType(simpleBlocks), { min: 1, max: 10 })),
      width: optional(oneOf('narrow', 'standard', 'wide', 'full')),
      icon: optional(image),
      is_collapsible: optional(boolean),
      default_collapsed: optional(boolean),
      has_header_divider: optional(boolean),
    },
    oneAtLeast('title', 'rich_text_title'),
    collapses,
  ),
  context_actions: block({ elements: required(list(inContextActions, { min: 1, max: 5 })) }),
  data_table: block(dataTableFields, evenRows, plainHead, cellsTogether),
  data_visualization: block(chartFields),
  input: block({
    label: required(plainText(2000)),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
    element: required(inInput),
  }),
  markdown: block({ text: required(string({ min: 1, max: 12_000 })) }),
  plan: block({ title: required(string({ min: 1 })), tasks: optional(list(byType({ task_card: task }), { max: 50 })) }),
  task_card: task,
}

/** Where a block may stand when not everywhere. Where sources differ the narrower is taken. */
const surfaces: Record<string, Surface[]> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message'],
  context_actions: ['message'],
  data_table: ['message'],
  data_visualization: ['message'],
  file: ['message'],
  input: ['modal', 'home'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message', 'home'],
  task_card: ['message'],
}

/** Any block that the surface takes. */
export const anyBlock = byType(blocks, surfaces)
