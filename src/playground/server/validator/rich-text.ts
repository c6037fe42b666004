import {
  boolean,
  byType,
  type Fields,
  list,
  number,
  object,
  oneOf,
  optional,
  type Rule,
  required,
  string,
} from './rules.ts'

const always = required(string())
const word = required(string({ min: 1 }))
const style = optional(
  object({
    bold: optional(boolean),
    code: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
  }),
)
const inlineFields: Record<string, Fields> = {
  broadcast: { range: required(oneOf('here', 'channel', 'everyone')) },
  channel: { channel_id: word },
  color: { value: word },
  date: {
    timestamp: required(number({ whole: true })),
    format: word,
    url: optional(string()),
    fallback: optional(string()),
  },
  emoji: { name: word, unicode: optional(string()), url: optional(string()), skin_tone: optional(number()) },
  link: { url: word, text: optional(string()), unsafe: optional(boolean) },
  team: { team_id: word },
  text: { text: word },
  user: { user_id: word },
  usergroup: { usergroup_id: word },
}
const inlines = Object.fromEntries(
  Object.entries(inlineFields).map(([type, fields]) => [type, object({ type: always, style, ...fields })]),
)
const inline = byType(inlines)
const border = optional(oneOf(0, 1))
const section = object({ type: always, elements: required(list(inline)) })

const parts: Record<string, Rule> = {
  rich_text_section: section,
  rich_text_list: object({
    type: always,
    elements: required(list(byType({ rich_text_section: section }), { min: 1 })),
    style: required(oneOf('bullet', 'ordered')),
    indent: optional(number({ min: 0, max: 8, whole: true })),
    offset: optional(number({ min: 0, whole: true })),
    border,
  }),
  rich_text_quote: object({ type: always, elements: required(list(inline)), border }),
  rich_text_preformatted: object({
    type: always,
    elements: required(list(byType({ text: inlines.text ?? inline, link: inlines.link ?? inline }))),
    border,
    language: optional(string()),
  }),
}

export const richTextFields: Fields = { type: always, elements: required(list(byType(parts), { min: 1 })) }
/** A rich_text block, also as a table cell or a first value. */
export const richText = object({ ...richTextFields, block_id: optional(string({ max: 255 })) })
