import type { Json } from '../../json.ts'
import {
  anyOption,
  confirm,
  exactlyOne,
  id,
  imageElement,
  initialAmongOptions,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
  webAddress,
} from './composition.ts'
import { richText } from './rich-text.ts'
import {
  boolean,
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
  string,
} from './rules.ts'

const always = required(string())
const word = optional(string({ min: 1 }))
const words = optional(list(string({ min: 1 }), { max: 100 }))
const base: Fields = { type: always, action_id: id }
const confirmable: Fields = { confirm: optional(confirm) }
const focusable: Fields = { focus_on_load: optional(boolean) }
const held: Fields = { placeholder: optional(plainText(150)) }
const selectable: Fields = { ...base, ...confirmable, ...focusable, ...held }
const many: Fields = { max_selected_items: optional(number({ min: 1, whole: true })) }
const answerable: Fields = { response_url_enabled: optional(boolean) }
const typed: Fields = {
  ...base,
  ...focusable,
  ...held,
  dispatch_action_config: optional(
    object({
      trigger_actions_on: required(list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 })),
    }),
  ),
}
const looks: Fields = {
  style: optional(oneOf('primary', 'danger')),
  accessibility_label: optional(string({ max: 75 })),
}
const filter = object(
  {
    include: optional(list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 })),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  },
  (value, pointer, look) => {
    if (Object.keys(value).length === 0) look.report(pointer, 'missing_field', 'must define at least one property')
  },
)
const staticOptions: Fields = {
  options: optional(list(plainOption, { min: 1, max: 100 })),
  option_groups: optional(list(optionGroup, { min: 1, max: 100 })),
}
const conversationFields: Fields = { default_to_current_conversation: optional(boolean), filter: optional(filter) }
const external: Fields = { min_query_length: optional(number({ min: 0, whole: true })) }
const ticked = (initial: Fields): Rule =>
  object(
    { ...base, ...confirmable, ...focusable, options: required(list(anyOption, { min: 1, max: 10 })), ...initial },
    initialAmongOptions,
  )
const listed = (initial: Fields): Rule =>
  object({ ...selectable, ...staticOptions, ...initial }, (value, pointer, look) => {
    exactlyOne('options', 'option_groups')(value, pointer, look)
    initialAmongOptions(value, pointer, look)
  })
const length = optional(number({ min: 0, max: 3000, whole: true }))
const numeral = optional(string({ form: /^-?\d+(\.\d+)?$/ }))
const oneInitial: Fields = { initial_option: optional(plainOption) }
const manyInitial: Fields = { ...many, initial_options: optional(list(plainOption, { min: 1 })) }
const lines = optional(number({ min: 1, max: 100, whole: true }))

/** Every ordinary element with its limits (slack.md 3.2, from @slack/types 3.2.0). */
export const elements: Record<string, Rule> = {
  button: object({
    ...base,
    ...confirmable,
    ...looks,
    text: required(plainText(75)),
    value: optional(string({ max: 2000 })),
    url: optional(webAddress()),
  }),
  checkboxes: ticked({ initial_options: optional(list(anyOption, { min: 1, max: 10 })) }),
  radio_buttons: ticked({ initial_option: optional(anyOption) }),
  overflow: object({ ...base, ...confirmable, options: required(list(overflowOption, { min: 1, max: 5 })) }),
  datepicker: object({ ...selectable, initial_date: optional(string({ form: /^\d{4}-\d\d-\d\d$/ })) }),
  timepicker: object({
    ...selectable,
    initial_time: optional(string({ form: /^([01]\d|2[0-3]):[0-5]\d$/ })),
    timezone: word,
  }),
  datetimepicker: object({
    ...base,
    ...confirmable,
    ...focusable,
    initial_date_time: optional(number({ min: 1_000_000_000, max: 9_999_999_999, whole: true })),
  }),
  plain_text_input: object(
    {
      ...typed,
      multiline: optional(boolean),
      initial_value: optional(string({ max: 3000 })),
      min_length: length,
      max_length: optional(number({ min: 1, max: 3000, whole: true })),
    },
    lengthsFit,
  ),
  number_input: object({
    ...typed,
    is_decimal_allowed: required(boolean),
    initial_value: numeral,
    min_value: numeral,
    max_value: numeral,
  }),
  email_text_input: object({ ...typed, initial_value: optional(string()) }),
  url_text_input: object({ ...typed, initial_value: optional(string()) }),
  rich_text_input: object({ ...typed, initial_value: optional(richText), min_lines: lines, max_lines: lines }),
  file_input: object({ ...base, filetypes: words, max_files: optional(number({ min: 1, max: 10, whole: true })) }),
  static_select: listed(oneInitial),
  multi_static_select: listed(manyInitial),
  external_select: object({ ...selectable, ...external, ...oneInitial }),
  multi_external_select: object({ ...selectable, ...external, ...manyInitial }),
  users_select: object({ ...selectable, initial_user: word }),
  multi_users_select: object({ ...selectable, ...many, initial_users: words }),
  channels_select: object({ ...selectable, ...answerable, initial_channel: word }),
  multi_channels_select: object({ ...selectable, ...many, initial_channels: words }),
  conversations_select: object({ ...selectable, ...answerable, ...conversationFields, initial_conversation: word }),
  multi_conversations_select: object({ ...selectable, ...many, ...conversationFields, initial_conversations: words }),
  workflow_button: object({
    ...base,
    ...confirmable,
    ...looks,
    text: required(plainText(75)),
    workflow: required(
      object({
        trigger: required(
          object({
            url: required(webAddress()),
            customizable_input_parameters: optional(list(object({ name: always, value: always }))),
          }),
        ),
      }),
    ),
  }),
  image: imageElement,
}

const selects = Object.keys(elements).filter((type) => type.endsWith('_select'))
const picked = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker']

/** The elements that each kind of place takes. */
export const inActions = pick(
  elements,
  'button',
  'overflow',
  'workflow_button',
  'datetimepicker',
  'rich_text_input',
  ...picked,
  ...selects,
)
export const inAccessory = pick(elements, 'button', 'overflow', 'workflow_button', 'image', ...picked, ...selects)
export const inInput = pick(
  elements,
  'datetimepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
  ...picked,
  ...selects,
)

function lengthsFit({ min_length, max_length, initial_value }: Json, pointer: string, look: Look): void {
  if (typeof min_length === 'number' && typeof max_length === 'number' && min_length > max_length)
    look.report(`${pointer}/min_length`, 'invalid_combination', 'must not be more than max_length')
  const initial = typeof initial_value === 'string' ? [...initial_value].length : 0
  if (typeof max_length === 'number' && initial > max_length)
    look.report(`${pointer}/initial_value`, 'too_long', `must be less than ${max_length + 1} characters`)
}
