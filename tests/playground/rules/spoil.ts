import { isJson } from '../../../src/playground/json.ts'
import type { Finding } from '../../../src/playground/server/validator/inspect.ts'
import type { Rule } from '../../../src/playground/server/validator/rules.ts'
import { examine, pointerTo, type Visit } from './constraints.ts'
import { put, type Row } from './row.ts'

/**
 * What accepted examples break once they are spoiled, each value a rule looks at once: put in another kind of value,
 * add a field nobody knows, take the type away.
 */
export function spoiled(examples: { row: Row; visits: Visit[] }[]): Finding[] {
  const done = new Set<Rule>()
  return examples.flatMap(({ row, visits }) =>
    visits.flatMap(({ rule, pointer, value }) => {
      if (done.has(rule)) return []
      done.add(rule)
      const path = pointer.slice(pointerTo(row.place).length + 1)
      return spoil(rule, value).flatMap((other) => examine(row.place, put(row.accepted, path, other)).findings)
    }),
  )
}

function spoil(rule: Rule, value: unknown): unknown[] {
  const otherKind = typeof value === 'string' ? 1 : 'x'
  if (!isJson(value)) return [otherKind]
  return [otherKind, { ...value, colour: 'red' }, ...(rule.kind === 'by_type' ? [put(value, 'type', undefined)] : [])]
}
