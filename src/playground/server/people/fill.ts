import { kindOf } from '../../fields.ts'
import { isJson, type Json, objects, wordsOf } from '../../json.ts'
import { getChannel, getUser } from '../lookup.ts'
import type { Workspace } from '../workspace.ts'

/** What a person may put in a field: words as they stand on the screen, ids, names, or Slack's own shape. */
export type Given = string | number | null | string[] | Json | Json[]

/**
 * The value Slack keeps for what a person put in a field. Throws when the element does not offer it.
 * @param suggested options the app offered for an external select
 */
export function fill(workspace: Workspace, element: Json, given: Given, suggested: Json[]): unknown {
  const kind = kindOf(element)
  if (!kind) throw new Error(`Nothing can be filled in at a ${element.type}.`)
  if (given === null) return kind.many ? [] : null
  const one = (item: unknown) => fillOne(workspace, element, kind.key, item, suggested)
  if (!kind.many) return one(given)
  const items = (Array.isArray(given) ? given : [given]).map(one)
  const most = element.max_selected_items ?? element.max_files
  if (typeof most === 'number' && items.length > most) throw new Error(`At most ${most} can be chosen here.`)
  return items
}

function fillOne(workspace: Workspace, element: Json, key: string, given: unknown, suggested: Json[]): unknown {
  if (key.startsWith('selected_option')) return pickOption([...optionsOf(element), ...suggested], given)
  if (key.startsWith('selected_user')) return getUser(workspace, String(given)).id
  if (key.startsWith('selected_channel')) return getChannel(workspace, String(given)).id
  if (key.startsWith('selected_conversation'))
    return workspace.users.get(String(given))?.id ?? getChannel(workspace, String(given)).id
  if (key === 'selected_date') return inForm(given, /^\d{4}-\d\d-\d\d$/, 'a date like 2026-05-31')
  if (key === 'selected_time') return inForm(given, /^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 09:30')
  if (key === 'selected_date_time') return Number(given)
  if (key === 'rich_text_value') return isJson(given) ? given : toRichText(String(given))
  return key === 'files' ? given : String(given)
}

/** The options of an element, those in groups too. */
export function optionsOf(element: Json): Json[] {
  return [...objects(element.options), ...objects(element.option_groups).flatMap((group) => objects(group.options))]
}

/** The option with this value or these words. */
export function pickOption(options: Json[], given: unknown): Json {
  const wanted = isJson(given) ? given.value : String(given)
  const option = options.find((one) => one.value === wanted) ?? options.find((one) => wordsOf(one.text) === wanted)
  if (option) return option
  const offered = options.map((one) => `${one.value} (${wordsOf(one.text)})`).join(', ') || 'nothing'
  throw new Error(`There is no option "${wanted}"; offered: ${offered}.`)
}

function inForm(given: unknown, form: RegExp, like: string): string {
  if (form.test(String(given))) return String(given)
  throw new Error(`"${given}" is not ${like}.`)
}

/** Typed words as Slack's composer sends them. */
export function toRichText(words: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] }
}
