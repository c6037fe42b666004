import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../../calendar/local-date.ts'
import { startOfDay, toLocal } from '../../calendar/wall-time.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item, ItemButton, Rendered } from '../../platform/rendered.ts'
import { buttons, field, itemBlocks, modal, said, section } from '../../platform/slack/blocks.ts'
import * as text from './messages.ts'
import type { Absence } from './store.ts'
import type { DateProblem } from './typed.ts'

/** What Slack calls back with. */
export const ids = { away: 'workspaces:away', back: 'workspaces:back', stay: 'workspaces:stay' } as const

export const fromField = 'from'
export const untilField = 'until'

/** Marks the modal in which was said until when somebody is away. */
export const noted = 'noted'

/** Asks for the first and the last day of an absence. @param initial what was noted before */
export function awayModal(language: Language, today: LocalDate, initial: LocalDate | undefined): ModalView {
  const first = { type: 'datepicker' as const, initial_date: today }
  const last = { type: 'datepicker' as const, ...(initial ? { initial_date: initial } : {}) }
  const label = text.lastDay(language)
  return modal({
    id: ids.away,
    title: text.title(language),
    submit: text.save(language),
    close: text.cancel(language),
    blocks: [
      field({ id: fromField, label: text.firstDay(language), element: first }),
      field({ id: untilField, label, element: last, hint: text.lastDayHint(language), optional: true }),
    ],
  })
}

/** Says until when somebody is away, as a message. */
export function awayMessage(lastDay: LocalDate | undefined, today: LocalDate, language: Language): Rendered {
  const words = text.awayText(lastDay, today, language)
  return said(words, buttons([backButton(language), otherDateButton(language)]))
}

/** The same, in the modal it was asked in. */
export function awayNoted(lastDay: LocalDate | undefined, today: LocalDate, language: Language): ModalView {
  const blocks = [section(text.awayText(lastDay, today, language)), buttons([backButton(language)])]
  return noteView(blocks, language)
}

/** Says that somebody will be away, as a message. */
export function plannedMessage(absence: Planned, today: LocalDate, language: Language): Rendered {
  const words = text.plannedText(absence, today, language)
  return said(words, buttons([stayButton(absence, language), otherDateButton(language)]))
}

/** The same, in the modal it was asked in. */
export function plannedNoted(absence: Planned, today: LocalDate, language: Language): ModalView {
  const said = text.plannedText(absence, today, language)
  return noteView([section(said), buttons([stayButton(absence, language)])], language)
}

/** A planned absence, with a way to take it back. */
export function plannedItem(absence: Planned, { zone, language }: Person, now: number): Item {
  return {
    id: `workspaces:absence-${absence.id}`,
    title: text.plannedDates(absence, toLocal(now, zone).date, language),
    from: startOfDay(absence.from, zone),
    buttons: [stayButton(absence, language)],
  }
}

const stayButton = ({ id }: Planned, language: Language): ItemButton => ({
  action: ids.stay,
  text: text.stayButton(language),
  value: id,
})

/** The absence that a button is about: its id, after where the button stands. */
export const absenceIn = (value: string): string => value.split(' ').at(-1) ?? ''

export type Planned = Absence & { id: string }

/** Something else said there. */
export const saidInModal = (words: string, language: Language, below: KnownBlock[] = []): ModalView =>
  noteView([section(words), ...below], language)

/** More than these nobody plans; Home shows them all. */
const mostPlanned = 10

/** What is still planned, beneath what is said to somebody who is back. */
export function stillPlanned(planned: readonly Planned[], person: Person, now: number): KnownBlock[] {
  if (planned.length === 0) return []
  const items = planned.slice(0, mostPlanned).map((one) => plannedItem(one, person, now))
  return [section(text.stillPlanned(person.language)), ...items.flatMap(itemBlocks)]
}

function noteView(blocks: KnownBlock[], language: Language): ModalView {
  const [title, close] = [text.title(language), text.close(language)]
  return modal({ id: 'workspaces:noted', title, close, blocks, metadata: noted })
}

/** Whether and until when somebody is away and will be, with what they can do about it: lines of their settings. */
export function absenceSettings(
  absence: Absence | undefined,
  planned: readonly Planned[],
  person: Person,
  now: number,
): Item[] {
  const { id, zone, language } = person
  const title = absence
    ? text.stillAwayText(absence.until, toLocal(now, zone).date, language)
    : text.thereText(language)
  const buttons = absence ? [backButton(language), otherDateButton(language)] : [awayButton(language)]
  const lines = [
    { id: `workspaces:away-${id}`, title, from: now, buttons },
    ...planned.map((one) => plannedItem(one, person, now)),
  ]
  // Home shows the same buttons among what is next.
  return lines.map((line) => ({
    ...line,
    buttons: line.buttons.map((button) => ({ ...button, value: `settings ${button.value}` })),
  }))
}

/** What went wrong with a date that was typed, and a way to choose one. */
export function dateProblem(problem: DateProblem, typed: string, language: Language): Rendered {
  const choose = { action: ids.away, text: text.chooseDate(language), value: 'choose', primary: true }
  return said(problems[problem](language, typed), buttons([choose]))
}

const problems: Record<DateProblem, typeof text.past> = {
  unreadable: text.unreadable,
  past: text.past,
  backwards: text.backwards,
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
