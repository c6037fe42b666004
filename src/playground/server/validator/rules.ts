/** Rules are data: `inspect` holds a value against them, and the tests walk them to see that none goes untried. */
import type { Json } from '../../json.ts'
import type { Constraint, Surface } from './problem.ts'

export type Rule = StringRule | NumberRule | BooleanRule | OneOfRule | ListRule | ObjectRule | ByTypeRule

/** Text, counted in code points as Slack does. */
export interface StringRule {
  kind: 'string'
  min?: number
  max?: number
  form?: RegExp
}

export interface NumberRule {
  kind: 'number'
  min?: number
  max?: number
  /** The number must be more than this. */
  above?: number
  whole?: boolean
}

export interface BooleanRule {
  kind: 'boolean'
}

export interface OneOfRule {
  kind: 'one_of'
  allowed: (string | number)[]
}

export interface ListRule {
  kind: 'list'
  item: Rule
  min?: number
  max?: number
  checks: Check<unknown[]>[]
}

export interface ObjectRule {
  kind: 'object'
  fields: Fields
  /** Whether it may have fields that are not named here. */
  open: boolean
  checks: Check<Json>[]
}

/** An object of one of several types, told apart by `type`. */
export interface ByTypeRule {
  kind: 'by_type'
  types: Record<string, ObjectRule>
  /** Where a type may stand, when not everywhere. */
  surfaces: Record<string, Surface[]>
}

export interface Field {
  rule: Rule
  required: boolean
}

export type Fields = Record<string, Field>

/** How the parts of a value fit together: an agreement between them, or a total that has a most. */
export type Check<T> = Agreement<T> | Total<T>

export interface Agreement<T> {
  name: string
  refusals(value: T, surface: Surface): Refusal[]
}

export interface Total<T> {
  name: string
  max: number
  measure(value: T): number
  message: string
  /** Where it is reported, from the value on: '/rows'. */
  at: string
  /** When it is not an ordinary broken constraint. */
  code?: string
}

export interface Refusal {
  at: string
  message: string
  constraint: Constraint
}

export const required = (rule: Rule): Field => ({ rule, required: true })
export const optional = (rule: Rule): Field => ({ rule, required: false })
export const string = (limits: Omit<StringRule, 'kind'> = {}): StringRule => ({ kind: 'string', ...limits })
export const number = (limits: Omit<NumberRule, 'kind'> = {}): NumberRule => ({ kind: 'number', ...limits })
export const boolean: BooleanRule = { kind: 'boolean' }
export const oneOf = (...allowed: (string | number)[]): OneOfRule => ({ kind: 'one_of', allowed })

export function list(item: Rule, limits: { min?: number; max?: number } = {}, ...checks: Check<unknown[]>[]): ListRule {
  return { kind: 'list', item, ...limits, checks }
}

/** An object with these fields and no others. */
export function object(fields: Fields, ...checks: Check<Json>[]): ObjectRule {
  return { kind: 'object', fields, open: false, checks }
}

/** An object that may have other fields too. */
export function openObject(fields: Fields): ObjectRule {
  return { kind: 'object', fields, open: true, checks: [] }
}

export function byType(types: Record<string, ObjectRule>, surfaces: Record<string, Surface[]> = {}): ByTypeRule {
  return { kind: 'by_type', types, surfaces }
}

/** The rules of a table under these names. */
export function pick<T>(table: Record<string, T>, ...names: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)))
}
