import { kindOf } from '../../fields.ts'
import { isJson, type Json, objects, wordsOf } from '../../json.ts'
import type { Placed } from '../../placed.ts'
import { filledIn, withValue } from '../form.ts'
import { toTs } from '../messages.ts'
import { suggestions } from '../validator/composition.ts'
import type { User } from '../workspace.ts'
import type { Outcome } from './command.ts'
import { type Desk, introduction } from './desk.ts'
import { fill, type Given, optionsOf, pickOption } from './fill.ts'
import { elementAt, type Hint, type Spot, spotOf, type Where } from './spot.ts'

const mostRemembered = 1000

export interface ClickOptions extends Hint {
  /** False: the person says no to the confirm dialog. */
  confirm?: boolean
  /** Click on the message as it was handed out, though it has changed since. */
  stale?: boolean
}

export interface ClickOutcome extends Outcome {
  /** The confirm dialog that was shown first. */
  dialog?: Json
}

/** Clicks a button, or an option of an overflow menu (by its value or words). */
export async function click(
  desk: Desk,
  user: User,
  where: Where,
  named: string,
  options: ClickOptions,
): Promise<ClickOutcome> {
  const spot = spotOf(desk.workspace, desk.forms, user, where, options.stale ?? false)
  const placed = elementAt(spot, named, options)
  if (kindOf(placed.element)) throw new Error(`"${named}" is a ${placed.element.type}: choose or fill it in.`)
  return dispatch(desk, user, spot, placed, options, pressed(placed, options.value))
}

function pressed({ element }: Placed, value: string | undefined): Json {
  if (element.type === 'overflow') return { selected_option: pickOption(optionsOf(element), value) }
  const button = element.type === 'feedback_buttons' ? pickFeedback(element, value) : element
  const { text, value: own, url, style } = button
  return {
    text,
    ...(own !== undefined && { value: own }),
    ...(url !== undefined && { url }),
    ...(style !== undefined && { style }),
  }
}

function pickFeedback({ positive_button, negative_button }: Json, wanted: string | undefined): Json {
  const both = objects([positive_button, negative_button])
  const button = both.find((one) => one.value === wanted) ?? both.find((one) => wordsOf(one.text) === wanted)
  if (button) return button
  throw new Error(`There is no answer "${wanted}"; there are ${both.map((one) => wordsOf(one.text)).join(', ')}.`)
}

/** Fills a field in and, where the app asked to hear of it at once, tells the app. */
export async function choose(
  desk: Desk,
  user: User,
  where: Where,
  named: string,
  given: Given,
  options: ClickOptions,
): Promise<ClickOutcome> {
  const spot = spotOf(desk.workspace, desk.forms, user, where, options.stale ?? false)
  const placed = elementAt(spot, named, options)
  if (!kindOf(placed.element)) throw new Error(`"${named}" is a ${placed.element.type}: click it.`)
  const offered = desk.suggested.get(suggestionKey(user, placed)) ?? []
  const filled = fill(desk.workspace, placed.element, given, offered)
  const dispatches = !placed.isInput || placed.block.dispatch_action === true
  if (options.confirm === false && placed.element.confirm) return dispatch(desk, user, spot, placed, options, {})
  spot.save(withValue(spot.values, placed, filled))
  if (!dispatches) return { acked: true }
  return dispatch(desk, user, spot, placed, options, { [kindOf(placed.element)?.key ?? 'value']: filled })
}

async function dispatch(
  desk: Desk,
  user: User,
  spot: Spot,
  placed: Placed,
  options: ClickOptions,
  what: Json,
): Promise<ClickOutcome> {
  const dialog = isJson(placed.element.confirm) ? { dialog: placed.element.confirm } : {}
  if (options.confirm === false && dialog.dialog) return { acked: true, ...dialog }
  const { type, placeholder } = placed.element
  const action = {
    type,
    block_id: placed.blockId,
    action_id: placed.actionId,
    ...(placeholder !== undefined && { placeholder }),
    ...dialogField(placed.element),
    ...what,
    action_ts: toTs(desk.workspace.clock.now() * 1000),
  }
  const payload = {
    type: 'block_actions',
    ...introduction(desk, user),
    ...spot.described(),
    trigger_id: desk.office.triggers.issue(user.id),
    ...(spot.origin && { response_url: desk.responseUrls.issue({ userId: user.id, ...spot.origin }) }),
    actions: [action],
  }
  const receipt = await desk.mailroom.deliver({ kind: 'interactive', payload })
  return { acked: receipt.acked, ...(!receipt.acked && { trouble: 'This app responded with an error.' }), ...dialog }
}

function dialogField({ confirm }: Json): Json {
  return confirm === undefined ? {} : { confirm }
}

/** Types in an external select; the options the app offers, by which it can then be filled in. */
export async function suggest(
  desk: Desk,
  user: User,
  where: Where,
  named: string,
  query: string,
  hint: Hint,
): Promise<Json[]> {
  const spot = spotOf(desk.workspace, desk.forms, user, where, false)
  const placed = elementAt(spot, named, hint)
  if (!String(placed.element.type).endsWith('external_select'))
    throw new Error(`"${named}" asks the app for no options.`)
  const least = typeof placed.element.min_query_length === 'number' ? placed.element.min_query_length : 3
  if ([...query].length < least) throw new Error(`Slack asks the app from ${least} characters on.`)
  const { state: _state, ...described } = spot.described()
  const payload = {
    type: 'block_suggestion',
    ...introduction(desk, user),
    ...described,
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: query,
  }
  const receipt = await desk.mailroom.deliver({ kind: 'interactive', payload })
  const answer = receipt.acked && isJson(receipt.answer) ? receipt.answer : {}
  const problems: string[] = []
  suggestions(answer, '', {
    surface: 'modal',
    report: (pointer, _code, message) => problems.push(`${message} ${pointer}`),
  })
  if (problems.length) throw new Error(`The app offered no proper options: ${problems.join('; ')}`)
  const chosen = filledIn(spot.values, placed)
  const key = suggestionKey(user, placed)
  // What was picked from an earlier offer stays picked while one looks for another.
  const before = (desk.suggested.get(key) ?? []).slice(-mostRemembered)
  desk.suggested.set(key, [...optionsOf(answer), ...(isJson(chosen) ? [chosen] : objects(chosen)), ...before])
  return optionsOf(answer)
}

export function suggestionKey(user: User, { blockId, actionId }: Placed): string {
  return `${user.id} ${blockId} ${actionId}`
}
