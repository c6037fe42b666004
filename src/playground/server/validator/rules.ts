import { isJson, type Json } from '../../json.ts'

export type Surface = 'message' | 'modal' | 'home'

/** One thing Slack would refuse, as `blocks.validate` reports it. */
export interface Problem {
  /** JSON pointer to the place. */
  pointer: string
  code: string
  message: string
}

/** Where the rules are looking, and where they report. */
export interface Look {
  surface: Surface
  report(pointer: string, code: string, message: string): void
}

/** Looks at one value and reports what is wrong with it. */
export type Rule = (value: unknown, pointer: string, look: Look) => void

export interface Field {
  rule: Rule
  required: boolean
}

export type Fields = Record<string, Field>

export const required = (rule: Rule): Field => ({ rule, required: true })
export const optional = (rule: Rule): Field => ({ rule, required: false })

/** Text counted in code points, as Slack does. */
export function string({ min = 0, max = Number.POSITIVE_INFINITY, form = /^/ } = {}): Rule {
  return (value, pointer, look) => {
    if (typeof value !== 'string') return look.report(pointer, 'wrong_type', 'must be a string')
    const length = [...value].length
    if (length < min) look.report(pointer, 'too_short', `must be more than ${min - 1} characters`)
    if (length > max) look.report(pointer, 'too_long', `must be less than ${max + 1} characters`)
    else if (!form.test(value)) look.report(pointer, 'invalid_value', `must match the form ${form.source}`)
  }
}

export const boolean: Rule = (value, pointer, look) => {
  if (typeof value !== 'boolean') look.report(pointer, 'wrong_type', 'must be a boolean')
}

export function number({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole = false } = {}): Rule {
  return (value, pointer, look) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return look.report(pointer, 'wrong_type', 'must be a number')
    if (whole && !Number.isInteger(value)) look.report(pointer, 'wrong_type', 'must be an integer')
    if (value < min) look.report(pointer, 'too_small', `must be at least ${min}`)
    if (value > max) look.report(pointer, 'too_large', `must be at most ${max}`)
  }
}

export function oneOf(...allowed: (string | number)[]): Rule {
  return (value, pointer, look) => {
    if (!allowed.some((one) => one === value))
      look.report(pointer, 'invalid_value', `must be one of: ${allowed.join(', ')}`)
  }
}

export function list(rule: Rule, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, pointer, look) => {
    if (!Array.isArray(value)) return look.report(pointer, 'wrong_type', 'must be an array')
    if (value.length < min) look.report(pointer, 'too_few_items', `no fewer than ${min} items allowed`)
    if (value.length > max) look.report(pointer, 'too_many_items', `no more than ${max} items allowed`)
    value.forEach((item, at) => {
      rule(item, `${pointer}/${at}`, look)
    })
  }
}

/** An object with exactly these fields; `check` looks at how they fit together. */
export function object(fields: Fields, check?: (value: Json, pointer: string, look: Look) => void): Rule {
  return (value, pointer, look) => {
    if (!isJson(value)) return look.report(pointer, 'wrong_type', 'must be an object')
    for (const [name, field] of Object.entries(fields)) {
      if (value[name] !== undefined) field.rule(value[name], `${pointer}/${name}`, look)
      else if (field.required) look.report(pointer, 'missing_field', `missing required field: ${name}`)
    }
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name)) look.report(pointer, 'unknown_field', `invalid additional property: ${name}`)
    check?.(value, pointer, look)
  }
}

/** An object of one of several types, told apart by `type`. */
export function byType(table: Record<string, Rule>): Rule {
  return (value, pointer, look) => {
    if (!isJson(value)) return look.report(pointer, 'wrong_type', 'must be an object')
    const rule = Object.hasOwn(table, String(value.type)) ? table[String(value.type)] : undefined
    if (!rule) return look.report(`${pointer}/type`, 'unsupported_type', `unsupported type: ${value.type}`)
    rule(value, pointer, look)
  }
}

/** The rules of a table under these names. */
export function pick(table: Record<string, Rule>, ...names: string[]): Record<string, Rule> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)))
}
