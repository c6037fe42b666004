/** Two team leads edit one check-in: whoever saves second is told what the first changed. */
import { differences, type Noted } from '../../platform/audit.ts'
import { dayInWords, type Language, listInWords } from '../../platform/i18n.ts'
import { channel, escaped } from '../../platform/slack/blocks.ts'
import { chosenOf } from '../noted.ts'
import type { CheckIn } from '../occurrence.ts'
import { nameOf } from '../views.ts'
import type { FieldName } from './fields.ts'
import type { Form } from './form.ts'
import * as text from './form-messages.ts'
import type { Planned } from './store.ts'

/** What stands, as far as it is neither what somebody saw when they began nor what they chose: by what it is. */
export function theirs(seen: Noted, stands: Noted, chosen: Noted): Noted {
  const wanted = differences(chosen, stands)
  return Object.fromEntries(Object.entries(differences(seen, stands)).filter(([name]) => name in wanted))
}

/** What somebody else changed, as it stands, and what can be done now: mrkdwn. @param form of what stands */
export function meanwhileInWords(changed: Noted, { checkIn }: Planned, form: Form, language: Language): string {
  const lines = Object.keys(changed).flatMap((name) => {
    const line = inWords(name, checkIn, form, language)
    return line ? [`> ${text.labels[line.field](language)}: ${line.stands}`] : []
  })
  return [text.changedMeanwhile(language), ...lines].join('\n')
}

/** Undefined for what another line tells already. @param name as it is noted */
function inWords(
  name: string,
  checkIn: CheckIn,
  form: Form,
  language: Language,
): { field: FieldName; stands: string } | undefined {
  const atMeeting = form.begins === 'meeting'
  switch (name) {
    case 'name':
      return { field: 'name', stands: escaped(nameOf(checkIn, language)) }
    case 'channel':
      return { field: 'channel', stands: channel(checkIn.channelId) }
    case 'cadence':
      return { field: 'kind', stands: cadenceInWords(form, language) }
    case 'time':
      return atMeeting ? undefined : { field: 'time', stands: form.time }
    case 'meetingAt':
      if (atMeeting) return { field: 'meetingAt', stands: form.meetingAt }
      return { field: 'begins', stands: text.beginsNames.time(language) }
    case 'ownZone':
      return { field: 'ownZone', stands: (form.ownZone ? text.ownZone : text.sameForAll)(language) }
    case 'answerHours':
      return { field: 'answerHours', stands: text.answerHours(language, form.answerHours) }
    case 'onDayOff':
      return { field: 'onDayOff', stands: text.onDayOffNames[form.onDayOff](language) }
    default:
      return undefined
  }
}

/** 'Every 2 weeks: Monday and Thursday' */
function cadenceInWords(form: Form, language: Language): string {
  const { kind, everyWeeks, weekdays, date } = form
  if (kind === 'once') return `${text.kindNames.once(language)}: ${dayInWords(date, language)}`
  if (kind !== 'weekly') return `${text.kindNames[kind](language)}: ${withinLine(dayOfMonthInWords(form, language))}`
  const days = weekdays.map((day) => text.weekdayInWords(day, language))
  return `${text.labels.everyWeeks(language)} ${text.everyWeeks(language, everyWeeks)}: ${listInWords(days, language)}`
}

const withinLine = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

function dayOfMonthInWords({ on, dayOfMonth, nth, weekday }: Form, language: Language): string {
  if (on === 'last') return text.onNames.last(language)
  if (on === 'date') return `${text.labels.dayOfMonth(language)} ${dayOfMonth}`
  return `${text.nthNames[nth](language)} ${text.weekdayInWords(weekday, language)}`
}

/** What is to be compared with later. */
export const seenOf = ({ checkIn, rule }: Planned): Noted => chosenOf(checkIn, rule)
