import type { Block, KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Item, ItemButton, Rendered } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import {
  buttons,
  context,
  escaped,
  field,
  header,
  itemBlocks,
  modal,
  plain,
  section,
} from '../platform/slack/blocks.ts'
import { type Action, isOverdue, moveNeedsReason } from './action.ts'
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

/** @param from when it starts to matter, epoch milliseconds @param today in the partnership's zone */
export function actionItem(
  action: Action,
  language: Language,
  { from, today }: { from: number; today: LocalDate },
): Item {
  const late = isOverdue(action, today)
  const owner = action.owner ? escaped(action.owner.name) : say.withoutOwner(language)
  const moved = action.movedBecause ? [say.moved(language, escaped(action.movedBecause))] : []
  return {
    id: `actions:${action.id}`,
    title: escaped(action.text),
    detail: [owner, dueInWords(action, language, today), ...moved].join(' · '),
    from,
    overdue: late,
    buttons: actionButtons(action, language),
  }
}

/** The same line where it chases its owner, or where it has none the team leads: it says what it is. */
export function nudgeItem(action: Action, language: Language, when: { from: number; today: LocalDate }): Item {
  const item = actionItem(action, language, when)
  const title = (action.owner ? say.nudge : say.ownerless)(language, item.title)
  return { ...item, title, detail: dueInWords(action, language, when.today) }
}

const dueInWords = (action: Action, language: Language, today: LocalDate): string =>
  (isOverdue(action, today) ? say.overdue : say.due)(language, action.dueDate)

function actionButtons(action: Action, language: Language): ItemButton[] {
  const value = action.id
  return [
    ...(action.owner ? [] : [{ action: 'actions:take', text: say.take(language), value }]),
    { action: 'actions:done', text: say.done(language), value },
    { action: 'actions:move', text: say.move(language), value },
    { action: 'actions:cancel', text: say.cancel(language), value },
  ]
}

export function addView(language: Language, place: Place, dueDate: LocalDate): ModalView {
  return modal({
    id: 'actions:add',
    title: say.addTitle(language),
    submit: say.add(language),
    close: say.close(language),
    metadata: fromPlace(place),
    blocks: [
      field({
        id: 'text',
        label: say.what(language),
        hint: say.whatHint(language),
        element: { type: 'plain_text_input', max_length: 300, focus_on_load: true },
      }),
      field({
        id: 'owner',
        label: say.who(language),
        hint: say.whoHint(language),
        element: { type: 'users_select' },
        optional: true,
      }),
      field({ id: 'due', label: say.when(language), element: { type: 'datepicker', initial_date: dueDate } }),
    ],
  })
}

export function moveView(language: Language, action: Action, to: LocalDate): ModalView {
  const reason = field({
    id: 'reason',
    label: say.why(language),
    hint: say.moveHint(language),
    element: { type: 'plain_text_input', max_length: 300 },
  })
  return modal({
    id: 'actions:move',
    title: say.moveTitle(language),
    submit: say.move(language),
    close: say.close(language),
    metadata: action.id,
    blocks: [
      typed(action.text),
      field({ id: 'due', label: say.when(language), element: { type: 'datepicker', initial_date: to } }),
      ...(moveNeedsReason(action) ? [reason] : []),
    ],
  })
}

export function cancelView(language: Language, action: Action): ModalView {
  return modal({
    id: 'actions:cancel',
    title: say.cancelTitle(language),
    submit: say.cancelIt(language),
    close: say.close(language),
    metadata: action.id,
    blocks: [
      typed(action.text),
      field({
        id: 'reason',
        label: say.why(language),
        hint: say.cancelHint(language),
        element: { type: 'plain_text_input', max_length: 300 },
      }),
    ],
  })
}

/** Of a message's 50 blocks three frame it, a line takes two, and so does each partnership with its heading and button. */
const mostLines = (partnerships: number): number => Math.min(18, Math.floor((47 - 2 * partnerships) / 2))
const mostPartnerships = 20

/** What `/rondo actions` shows: mine, then per partnership the others. */
export function listMessage(
  language: Language,
  mine: Item[],
  others: { place: Place; name: string; items: Item[] }[],
): Rendered {
  const named = others.slice(0, mostPartnerships)
  const most = mostLines(named.length)
  const shown = mine.slice(0, most)
  const blocks: (KnownBlock | Block)[] = [header(say.listTitle(language))]
  if (shown.length > 0) blocks.push(section(`*${say.mine(language)}*`), ...shown.flatMap(itemBlocks))
  let left = most - shown.length
  for (const { name, items } of named) {
    const part = items.slice(0, left)
    left -= part.length
    if (part.length > 0) blocks.push(section(`*${say.ours(language, escaped(name))}*`), ...part.flatMap(itemBlocks))
  }
  const count = mine.length + others.reduce((sum, { items }) => sum + items.length, 0)
  if (count === 0) blocks.push(section((others.length > 0 ? say.nothingOpen : say.noCooperation)(language)))
  if (count > most - left) blocks.push(context(say.more(language, count - (most - left))))
  blocks.push(...named.map(({ place, name }) => buttons([addTo(place, others.length > 1 ? name : '', language)])))
  return { text: say.listTitle(language), blocks }
}

function addTo(place: Place, name: string, language: Language): ItemButton {
  const button = addActionButton(place, language)
  return name ? { ...button, text: `${button.text}: ${name}` } : button
}

/** A text somebody typed, as it is: nothing in it is read as mark-up. */
function typed(text: string): KnownBlock {
  return { type: 'section', text: plain(text) }
}
