import { isJson, type Json, objects } from '../../json.ts'
import type { Agreement, Refusal } from './rules.ts'

/** A combination that does not fit; Slack's schema calls it `all_of`. */
export const misfit = (at: string, message: string): Refusal => ({ at, message, constraint: { type: 'all_of' } })

/** Of these fields one must be there, and not two. */
export function exactlyOne(...names: string[]): Agreement<Json> {
  return {
    name: `exactly one of ${names.join(', ')}`,
    refusals: (value) =>
      present(value, names) === 1 ? [] : [misfit('', `must define exactly one of: ${names.join(', ')}`)],
  }
}

/** Of these fields one must be there, or more. */
export function oneAtLeast(...names: string[]): Agreement<Json> {
  return {
    name: `at least one of ${names.join(', ')}`,
    refusals: (value) => (present(value, names) ? [] : [misfit('', `must define either ${names.join(' or ')}`)]),
  }
}

/** When the first of these numbers is given it is not more than the second. */
export function notMoreThan(least: string, most: string): Agreement<Json> {
  const numeral = (value: unknown) => (value === undefined || value === '' ? Number.NaN : Number(value))
  return {
    name: `${least} not more than ${most}`,
    refusals: (value) =>
      numeral(value[least]) > numeral(value[most]) ? [misfit(`/${least}`, `must not be more than ${most}`)] : [],
  }
}

/** What is chosen at first must be among the options, as it stands there. */
export const initialAmongOptions: Agreement<Json> = {
  name: 'first choices among the options',
  refusals: (value) => {
    const groups = objects(value.option_groups).flatMap((group) => objects(group.options))
    const known = new Set([...objects(value.options), ...groups].map(canonical))
    const initial = isJson(value.initial_option) ? [value.initial_option] : objects(value.initial_options)
    const name = value.initial_option ? 'initial_option' : 'initial_options'
    const strange = initial.filter((option) => !known.has(canonical(option)))
    return strange.map(() => misfit(`/${name}`, 'must be one of the provided options'))
  },
}

function present(value: Json, names: string[]): number {
  return names.filter((name) => value[name] !== undefined).length
}

/** Two options differing only in the order of their fields, or in the default of `emoji`, are the same. */
function canonical(option: Json): string {
  const words = (text: unknown) => (isJson(text) ? [text.type, text.text] : null)
  return JSON.stringify([words(option.text), option.value, words(option.description)])
}
