import { type Kind, kindOf } from '../fields.ts'
import { isJson, type Json } from '../json.ts'
import type { Placed } from './blocks.ts'
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

/** What Slack tells the person before it sends anything, by block id; empty when the form may go. */
export function complaints(placed: Placed[], values: FormValues): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field of placed.filter((one) => one.isInput)) {
    const complaint = complaintAbout(field, filledIn(values, field))
    if (complaint !== undefined) found[field.blockId] = complaint
  }
  return found
}

function complaintAbout({ block, element }: Placed, filled: unknown): string | undefined {
  if (isEmpty(filled)) return block.optional === true ? undefined : 'Please complete this required field.'
  if (typeof filled !== 'string') return undefined
  if (element.type === 'number_input') return aboutNumber(element, filled)
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(filled))
    return 'Please enter a valid email address.'
  if (element.type === 'url_text_input' && !URL.canParse(filled)) return 'Please enter a valid URL.'
  return element.type === 'plain_text_input' ? aboutLength(element, filled) : undefined
}

function aboutLength({ min_length: min, max_length: max }: Json, filled: string): string | undefined {
  const length = [...filled].length
  if (typeof min === 'number' && length < min) return `Please enter at least ${min} characters.`
  if (length > (typeof max === 'number' ? max : 3000)) return `Please enter at most ${max ?? 3000} characters.`
  return undefined
}

function aboutNumber({ is_decimal_allowed, min_value, max_value }: Json, filled: string): string | undefined {
  const form = is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!form.test(filled)) return is_decimal_allowed === true ? 'Please enter a number.' : 'Please enter a whole number.'
  if (typeof min_value === 'string' && Number(filled) < Number(min_value)) return `Please enter at least ${min_value}.`
  if (typeof max_value === 'string' && Number(filled) > Number(max_value)) return `Please enter at most ${max_value}.`
  return undefined
}

function isEmpty(filled: unknown): boolean {
  if (filled === undefined || filled === null || filled === '') return true
  if (typeof filled === 'string') return filled.trim() === ''
  if (Array.isArray(filled)) return filled.length === 0
  return isJson(filled) && filled.type === 'rich_text' && Array.isArray(filled.elements) && filled.elements.length === 0
}
