import type { Fields } from '../interaction.ts'
import { isObject } from './body.ts'
import type { State } from './payloads.ts'

const single = [
  'value',
  'selected_date',
  'selected_time',
  'selected_date_time',
  'selected_user',
  'selected_channel',
  'selected_conversation',
]
const several = ['selected_users', 'selected_channels', 'selected_conversations']

/** What the inputs of a view hold, by action id. */
export function fieldsOf(state: State): Fields {
  const inputs = Object.values(state?.values ?? {}).flatMap((block) => Object.entries(block))
  return Object.fromEntries(inputs.map(([actionId, element]) => [actionId, chosen(element)]))
}

/** What was typed into a field, trimmed; '' where it was left empty. */
export const typed = (field: Fields[string]): string => (typeof field === 'string' ? field.trim() : '')

/** What an element holds: text, a choice or a list of choices; rich text as its JSON, files by their ids. Undefined where it is empty. */
export function chosen(element: unknown): string | string[] | undefined {
  if (!isObject(element)) return undefined
  if (isObject(element.selected_option)) return textOf(element.selected_option.value)
  if (Array.isArray(element.selected_options)) {
    return listOf(element.selected_options.map((option) => (isObject(option) ? option.value : undefined)))
  }
  if (Array.isArray(element.files)) return listOf(element.files.map((file) => (isObject(file) ? file.id : undefined)))
  if (isObject(element.rich_text_value)) return JSON.stringify(element.rich_text_value)
  for (const name of several) if (Array.isArray(element[name])) return listOf(element[name])
  for (const name of single) if (textOf(element[name]) !== undefined) return textOf(element[name])
  return undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listOf(values: unknown[]): string[] | undefined {
  const texts = values.flatMap((value) => textOf(value) ?? [])
  return texts.length > 0 ? texts : undefined
}
