import { isJson } from '../../../src/playground/json.ts'
import type { Rule } from '../../../src/playground/server/validator/rules.ts'
import { allRules, type Visit } from './constraints.ts'

/** What of a rule a value makes use of. */
export function partsOf(rule: Rule, value: unknown): string[] {
  if (rule.kind === 'one_of') return [`choice ${value}`]
  if (!isJson(value)) return []
  if (rule.kind === 'by_type') return [`type ${value.type}`]
  return rule.kind === 'object' ? Object.keys(value).map((field) => `field ${field}`) : []
}

export function allParts(rule: Rule): string[] {
  if (rule.kind === 'one_of') return rule.allowed.map((one) => `choice ${one}`)
  if (rule.kind === 'by_type') return Object.keys(rule.types).map((type) => `type ${type}`)
  return rule.kind === 'object' ? Object.keys(rule.fields).map((field) => `field ${field}`) : []
}

export interface Limit {
  rule: Rule
  name: string
  aspect: string
  limit: number
}

export function limits(): Limit[] {
  return [...allRules()].flatMap(([rule, { name }]) => {
    const all: [aspect: string, limit: number | undefined][] = []
    if (rule.kind === 'string') all.push(['min_length', rule.min], ['max_length', rule.max])
    if (rule.kind === 'number') all.push(['minimum', rule.min], ['maximum', rule.max])
    if (rule.kind === 'list') all.push(['min_items', rule.min], ['max_items', rule.max])
    for (const check of rule.kind === 'list' || rule.kind === 'object' ? rule.checks : [])
      if ('max' in check) all.push([`check:${check.name}`, check.max])
    return all.flatMap(([aspect, limit]) => (limit === undefined ? [] : [{ rule, name, aspect, limit }]))
  })
}

/** Where a value stands between the limits of its rule: 'max_length 12'. */
export function measures({ rule, value }: Visit): string[] {
  if (rule.kind === 'string' && typeof value === 'string') {
    const length = [...value].length
    return [`min_length ${length}`, `max_length ${length}`]
  }
  if (rule.kind === 'number') return [`minimum ${value}`, `maximum ${value}`]
  if (rule.kind === 'list' && Array.isArray(value)) {
    const totals = rule.checks.flatMap((one) => ('max' in one ? [`check:${one.name} ${one.measure(value)}`] : []))
    return [`min_items ${value.length}`, `max_items ${value.length}`, ...totals]
  }
  if (rule.kind !== 'object' || !isJson(value)) return []
  return rule.checks.flatMap((one) => ('max' in one ? [`check:${one.name} ${one.measure(value)}`] : []))
}
