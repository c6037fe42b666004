/** The forms: add, move, cancel, give. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Language } from '../platform/i18n.ts'
import { field, modal, plain } from '../platform/slack/blocks.ts'
import { type Action, moveNeedsReason } from './action.ts'
import * as say from './messages.ts'
import { fromPlace, type Place } from './views.ts'

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

export function giveView(language: Language, action: Action): ModalView {
  return modal({
    id: 'actions:give',
    title: say.giveTitle(language),
    submit: say.giveIt(language),
    close: say.close(language),
    metadata: action.id,
    blocks: [
      typed(action.text),
      field({
        id: 'owner',
        label: say.toWhom(language),
        hint: say.toWhomHint(language),
        element: { type: 'users_select' },
      }),
    ],
  })
}

/** A text somebody typed, as it is: nothing in it is read as mark-up. */
function typed(text: string): KnownBlock {
  return { type: 'section', text: plain(text) }
}
