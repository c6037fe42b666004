import { isJson, type Json } from '../../json.ts'
import type { Constraint, Problem, Surface } from './problem.ts'
import type { ByTypeRule, Check, ListRule, NumberRule, ObjectRule, OneOfRule, Rule, StringRule } from './rules.ts'

/** A problem with the rule that found it, and what of that rule was broken: 'max_length', 'required:text'. */
export interface Finding extends Problem {
  rule: Rule
  aspect: string
}

/** Where the rules are looking, and where they report. */
export interface Look {
  surface: Surface
  found(finding: Finding): void
  /** Told of every value a rule looks at. */
  visit?(rule: Rule, pointer: string, value: unknown): void
}

/** Holds a value against a rule, and everything in it against the rules within. */
export function inspect(rule: Rule, value: unknown, pointer: string, look: Look): void {
  look.visit?.(rule, pointer, value)
  switch (rule.kind) {
    case 'string':
      if (typeof value === 'string') inspectString(rule, value, pointer, look)
      else wrongKind(rule, 'a string', pointer, look)
      break
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) inspectNumber(rule, value, pointer, look)
      else wrongKind(rule, 'a number', pointer, look)
      break
    case 'boolean':
      if (typeof value !== 'boolean') wrongKind(rule, 'a boolean', pointer, look)
      break
    case 'one_of':
      inspectChoice(rule, value, pointer, look)
      break
    case 'list':
      if (Array.isArray(value)) inspectList(rule, value, pointer, look)
      else wrongKind(rule, 'an array', pointer, look)
      break
    case 'object':
      if (isJson(value)) inspectFields(rule, value, pointer, look)
      else wrongKind(rule, 'an object', pointer, look)
      break
    case 'by_type':
      if (isJson(value)) inspectByType(rule, value, pointer, look)
      else wrongKind(rule, 'an object', pointer, look)
  }
}

function inspectChoice(rule: OneOfRule, value: unknown, pointer: string, look: Look): void {
  if (rule.allowed.some((one) => one === value)) return
  const constraint = { type: 'enum', expected: rule.allowed.map(String), got: String(value) }
  fail(rule, pointer, look, `must be one of: ${rule.allowed.join(', ')}`, constraint)
}

function inspectString(rule: StringRule, value: string, pointer: string, look: Look): void {
  const { min, max, form } = rule
  const got = [...value].length
  if (min !== undefined && got < min)
    fail(rule, pointer, look, `must be more than ${min - 1} characters`, { type: 'min_length', expected: min, got })
  if (max !== undefined && got > max)
    fail(rule, pointer, look, `must be less than ${max + 1} characters`, { type: 'max_length', expected: max, got })
  if (form && !form.test(value))
    fail(rule, pointer, look, `must match the form ${form.source}`, { type: 'pattern', expected: form.source })
}

function inspectNumber(rule: NumberRule, value: number, pointer: string, look: Look): void {
  const { min, max, above, whole } = rule
  if (whole && !Number.isInteger(value))
    fail(rule, pointer, look, 'must be an integer', { type: 'integer', got: value })
  if (min !== undefined && value < min)
    fail(rule, pointer, look, `must be at least ${min}`, { type: 'minimum', expected: min, got: value })
  if (max !== undefined && value > max)
    fail(rule, pointer, look, `must be at most ${max}`, { type: 'maximum', expected: max, got: value })
  if (above !== undefined && value <= above)
    fail(rule, pointer, look, `must be more than ${above}`, { type: 'exclusive_minimum', expected: above, got: value })
}

function inspectList(rule: ListRule, value: unknown[], pointer: string, look: Look): void {
  const { min, max } = rule
  const got = value.length
  if (min !== undefined && got < min)
    fail(rule, pointer, look, `no fewer than ${min} items allowed`, { type: 'min_items', expected: min, got })
  if (max !== undefined && got > max)
    fail(rule, pointer, look, `no more than ${max} items allowed`, { type: 'max_items', expected: max, got })
  value.forEach((item, at) => {
    inspect(rule.item, item, `${pointer}/${at}`, look)
  })
  for (const check of rule.checks) hold(rule, check, value, pointer, look)
}

/** @param known fields that are looked at elsewhere */
function inspectFields(rule: ObjectRule, value: Json, pointer: string, look: Look, ...known: string[]): void {
  for (const [name, field] of Object.entries(rule.fields)) {
    if (value[name] !== undefined) inspect(field.rule, value[name], `${pointer}/${name}`, look)
    else if (field.required) missing(rule, name, pointer, look)
  }
  for (const name of Object.keys(value))
    if (!rule.open && value[name] !== undefined && !Object.hasOwn(rule.fields, name) && !known.includes(name))
      fail(rule, pointer, look, `invalid additional property: ${name}`, { type: 'additional_property', got: name })
  for (const check of rule.checks) hold(rule, check, value, pointer, look)
}

function inspectByType(rule: ByTypeRule, value: Json, pointer: string, look: Look): void {
  if (value.type === undefined) {
    missing(rule, 'type', pointer, look)
    return
  }
  const type = String(value.type)
  const chosen = Object.hasOwn(rule.types, type) ? rule.types[type] : undefined
  const allowed = Object.keys(rule.types).filter((one) => rule.surfaces[one]?.includes(look.surface) ?? true)
  if (chosen && allowed.includes(type)) {
    look.visit?.(chosen, pointer, value)
    inspectFields(chosen, value, pointer, look, 'type')
    return
  }
  const where = chosen ? ` is not allowed in a ${look.surface}` : ''
  const aspect = chosen ? `surface:${type}:${look.surface}` : 'enum'
  const constraint = { type: 'enum', expected: allowed, got: type }
  fail(rule, `${pointer}/type`, look, `unsupported type: ${type}${where}`, constraint, aspect)
}

function hold<T>(rule: Rule, check: Check<T>, value: T, pointer: string, look: Look): void {
  const aspect = `check:${check.name}`
  if ('refusals' in check) {
    for (const { at, message, constraint } of check.refusals(value, look.surface))
      fail(rule, pointer + at, look, message, constraint, aspect)
    return
  }
  const { max, at, message, code = 'failed_constraint' } = check
  const got = check.measure(value)
  const constraint = { type: 'maximum', expected: max, got }
  if (got > max) look.found({ rule, aspect, code, message, pointer: pointer + at, constraint })
}

function fail(
  rule: Rule,
  pointer: string,
  look: Look,
  message: string,
  constraint: Constraint,
  aspect: string = constraint.type,
): void {
  look.found({ rule, aspect, code: 'failed_constraint', message, pointer, constraint })
}

function missing(rule: Rule, field: string, pointer: string, look: Look): void {
  const message = `missing required field: ${field}`
  look.found({ rule, aspect: `required:${field}`, code: 'missing_field', message, pointer, field })
}

function wrongKind(rule: Rule, kind: string, pointer: string, look: Look): void {
  fail(rule, pointer, look, `must be ${kind}`, { type: 'type', expected: kind })
}
