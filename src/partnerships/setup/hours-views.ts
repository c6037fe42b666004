import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import { type Language, languages } from '../../platform/i18n.ts'
import { context, field, modal, option, plain } from '../../platform/slack/blocks.ts'
import { daysOffText } from '../days-off.ts'
import { holidayCountries } from '../holidays.ts'
import type { Side } from '../partnership.ts'
import { pulseFor } from '../small-team.ts'
import type { Step3 } from './draft.ts'
import { fieldIds } from './fields.ts'
import * as text from './hours-messages.ts'
import * as frame from './messages.ts'
import { smallTeams } from './people-messages.ts'
import { ids } from './views.ts'

/** @param notes what was made of the step before, mrkdwn */
export function hoursView(
  draftId: string,
  filled: Step3,
  people: Record<Side, string[]>,
  language: Language,
  notes: readonly string[] = [],
): ModalView {
  const counts = { marketing: people.marketing.length, sales: people.sales.length }
  const small = smallTeams(pulseFor(counts), counts, language)
  return modal({
    id: ids.hours,
    title: frame.titles.hours(language),
    submit: frame.finish(language),
    close: frame.back(language),
    metadata: draftId,
    blocks: [...[...notes, ...(small ? [small] : [])].map(context), ...hoursFields(filled, language)],
  })
}

function hoursFields(filled: Step3, language: Language): InputBlock[] {
  const languageOptions = languages.map((code) => option(code, text.languageNames[code]))
  const zone = { type: 'external_select' as const, min_query_length: 0, placeholder: plain(text.zoneExample(language)) }
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).map((number) => option(String(number), weekdayName(number, language)))
  const chosenDays = days.filter(({ value }) => filled.workingDays.some((number) => String(number) === value))
  const countries = countryOptions(language)
  const own = daysOffText(filled.daysOff)
  return [
    field({
      id: fieldIds.language,
      label: text.languageLabel(language),
      hint: text.languageHint(language),
      element: { type: 'static_select', options: languageOptions, ...initialOption(languageOptions, filled.language) },
    }),
    field({
      id: fieldIds.zone,
      label: text.zoneLabel(language),
      element: filled.zone ? { ...zone, initial_option: zoneOption(filled.zone) } : zone,
    }),
    field({
      id: fieldIds.days,
      label: text.daysLabel(language),
      element: { type: 'checkboxes', options: days, ...(chosenDays.length > 0 ? { initial_options: chosenDays } : {}) },
    }),
    field({
      id: fieldIds.start,
      label: text.startLabel(language),
      element: { type: 'timepicker', initial_time: filled.workStart },
    }),
    field({
      id: fieldIds.end,
      label: text.endLabel(language),
      element: { type: 'timepicker', initial_time: filled.workEnd },
    }),
    field({
      id: fieldIds.country,
      label: text.countryLabel(language),
      element: {
        type: 'static_select',
        options: countries,
        ...initialOption(countries, filled.holidayCountry || 'none'),
      },
    }),
    field({
      id: fieldIds.daysOff,
      label: text.daysOffLabel(language),
      hint: text.daysOffHint(language),
      optional: true,
      element: { type: 'plain_text_input', multiline: true, max_length: 3000, ...(own ? { initial_value: own } : {}) },
    }),
  ]
}

function initialOption(options: PlainTextOption[], value: string): { initial_option?: PlainTextOption } {
  const found = options.find((one) => one.value === value)
  return found ? { initial_option: found } : {}
}

export const zoneOption = (zone: string) => option(zone, zone.replaceAll('_', ' '))

function countryOptions(language: Language): PlainTextOption[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const named = holidayCountries.map((code) => option(code, names.of(code) ?? code))
  return [option('none', text.noCountry(language)), ...named]
}

/** @param weekday ISO: Monday 1 */
function weekdayName(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const date = Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday })
  return date.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { weekday: 'long' })
}
