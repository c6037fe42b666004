import { z } from 'zod'
import type { Fields } from '../../platform/interaction.ts'
import { type Form, form } from './form.ts'

/** The inputs of the form, by what they hold: block ids. */
export const fieldNames = [
  'name',
  'channel',
  'kind',
  'everyWeeks',
  'weekdays',
  'on',
  'dayOfMonth',
  'nth',
  'weekday',
  'month',
  'from',
  'date',
  'begins',
  'time',
  'meetingAt',
  'answerHours',
  'ownZone',
  'onDayOff',
] as const satisfies readonly (keyof Form)[]
export type FieldName = (typeof fieldNames)[number]

/** The listener that hears of a field. */
export const actionOf = (name: FieldName): string => `checkins:plan-${name}`

/** Those that change the dates: the form is drawn anew when one does. */
export const redrawing: readonly FieldName[] = fieldNames.filter((name) => !['name', 'channel'].includes(name))

const number = z.coerce.number()
const chosenWeekdays = z.array(number).default([])

/** What is filled in; what the form does not show now stays as it was. Dates and times that were emptied do, too. */
export function readForm(fields: Fields, before: Form): Form {
  const shown = fieldNames.filter((name) => actionOf(name) in fields)
  const read = Object.fromEntries(shown.map((name) => [name, filledIn(name, fields[actionOf(name)]) ?? before[name]]))
  return form.parse({ ...before, ...read })
}

function filledIn(name: FieldName, field: string | string[] | undefined): unknown {
  switch (name) {
    case 'name':
      return typeof field === 'string' ? field.trim() : ''
    case 'weekdays':
      return chosenWeekdays.parse(field)
    case 'ownZone':
      return Array.isArray(field) && field.length > 0
    case 'nth':
      return field === undefined || field === 'last' ? field : number.parse(field)
    case 'everyWeeks':
    case 'dayOfMonth':
    case 'weekday':
    case 'month':
    case 'answerHours':
      return field === undefined ? undefined : number.parse(field)
    default:
      return field
  }
}
