import { isJson, type Json, objects, strings, textOf, wordsOf } from '../json.ts'
import { dateText, secondsOf } from './dates.ts'
import { mrkdwn } from './mrkdwn.ts'
import type { Reading } from './reading.ts'
import { richText } from './rich-text.ts'

/** A text object. */
export function words(text: unknown, reading: Reading): string {
  if (!isJson(text)) return ''
  return text.type === 'mrkdwn' ? mrkdwn(textOf(text.text) ?? '', reading) : (textOf(text.text) ?? '')
}

/**
 * Something to click or fill in.
 * @param state its entry in `state.values`; what it begins with when there is none
 */
export function elementText(element: Json, state: Json | undefined, reading: Reading): string {
  const { type } = element
  if (type === 'button' || type === 'workflow_button') return `[${wordsOf(element.text)}]`
  if (type === 'image') return `[image: ${element.alt_text}]`
  if (type === 'overflow')
    return `[… ${objects(element.options)
      .map((one) => wordsOf(one.text))
      .join(' / ')}]`
  if (type === 'checkboxes' || type === 'radio_buttons') return choices(element, state, reading)
  const shown = filledText(state ?? initialState(element), reading)
  const hint = shown || wordsOf(element.placeholder) || '…'
  return String(type).endsWith('_select') ? `[${hint} ▾]` : `[${hint}]`
}

function choices(element: Json, state: Json | undefined, reading: Reading): string {
  const now = state ?? initialState(element)
  const chosen = [...objects(now.selected_options), ...(isJson(now.selected_option) ? [now.selected_option] : [])]
  const isOn = (option: Json) => chosen.some((one) => one.value === option.value)
  const mark = (option: Json) =>
    element.type === 'checkboxes' ? (isOn(option) ? '[x]' : '[ ]') : isOn(option) ? '(•)' : '( )'
  const line = (option: Json) => {
    const more = option.description ? ` – ${words(option.description, reading)}` : ''
    return `${mark(option)} ${words(option.text, reading)}${more}`
  }
  return objects(element.options).map(line).join('\n')
}

/** The first values of an element in the form of `state.values`. */
function initialState(element: Json): Json {
  const initial = Object.entries(element).filter(([key]) => key.startsWith('initial_'))
  return Object.fromEntries(
    initial.map(([key, value]) => [key === 'initial_value' ? 'value' : key.replace('initial_', 'selected_'), value]),
  )
}

function filledText(state: Json, reading: Reading): string {
  const values = Object.entries(state).filter(([key]) => key !== 'type')
  return values.map(([key, value]) => oneText(key, value, reading)).join(', ')
}

function oneText(key: string, value: unknown, reading: Reading): string {
  if (value === null || value === undefined) return ''
  const name = (id: string) =>
    key.includes('user')
      ? `@${reading.user?.(id) ?? id}`
      : key.includes('ch') || key.includes('conv')
        ? `#${reading.channel?.(id) ?? id}`
        : id
  if (key === 'selected_date_time') return dateText(secondsOf(value) ?? 0, '{date_short} {time}', reading)
  if (Array.isArray(value)) {
    const listed = [
      ...strings(value).map(name),
      ...objects(value).map((one) => wordsOf(one.text) || textOf(one.name) || ''),
    ]
    return listed.join(', ')
  }
  if (isJson(value)) return value.type === 'rich_text' ? richText(value, reading) : wordsOf(value.text)
  return key.startsWith('selected_') ? name(String(value)) : String(value)
}
