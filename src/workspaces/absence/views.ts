import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Item, ItemButton, Person, Rendered } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import { buttons, field, modal, section } from '../../platform/slack/blocks.ts'
import * as text from './messages.ts'
import type { Absence } from './store.ts'

/** What Slack calls back with. */
export const ids = { away: 'workspaces:away', back: 'workspaces:back' } as const

export const untilField = 'until'

/** Marks the modal in which was said until when somebody is away. */
export const noted = 'noted'

/** Asks for the last day of an absence. @param initial what was noted before */
export function awayModal(language: Language, initial: LocalDate | undefined): ModalView {
  const element = { type: 'datepicker' as const, ...(initial ? { initial_date: initial } : {}) }
  const label = text.lastDay(language)
  return modal({
    id: ids.away,
    title: text.title(language),
    submit: text.save(language),
    close: text.cancel(language),
    blocks: [field({ id: untilField, label, element, hint: text.lastDayHint(language), optional: true })],
  })
}

/** Says until when somebody is away, as a message. */
export function awayMessage(lastDay: LocalDate | undefined, today: LocalDate, language: Language): Rendered {
  const words = text.awayText(lastDay, today, language)
  return { text: words, blocks: [section(words), buttons([backButton(language), otherDateButton(language)])] }
}

/** The same, in the modal it was asked in. */
export function awayNoted(lastDay: LocalDate | undefined, today: LocalDate, language: Language): ModalView {
  const blocks = [section(text.awayText(lastDay, today, language)), buttons([backButton(language)])]
  return said(blocks, language)
}

/** Something else said there. */
export const saidInModal = (words: string, language: Language): ModalView => said([section(words)], language)

function said(blocks: KnownBlock[], language: Language): ModalView {
  const [title, close] = [text.title(language), text.close(language)]
  return modal({ id: 'workspaces:noted', title, close, blocks, metadata: noted })
}

/** Whether and until when somebody is away, with what they can do about it: a line of their settings. */
export function absenceSetting(absence: Absence | undefined, { id, zone, language }: Person, now: number): Item {
  const today = toLocal(now, zone).date
  const title = absence ? text.stillAwayText(absence.until, today, language) : text.thereText(language)
  const buttons = absence ? [backButton(language), otherDateButton(language)] : [awayButton(language)]
  // Home shows the button to be back elsewhere, too.
  const here = buttons.map((button) => ({ ...button, value: 'settings' }))
  return { id: `workspaces:away-${id}`, title, from: now, buttons: here }
}

/** What went wrong with a date that was typed, and a way to choose one. */
export function dateProblem(problem: 'unreadable' | 'past', typed: string, language: Language): Rendered {
  const words = problem === 'past' ? text.past(language, typed) : text.unreadable(language, typed)
  const choose = { action: ids.away, text: text.chooseDate(language), value: 'choose', primary: true }
  return { text: words, blocks: [section(words), buttons([choose])] }
}

export function backButton(language: Language): ItemButton {
  return { action: ids.back, text: text.backButton(language), value: 'back' }
}

function awayButton(language: Language): ItemButton {
  return { action: ids.away, text: text.awayButton(language), value: 'choose' }
}

function otherDateButton(language: Language): ItemButton {
  return { action: ids.away, text: text.otherDate(language), value: 'choose' }
}
