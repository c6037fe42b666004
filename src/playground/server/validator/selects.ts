import type { Json } from '../../json.ts'
import { exactlyOne, initialAmongOptions } from './checks.ts'
import { anyOption, optionGroup, plainOption } from './composition.ts'
import { actionable, confirmable, focusable, holding } from './element-fields.ts'
import {
  type Agreement,
  boolean,
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

const selectable: Fields = { ...actionable, ...confirmable, ...focusable, ...holding }
const several: Fields = { max_selected_items: optional(number({ min: 1, whole: true })) }
const answerable: Fields = { response_url_enabled: optional(boolean) }
const one = () => optional(string({ min: 1 }))
const some = (min = 0) => optional(list(string({ min: 1 }), min ? { min } : {}))

const filters: Agreement<Json> = {
  name: 'filters something',
  refusals: (value) =>
    Object.keys(value).length
      ? []
      : [{ at: '', message: 'must define at least one property', constraint: { type: 'all_of' } }],
}
const conversations: Fields = {
  default_to_current_conversation: optional(boolean),
  filter: optional(
    object(
      {
        include: optional(list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 })),
        exclude_external_shared_channels: optional(boolean),
        exclude_bot_users: optional(boolean),
      },
      filters,
    ),
  ),
}
const external: Fields = { min_query_length: optional(number({ min: 0, whole: true })) }
const oneInitial: Fields = { initial_option: optional(plainOption) }
const someInitial: Fields = { initial_options: optional(list(plainOption, { min: 1 })) }

function listed(initial: Fields): ObjectRule {
  return object(
    {
      ...selectable,
      ...initial,
      options: optional(list(plainOption, { min: 1, max: 100 })),
      option_groups: optional(list(optionGroup, { min: 1, max: 100 })),
    },
    exactlyOne('options', 'option_groups'),
    initialAmongOptions,
  )
}

function ticked(initial: Fields): ObjectRule {
  const options = required(list(anyOption, { min: 1, max: 10 }))
  return object({ ...actionable, ...confirmable, ...focusable, ...initial, options }, initialAmongOptions)
}

/** Choosing among options that all can be seen. */
export const choices: Record<string, ObjectRule> = {
  checkboxes: ticked({ initial_options: optional(list(anyOption, { min: 1, max: 10 })) }),
  radio_buttons: ticked({ initial_option: optional(anyOption) }),
}

/** Menus to choose from. */
export const selects: Record<string, ObjectRule> = {
  static_select: listed(oneInitial),
  multi_static_select: listed({ ...several, ...someInitial }),
  external_select: object({ ...selectable, ...external, ...oneInitial }),
  multi_external_select: object({ ...selectable, ...several, ...external, ...someInitial }),
  users_select: object({ ...selectable, initial_user: one() }),
  multi_users_select: object({ ...selectable, ...several, initial_users: some() }),
  channels_select: object({ ...selectable, ...answerable, initial_channel: one() }),
  multi_channels_select: object({ ...selectable, ...several, initial_channels: some(1) }),
  conversations_select: object({ ...selectable, ...answerable, ...conversations, initial_conversation: one() }),
  multi_conversations_select: object({
    ...selectable,
    ...several,
    ...conversations,
    initial_conversations: some(1),
  }),
}
