import { type Kind, kindOf } from '../fields.ts'
import { isJson, type Json } from '../json.ts'
import type { Placed } from '../placed.ts'
import { type FormWords, wordsFor } from './form-words.ts'
import type { FormValues } from './workspace.ts'

/** The state value of an element before anybody touched it. */
function untouched(element: Json, kind: Kind): Json {
  return { type: element.type, [kind.key]: element[kind.initial] ?? (kind.many ? [] : null) }
}

/** `state.values` of these elements: what was there where both ids and the type stayed, else the initial values. */
export function keepValues(placed: Placed[], before: FormValues): FormValues {
  const values: FormValues = {}
  for (const { blockId, actionId, element } of placed) {
    const kind = kindOf(element)
    if (!kind) continue
    const old = before[blockId]?.[actionId]
    const kept = old && old.type === element.type ? old : untouched(element, kind)
    values[blockId] = { ...values[blockId], [actionId]: kept }
  }
  return values
}

export function withValue(values: FormValues, { blockId, actionId, element }: Placed, filled: unknown): FormValues {
  const kind = kindOf(element)
  if (!kind) return values
  const value = { type: element.type, [kind.key]: filled }
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } }
}

/** What is filled in for an element now. */
export function filledIn(values: FormValues, { blockId, actionId, element }: Placed): unknown {
  const kind = kindOf(element)
  return kind && values[blockId]?.[actionId]?.[kind.key]
}

/**
 * What Slack tells the person before it sends anything, by block id; empty when the form may go.
 * @param locale the person's, as `nl-NL`
 */
export function complaints(placed: Placed[], values: FormValues, locale: string): Record<string, string> {
  const words = wordsFor(locale)
  const found: Record<string, string> = {}
  for (const field of placed.filter((one) => one.isInput)) {
    const complaint = complaintAbout(field, filledIn(values, field), words)
    if (complaint !== undefined) found[field.blockId] = complaint
  }
  return found
}

function complaintAbout({ block, element }: Placed, filled: unknown, words: FormWords): string | undefined {
  if (isEmpty(filled)) return block.optional === true ? undefined : words.required
  if (typeof filled !== 'string') return undefined
  if (element.type === 'number_input') return aboutNumber(element, filled, words)
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(filled)) return words.noEmail
  if (element.type === 'url_text_input' && !URL.canParse(filled)) return words.noUrl
  return element.type === 'plain_text_input' ? aboutLength(element, filled, words) : undefined
}

function aboutLength({ min_length, max_length }: Json, filled: string, words: FormWords): string | undefined {
  const length = [...filled].length
  const max = typeof max_length === 'number' ? max_length : 3000
  if (typeof min_length === 'number' && length < min_length) return words.tooShort(min_length)
  return length > max ? words.tooLong(max) : undefined
}

function aboutNumber(element: Json, filled: string, words: FormWords): string | undefined {
  const { is_decimal_allowed, min_value, max_value } = element
  const form = is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!form.test(filled)) return is_decimal_allowed === true ? words.noNumber : words.noWholeNumber
  if (typeof min_value === 'string' && Number(filled) < Number(min_value)) return words.tooLow(min_value)
  if (typeof max_value === 'string' && Number(filled) > Number(max_value)) return words.tooHigh(max_value)
  return undefined
}

function isEmpty(filled: unknown): boolean {
  if (filled === undefined || filled === null || filled === '') return true
  if (typeof filled === 'string') return filled.trim() === ''
  if (Array.isArray(filled)) return filled.length === 0
  return isJson(filled) && filled.type === 'rich_text' && Array.isArray(filled.elements) && filled.elements.length === 0
}
