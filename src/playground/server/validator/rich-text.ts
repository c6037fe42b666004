import {
  type ByTypeRule,
  boolean,
  byType,
  type Fields,
  list,
  number,
  type ObjectRule,
  object,
  oneOf,
  optional,
  required,
  string,
} from './rules.ts'

const style = object({
  bold: optional(boolean),
  code: optional(boolean),
  italic: optional(boolean),
  strike: optional(boolean),
  underline: optional(boolean),
})
const inline = (fields: Fields): ObjectRule => object({ style: optional(style), ...fields })
const word = () => required(string({ min: 1 }))
const text = inline({ text: word() })
const link = inline({ url: word(), text: optional(string()), unsafe: optional(boolean) })

const inlines = byType({
  broadcast: inline({ range: required(oneOf('here', 'channel', 'everyone')) }),
  channel: inline({ channel_id: word() }),
  color: inline({ value: word() }),
  date: inline({
    timestamp: required(number({ whole: true })),
    format: word(),
    url: optional(string()),
    fallback: optional(string()),
  }),
  emoji: inline({
    name: word(),
    unicode: optional(string()),
    url: optional(string()),
    skin_tone: optional(number()),
  }),
  link,
  team: inline({ team_id: word() }),
  text,
  user: inline({ user_id: word() }),
  usergroup: inline({ usergroup_id: word() }),
})
const border = optional(oneOf(0, 1))
const section = object({ elements: required(list(inlines)) })

const parts = byType({
  rich_text_section: section,
  rich_text_list: object({
    elements: required(list(byType({ rich_text_section: section }), { min: 1 })),
    style: required(oneOf('bullet', 'ordered')),
    indent: optional(number({ min: 0, max: 8, whole: true })),
    offset: optional(number({ min: 0, whole: true })),
    border,
  }),
  rich_text_quote: object({ elements: required(list(inlines)), border }),
  rich_text_preformatted: object({
    elements: required(list(byType({ text, link }))),
    border,
    language: optional(string()),
  }),
})

export const richTextFields: Fields = { elements: required(list(parts, { min: 1 })) }
export const richTextObject: ObjectRule = object({
  ...richTextFields,
  block_id: optional(string({ min: 1, max: 255 })),
})
/** A rich_text block where one stands by itself: a first value, a title, the details of a task. */
export const richText: ByTypeRule = byType({ rich_text: richTextObject })
