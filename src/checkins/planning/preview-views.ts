import type { KnownBlock } from '@slack/types'
import type { Slot } from '../../calendar/slots.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Partnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { context, escaped, section } from '../../platform/slack/blocks.ts'
import type { Form } from './form.ts'
import * as text from './form-messages.ts'
import type { Preview, Previewed } from './preview.ts'

type Chosen = Pick<Form, 'begins' | 'time' | 'meetingAt' | 'ownZone'>

/** The next dates, on the clocks of the partnership, and what is worth knowing about their time. */
export function previewBlocks(
  { dates, problem, tooFarWest }: Preview,
  form: Chosen,
  partnership: Partnership,
  language: Language,
): KnownBlock[] {
  const lines = dates.map((date) => `• ${dateInWords(date, partnership, language)}`)
  const shown = problem ? [...lines, text.problems[problem](language)] : lines
  const notes = [
    ...(form.ownZone ? [text.onOwnClocks(language)] : []),
    ...(tooFarWest.length > 0 ? [text.tooFarWest(language, tooFarWest)] : []),
    ...(isOutsideHours(form, partnership)
      ? [text.outsideHours(language, partnership.workStart, partnership.workEnd)]
      : []),
  ]
  return [
    section([text.nextDates(language), ...shown].join('\n')),
    ...(notes.length > 0 ? [context(notes.join(' '))] : []),
  ]
}

function isOutsideHours({ begins, time, meetingAt }: Chosen, { workStart, workEnd }: Partnership): boolean {
  const at = begins === 'meeting' ? meetingAt : time
  return at < workStart || at >= workEnd
}

function dateInWords(
  { slot, begins, dayOff, lacksTime }: Previewed,
  { zone }: Partnership,
  language: Language,
): string {
  if (slot.skipped) return text.skippedDate(language, slot.slot, whySkipped(slot.skipped, dayOff, language))
  if (lacksTime) return text.skippedDate(language, slot.date, text.becauseNext(language))
  const opens = text.heldAt(language, begins.date, begins.time)
  const { meetsAt } = slot
  const line =
    meetsAt === undefined
      ? opens
      : text.meetingOpens(language, text.heldAt(language, slot.date, toLocal(meetsAt, zone).time), opens)
  if (slot.date === slot.slot) return line
  return dayOff ? text.movedBecause(language, line, escaped(dayOff)) : text.movedFrom(language, line, slot.slot)
}

function whySkipped(skipped: NonNullable<Slot['skipped']>, dayOff: string | undefined, language: Language): string {
  switch (skipped) {
    case 'day off':
      return dayOff ? escaped(dayOff) : text.becauseDayOff(language)
    case 'joins next':
      return text.becauseNext(language)
    case 'exception':
      return text.becauseDecided(language)
  }
}
