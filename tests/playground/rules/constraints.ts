/** Every constraint of the validator, found by walking its rules. */

import { suggestionsRule } from '../../../src/playground/server/validator/composition.ts'
import { type Finding, inspect } from '../../../src/playground/server/validator/inspect.ts'
import { message } from '../../../src/playground/server/validator/message.ts'
import type { Surface } from '../../../src/playground/server/validator/problem.ts'
import type { Rule } from '../../../src/playground/server/validator/rules.ts'
import { roots } from '../../../src/playground/server/validator/validate.ts'
import type { Place } from './row.ts'

/** One thing that can be broken: an aspect of a rule, by the name of the first place where it stands. */
export interface Constraint {
  rule: Rule
  aspect: string
  name: string
}

export interface Visit {
  rule: Rule
  pointer: string
  value: unknown
}

const places: Record<Place, { rule: Rule; pointer: string; surface: Surface }> = {
  message: { ...roots.message, surface: 'message' },
  modal: { ...roots.modal, surface: 'modal' },
  home: { ...roots.home, surface: 'home' },
  'whole message': { rule: message, pointer: '', surface: 'message' },
  suggestions: { rule: suggestionsRule, pointer: '', surface: 'modal' },
}

export const pointerTo = (place: Place) => places[place].pointer

/** What an example breaks, and every rule it was held against. */
export function examine(place: Place, example: unknown): { findings: Finding[]; visits: Visit[] } {
  const { rule, pointer, surface } = places[place]
  const findings: Finding[] = []
  const visits: Visit[] = []
  inspect(rule, example, pointer, {
    surface,
    found: (finding) => findings.push(finding),
    visit: (visited, at, value) => visits.push({ rule: visited, pointer: at, value }),
  })
  return { findings, visits }
}

export interface Reached {
  name: string
  surfaces: Set<Surface>
}

/** Every rule of the validator, with the name of the first place where it stands and the surfaces it is reached from. */
export function allRules(): Map<Rule, Reached> {
  const reached = new Map<Rule, Reached>()
  for (const [place, { rule, surface }] of Object.entries(places)) walk(rule, place, surface, reached)
  return reached
}

function walk(rule: Rule, name: string, surface: Surface, reached: Map<Rule, Reached>): void {
  const known = reached.get(rule) ?? { name, surfaces: new Set() }
  if (known.surfaces.has(surface)) return
  known.surfaces.add(surface)
  reached.set(rule, known)
  if (rule.kind === 'list') walk(rule.item, `${name}[]`, surface, reached)
  if (rule.kind === 'object')
    for (const [field, { rule: within }] of Object.entries(rule.fields))
      walk(within, `${name}.${field}`, surface, reached)
  if (rule.kind === 'by_type')
    for (const [type, within] of Object.entries(rule.types))
      if (rule.surfaces[type]?.includes(surface) ?? true) walk(within, `${name}<${type}>`, surface, reached)
}

export function allConstraints(): Constraint[] {
  const rules = [...allRules()]
  const chosenByType = new Set(rules.flatMap(([rule]) => (rule.kind === 'by_type' ? Object.values(rule.types) : [])))
  const bare = new Set(rules.flatMap(([rule]) => within(rule)))
  return rules.flatMap(([rule, { name, surfaces }]) => {
    // An object that is only ever chosen by its type is already known to be an object.
    const kind = rule.kind === 'object' && chosenByType.has(rule) && !bare.has(rule) ? [] : kindOf(rule)
    return [...kind, ...aspects(rule, surfaces)].map((aspect) => ({ rule, aspect, name: `${name} ${aspect}` }))
  })
}

function within(rule: Rule): Rule[] {
  if (rule.kind === 'list') return [rule.item]
  return rule.kind === 'object' ? Object.values(rule.fields).map((field) => field.rule) : []
}

function kindOf(rule: Rule): string[] {
  return rule.kind === 'one_of' ? [] : ['type']
}

function aspects(rule: Rule, surfaces: Set<Surface>): string[] {
  const when = (limit: unknown, aspect: string) => (limit === undefined || limit === false ? [] : [aspect])
  switch (rule.kind) {
    case 'string':
      return [...when(rule.min, 'min_length'), ...when(rule.max, 'max_length'), ...when(rule.form, 'pattern')]
    case 'number':
      return [
        ...when(rule.min, 'minimum'),
        ...when(rule.max, 'maximum'),
        ...when(rule.above, 'exclusive_minimum'),
        ...when(rule.whole, 'integer'),
      ]
    case 'boolean':
      return []
    case 'one_of':
      return ['enum']
    case 'list':
      return [...when(rule.min, 'min_items'), ...when(rule.max, 'max_items'), ...checks(rule.checks)]
    case 'object':
      return [
        ...Object.entries(rule.fields).flatMap(([name, field]) => (field.required ? [`required:${name}`] : [])),
        ...when(!rule.open, 'additional_property'),
        ...checks(rule.checks),
      ]
    case 'by_type':
      return [
        'required:type',
        'enum',
        ...Object.entries(rule.surfaces).flatMap(([type, allowed]) =>
          Object.hasOwn(rule.types, type)
            ? [...surfaces]
                .filter((surface) => !allowed.includes(surface))
                .map((surface) => `surface:${type}:${surface}`)
            : [],
        ),
      ]
  }
}

function checks(all: { name: string }[]): string[] {
  return all.map(({ name }) => `check:${name}`)
}
