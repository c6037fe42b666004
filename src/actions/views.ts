import type { LocalDate } from '../calendar/local-date.ts'
import type { Language } from '../platform/i18n.ts'
import type { Item, ItemButton } from '../platform/rendered.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { type Action, type Handover, isNew, isOverdue } from './action.ts'
import * as say from './messages.ts'

/** Where an action belongs: its partnership, and the check-in it came up in. Fits in a button's value. */
export interface Place {
  partnershipId: string
  occurrenceId: string | undefined
}

/** Ids have no colon. */
export const fromPlace = (place: Place): string => [place.partnershipId, place.occurrenceId ?? ''].join(':')

export function toPlace(value: string): Place {
  const [partnershipId = '', occurrenceId = ''] = value.split(':')
  return { partnershipId, occurrenceId: occurrenceId || undefined }
}

/** The *Add action* button. */
export function addActionButton(place: Place, language: Language): ItemButton {
  return { action: 'actions:add', text: say.addAction(language), value: fromPlace(place) }
}

/** Undoes *Done*. */
export function reopenButton({ id }: Action, language: Language): ItemButton {
  return { action: 'actions:reopen', text: say.reopen(language), value: id }
}

/** Hands it to somebody else. */
export function giveButton({ id }: Action, language: Language): ItemButton {
  return { action: 'actions:give', text: say.give(language), value: id }
}

export interface When {
  /** When it starts to matter: epoch milliseconds. */
  from: number
  /** In the partnership's zone. */
  today: LocalDate
}

/** An action as everybody may read it. @param mayGive whether the reader may hand it to somebody else */
export function actionItem(action: Action, language: Language, when: When, mayGive = false): Item {
  const owner = action.owner ? escaped(action.owner.name) : say.withoutOwner(language)
  const moved = action.movedBecause ? [say.moved(language, escaped(action.movedBecause))] : []
  return {
    id: `actions:${action.id}`,
    title: escaped(action.text),
    detail: [owner, dueInWords(action, language, when.today), ...moved].join(' · '),
    from: when.from,
    overdue: isOverdue(action, when.today),
    partnershipId: action.partnershipId,
    buttons: actionButtons(action, language, mayGive),
  }
}

/** What somebody has done, with a way to take that back. */
export function doneItem(action: Action, language: Language): Item {
  const { id, text, end } = action
  const buttons = [reopenButton(action, language)]
  return { id: `actions:${id}`, title: escaped(text), from: end?.at ?? 0, buttons }
}

/** The same line where it chases its owner, or where it has none those who are asked about it: it says what it is. */
export function nudgeItem(action: Action, language: Language, when: When): Item {
  const item = actionItem(action, language, when, true)
  const title = titleOf(action)(language, item.title)
  const due = dueInWords(action, language, when.today)
  if (!isNew(action) || !action.handover) return { ...item, title, detail: due }
  const keep = { action: 'actions:keep', text: say.keep(language), value: action.id, primary: true }
  const detail = [due, cameFrom(action.handover, language)].join(' · ')
  return { ...item, title, detail, buttons: [keep, ...item.buttons] }
}

function titleOf(action: Action) {
  if (!action.owner) return say.ownerless
  return isNew(action) ? say.newNudge : say.nudge
}

function cameFrom({ why, from, by }: Handover, language: Language): string {
  const before = escaped(from ?? '')
  const giver = escaped(by ?? '')
  if (why === 'left') return say.fromWhoLeft(language, before)
  return before === '' || before === giver ? say.from(language, giver) : say.fromFor(language, giver, before)
}

export const dueInWords = (action: Action, language: Language, today: LocalDate): string =>
  (isOverdue(action, today) ? say.overdue : say.due)(language, action.dueDate)

export function actionButtons(action: Action, language: Language, mayGive: boolean): ItemButton[] {
  const value = action.id
  return [
    ...(action.owner ? [] : [{ action: 'actions:take', text: say.take(language), value }]),
    { action: 'actions:done', text: say.done(language), value },
    { action: 'actions:move', text: say.move(language), value },
    ...(mayGive ? [giveButton(action, language)] : []),
    { action: 'actions:cancel', text: say.cancel(language), value },
  ]
}
