import { isJson, type Json, objects } from '../../json.ts'
import {
  boolean,
  byType,
  type Fields,
  type Look,
  list,
  object,
  oneOf,
  optional,
  type Rule,
  required,
  string,
} from './rules.ts'

const always = required(string())

export const webAddress = (max = 3000): Rule => string({ min: 1, max, form: /^https?:\/\/\S+$/ })
export const id = optional(string({ max: 255 }))

const plainFields = (max: number): Fields => ({
  type: always,
  text: required(string({ min: 1, max })),
  emoji: optional(boolean),
})
const mrkdwnFields = (max: number): Fields => ({
  type: always,
  text: required(string({ min: 1, max })),
  verbatim: optional(boolean),
})

export const plainText = (max: number): Rule => byType({ plain_text: object(plainFields(max)) })
export const anyText = (max: number): Rule =>
  byType({ plain_text: object(plainFields(max)), mrkdwn: object(mrkdwnFields(max)) })

export const confirm = object({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
})

/** 75 characters for a value: the types say so; documentation pages have said 150, so the smaller is safe. */
const optionFields = (text: Rule): Fields => ({
  text: required(text),
  value: required(string({ min: 1, max: 75 })),
  description: optional(plainText(75)),
})

export const plainOption = object(optionFields(plainText(75)))
export const anyOption = object({ ...optionFields(anyText(75)), description: optional(anyText(75)) })
export const overflowOption = object({ ...optionFields(plainText(75)), url: optional(webAddress()) })

export const optionGroup = object({
  label: required(plainText(75)),
  options: required(list(plainOption, { min: 1, max: 100 })),
})

/** What an app may answer to a block_suggestion. */
export const suggestions = object(
  {
    options: optional(list(plainOption, { max: 100 })),
    option_groups: optional(list(optionGroup, { max: 100 })),
  },
  exactlyOne('options', 'option_groups'),
)

const slackFile = object(
  { id: optional(string({ form: /^F[A-Z0-9]{8,}$/ })), url: optional(webAddress()) },
  exactlyOne('id', 'url'),
)

export const imageSource: Fields = { image_url: optional(webAddress()), slack_file: optional(slackFile) }

export const imageElement = object(
  { type: always, alt_text: required(string({ min: 1, max: 2000 })), ...imageSource },
  exactlyOne('image_url', 'slack_file'),
)

/** Of these fields one must be there, and not two. */
export function exactlyOne(...names: string[]) {
  return (value: Json, pointer: string, look: Look) => {
    const present = names.filter((name) => value[name] !== undefined)
    if (present.length !== 1)
      look.report(pointer, 'invalid_combination', `must define exactly one of: ${names.join(', ')}`)
  }
}

/** What is chosen at first must be among the options, exactly as it stands there. */
export function initialAmongOptions(value: Json, pointer: string, look: Look): void {
  const offered = [
    ...objects(value.options),
    ...objects(value.option_groups).flatMap((group) => objects(group.options)),
  ]
  const known = new Set(offered.map((option) => canonical(option)))
  const initial = isJson(value.initial_option) ? [value.initial_option] : objects(value.initial_options)
  const name = value.initial_option ? 'initial_option' : 'initial_options'
  for (const option of initial)
    if (!known.has(canonical(option)))
      look.report(`${pointer}/${name}`, 'invalid_value', 'must be one of the provided options')
}

/** Two options differing only in the order of their fields, or in the default of `emoji`, are the same. */
function canonical(option: Json): string {
  const words = (text: unknown) => (isJson(text) ? [text.type, text.text] : null)
  return JSON.stringify([words(option.text), option.value, words(option.description)])
}
