import { isJson, type Json, objects, wordsOf } from '../../json.ts'
import { misfit } from './checks.ts'
import { richTextObject } from './rich-text.ts'
import {
  type Agreement,
  boolean,
  byType,
  type Fields,
  list,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
  type Total,
} from './rules.ts'

const cells = () =>
  byType({
    raw_text: object({ text: required(string({ min: 1 })) }),
    raw_number: object({ value: required(number()), text: required(string({ min: 1 })) }),
    rich_text: richTextObject,
  })
const row = () => list(cells(), { min: 1, max: 20 })

export const tableFields: Fields = {
  rows: required(list(row(), { min: 1, max: 100 })),
  column_settings: optional(
    list(object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) }), { max: 20 }),
  ),
}

export const dataTableFields: Fields = {
  caption: required(string({ min: 1 })),
  rows: required(list(row(), { min: 2, max: 101 })),
  page_size: optional(number({ min: 1, max: 100, whole: true })),
  row_header_column_index: optional(number({ min: 0, max: 19, whole: true })),
}

export const cellsTogether: Total<Json> = {
  name: 'characters of all cells',
  max: 10_000,
  measure: ({ rows }) => lengthOf(rows),
  message: 'cells hold more than 10000 characters',
  at: '/rows',
}

export const evenRows: Agreement<Json> = {
  name: 'rows of one length',
  refusals: ({ rows }) =>
    new Set(lists(rows).map((one) => one.length)).size > 1 ? [misfit('/rows', 'all rows must be equally long')] : [],
}

export const plainHead: Agreement<Json> = {
  name: 'no rich_text in the header row',
  refusals: ({ rows }) =>
    objects(lists(rows)[0]).some((one) => one.type === 'rich_text')
      ? [misfit('/rows/0', 'the header row takes no rich_text')]
      : [],
}

function lists(value: unknown): unknown[][] {
  return Array.isArray(value) ? value.filter((one) => Array.isArray(one)) : []
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthOf(one), 0)
  return isJson(value) ? [...wordsOf(value)].length + lengthOf(value.elements) : 0
}
