import type { Json } from '../../json.ts'
import { misfit, notMoreThan } from './checks.ts'
import { actionable, confirmable, dispatching, focusable, holding } from './element-fields.ts'
import { richText } from './rich-text.ts'
import {
  type Agreement,
  boolean,
  type Fields,
  list,
  number,
  type ObjectRule,
  object,
  optional,
  required,
  string,
} from './rules.ts'

const typed: Fields = { ...actionable, ...focusable, ...holding, ...dispatching }
const numeral = () => optional(string({ form: /^-?\d+(\.\d+)?$/ }))
const lines = () => optional(number({ min: 1, max: 100, whole: true }))

const valueFits: Agreement<Json> = {
  name: 'first value within max_length',
  refusals: ({ initial_value, max_length }) =>
    typeof initial_value === 'string' && typeof max_length === 'number' && [...initial_value].length > max_length
      ? [misfit('/initial_value', `must be less than ${max_length + 1} characters`)]
      : [],
}

/** What a person types, or hands over. */
export const inputs: Record<string, ObjectRule> = {
  plain_text_input: object(
    {
      ...typed,
      multiline: optional(boolean),
      initial_value: optional(string({ max: 3000 })),
      min_length: optional(number({ min: 0, max: 3000, whole: true })),
      max_length: optional(number({ min: 1, max: 3000, whole: true })),
    },
    notMoreThan('min_length', 'max_length'),
    valueFits,
  ),
  number_input: object(
    {
      ...typed,
      is_decimal_allowed: required(boolean),
      initial_value: numeral(),
      min_value: numeral(),
      max_value: numeral(),
    },
    notMoreThan('min_value', 'max_value'),
  ),
  email_text_input: object({ ...typed, initial_value: optional(string()) }),
  url_text_input: object({ ...typed, initial_value: optional(string()) }),
  rich_text_input: object({
    ...typed,
    initial_value: optional(richText),
    min_lines: lines(),
    max_lines: lines(),
  }),
  file_input: object({
    ...actionable,
    filetypes: optional(list(string({ min: 1 }))),
    max_files: optional(number({ min: 1, max: 10, whole: true })),
  }),
}

/** Days and times. */
export const pickers: Record<string, ObjectRule> = {
  datepicker: object({
    ...actionable,
    ...confirmable,
    ...focusable,
    ...holding,
    initial_date: optional(string({ form: /^\d{4}-\d\d-\d\d$/ })),
  }),
  timepicker: object({
    ...actionable,
    ...confirmable,
    ...focusable,
    ...holding,
    initial_time: optional(string({ form: /^([01]\d|2[0-3]):[0-5]\d$/ })),
    timezone: optional(string({ min: 1 })),
  }),
  datetimepicker: object({
    ...actionable,
    ...confirmable,
    ...focusable,
    initial_date_time: optional(number({ min: 1_000_000_000, max: 9_999_999_999, whole: true })),
  }),
}
