import { exactlyOne } from './checks.ts'
import { inspect } from './inspect.ts'
import type { Surface } from './problem.ts'
import {
  type ByTypeRule,
  boolean,
  byType,
  type Fields,
  list,
  type ObjectRule,
  object,
  oneOf,
  optional,
  required,
  type StringRule,
  string,
} from './rules.ts'

const plain = (max: number): ObjectRule => object({ text: required(string({ min: 1, max })), emoji: optional(boolean) })
const mrkdwn = (max: number): ObjectRule =>
  object({ text: required(string({ min: 1, max })), verbatim: optional(boolean) })

export const plainText = (max: number): ByTypeRule => byType({ plain_text: plain(max) })
export const mrkdwnText = (max: number): ByTypeRule => byType({ mrkdwn: mrkdwn(max) })
export const anyTextTypes = (max: number): Record<string, ObjectRule> => ({
  plain_text: plain(max),
  mrkdwn: mrkdwn(max),
})
export const anyText = (max: number): ByTypeRule => byType(anyTextTypes(max))

export const webAddress = (max = 3000): StringRule => string({ max, form: /^https?:\/\/\S+$/ })
export const secureAddress = (max = 3000): StringRule => string({ max, form: /^https:\/\/\S+$/ })

/** Title and buttons are optional in the types and required on the documentation page; the narrower is taken. */
export const confirm: ObjectRule = object({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
})

/** 75 characters for a value: the types say so; documentation pages have said 150, so the smaller is safe. */
const optionFields = (text: ByTypeRule, description: ByTypeRule): Fields => ({
  text: required(text),
  value: required(string({ min: 1, max: 75 })),
  description: optional(description),
})

export const plainOption: ObjectRule = object(optionFields(plainText(75), plainText(75)))
export const anyOption: ObjectRule = object(optionFields(anyText(75), anyText(75)))
export const overflowOption: ObjectRule = object({
  ...optionFields(plainText(75), plainText(75)),
  url: optional(webAddress()),
})

export const optionGroup: ObjectRule = object({
  label: required(plainText(75)),
  options: required(list(plainOption, { min: 1, max: 100 })),
})

export const suggestionsRule: ObjectRule = object(
  {
    options: optional(list(plainOption, { max: 100 })),
    option_groups: optional(list(optionGroup, { max: 100 })),
  },
  exactlyOne('options', 'option_groups'),
)

interface Ear {
  surface: Surface
  report(pointer: string, code: string, message: string): void
}

/** Reports what is wrong with an app's answer to a block_suggestion. */
export function suggestions(answer: unknown, pointer: string, { surface, report }: Ear): void {
  inspect(suggestionsRule, answer, pointer, {
    surface,
    found: (problem) => report(problem.pointer, problem.code, problem.message),
  })
}

const slackFile = object(
  { id: optional(string({ form: /^F[A-Z0-9]{8,}$/ })), url: optional(webAddress()) },
  exactlyOne('id', 'url'),
)

/** A picture by its address or as a file in Slack; the same for the block and the element. */
export const imageFields: Fields = {
  alt_text: required(string({ min: 1, max: 2000 })),
  image_url: optional(webAddress()),
  slack_file: optional(slackFile),
}
export const imageSource = exactlyOne('image_url', 'slack_file')
export const imageElement: ObjectRule = object(imageFields, imageSource)
export const image: ByTypeRule = byType({ image: imageElement })
