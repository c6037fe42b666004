import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Rendered } from '../../platform/feature.ts'
import { type Language, languages } from '../../platform/i18n.ts'
import {
  buttons,
  channel,
  context,
  cut,
  escape as escaped,
  field,
  header,
  mention,
  modal,
  plain,
  section,
} from '../../platform/slack/blocks.ts'
import { daysOffText } from '../days-off.ts'
import { holidayCountries } from '../holidays.ts'
import { sideName } from '../messages.ts'
import type { DayOff, Partnership, Side } from '../partnership.ts'
import { sides } from '../partnership.ts'
import type { Member, Role, RoleHolder } from '../people/member.ts'
import { pulseFor } from '../small-team.ts'
import type { Draft, Step1, Step2, Step3 } from './draft.ts'
import { fieldIds } from './fields.ts'
import * as text from './messages.ts'
import { mostPeople } from './suggestion.ts'

/** What Slack calls back with. */
export const ids = {
  open: 'partnerships:setup',
  channels: 'partnerships:setup-channels',
  people: 'partnerships:setup-people',
  hours: 'partnerships:setup-hours',
  said: 'partnerships:setup-said',
} as const

// Step 1.

export function channelsView(draft: Pick<Draft, 'id' | 'step1'>, isNew: boolean, language: Language): ModalView {
  const { name, channels } = draft.step1 ?? {}
  const nameElement = {
    type: 'plain_text_input' as const,
    max_length: 60,
    placeholder: plain(text.nameExample(language)),
    ...(name ? { initial_value: name } : {}),
  }
  const choose = (which: keyof Step1['channels']) => {
    const initial = channels?.[which]
    const element = {
      type: 'conversations_select' as const,
      filter: { include: ['public' as const, 'private' as const], exclude_external_shared_channels: true },
      ...(initial ? { initial_conversation: initial } : {}),
    }
    const hint = which === 'shared' ? text.sharedHint(language) : undefined
    return field({ id: fieldIds.channel[which], label: text.channelLabels[which](language), element, hint })
  }
  return modal({
    id: ids.channels,
    title: text.titles.channels(language),
    submit: text.next(language),
    close: text.cancel(language),
    metadata: draft.id,
    blocks: [
      context(isNew ? text.intro(language) : text.secondCooperation(language)),
      field({ id: fieldIds.name, label: text.nameLabel(language), element: nameElement }),
      ...(['marketing', 'sales', 'shared'] as const).map(choose),
    ],
  })
}

// Step 2.

/** Stands there while the people are looked up. @param externalId by which it is filled */
export function lookingUpView(draftId: string, externalId: string, language: Language): ModalView {
  return {
    ...modal({
      id: ids.people,
      title: text.titles.people(language),
      close: text.back(language),
      metadata: draftId,
      blocks: [section(text.fetchingPeople(language))],
    }),
    external_id: externalId,
  }
}

/** @param notes what to know beforehand, mrkdwn */
export function peopleView(draftId: string, filled: Step2, notes: string[], language: Language): ModalView {
  return modal({
    id: ids.people,
    title: text.titles.people(language),
    submit: text.next(language),
    close: text.back(language),
    metadata: draftId,
    blocks: [
      ...[text.peopleIntro(language), ...notes].map(context),
      ...sides.flatMap((side) => sideBlocks(side, filled, language)),
    ],
  })
}

function sideBlocks(side: Side, { people, roles }: Step2, language: Language): KnownBlock[] {
  const chosen = people[side].slice(0, mostPeople)
  const everybody = {
    type: 'multi_users_select' as const,
    max_selected_items: mostPeople,
    ...(chosen.length > 0 ? { initial_users: chosen } : {}),
  }
  const one = (role: Role, hint?: string): InputBlock => {
    const initial = roles[side][role]
    const element = { type: 'users_select' as const, ...(initial ? { initial_user: initial } : {}) }
    const label = text.roleLabel(role, side, language)
    return field({ id: fieldIds.role(side, role), label, element, hint, optional: role !== 'team_lead' })
  }
  return [
    header(sideName(side, language)),
    field({ id: fieldIds.people[side], label: text.peopleLabel(language, side), element: everybody }),
    one('team_lead'),
    one('deputy', text.deputyHint(language)),
    one('contact_person', text.contactHint(language)),
  ]
}

export interface NotesOfPeople {
  external: readonly string[]
  /** In the channels of both teams. */
  both?: readonly string[]
  /** Channels with more people than can be chosen. */
  crowded?: readonly string[]
  /** How many Slack said nothing about. */
  unanswered?: number
}

/** What to know while choosing people. Channels and people by their Slack ids. */
export function peopleNotes(
  { external, both = [], crowded = [], unanswered = 0 }: NotesOfPeople,
  language: Language,
): string[] {
  return [
    ...(external.length > 0 ? [text.sharedOutside(language, external.map(channel))] : []),
    ...(both.length > 0 ? [text.inBoth(language, both.slice(0, mostPeople).map(mention))] : []),
    ...crowded.map((id) => text.tooManyMembers(language, channel(id))),
    ...(unanswered > 0 ? [text.someUnknown(language, unanswered)] : []),
  ]
}

// Step 3.

export function hoursView(
  draftId: string,
  filled: Step3,
  people: Record<Side, string[]>,
  language: Language,
): ModalView {
  const counts = { marketing: people.marketing.length, sales: people.sales.length }
  const small = text.smallTeams(pulseFor(counts), counts, language)
  return modal({
    id: ids.hours,
    title: text.titles.hours(language),
    submit: text.finish(language),
    close: text.back(language),
    metadata: draftId,
    blocks: [...(small ? [context(small)] : []), ...hoursFields(filled, language)],
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

const option = (value: string, words: string): PlainTextOption => ({ text: plain(cut(words, 75)), value })

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

// The end, and what goes wrong.

export interface SavedSetUp {
  partnership: Partnership
  isNew: boolean
  members: readonly Member[]
  roles: readonly RoleHolder[]
  /** What happens next, mrkdwn. */
  next: readonly string[]
  daysOff: DayOff[]
  external: readonly string[]
}

/** Says what was saved and what happens next; closing it closes the whole set-up. */
export function savedView(saved: SavedSetUp, language: Language): ModalView {
  const { partnership, isNew, members, roles, next, daysOff, external } = saved
  const name = escaped(partnership.name)
  const count = (side: Side) => members.filter((one) => one.side === side).length
  const counts = { marketing: count('marketing'), sales: count('sales') }
  const lead = (side: Side) => roles.find((one) => one.side === side && one.role === 'team_lead')?.person.slackId
  const teams = sides.map((side) => {
    const id = lead(side)
    return text.team(language, side, counts[side], id && mention(id))
  })
  const small = text.smallTeams(pulseFor(counts), counts, language)
  const notes = [...(small ? [small] : []), ...peopleNotes({ external }, language), text.changeLater(language)]
  return {
    ...saying(text.titles.done(language), text.close(language), [
      section(isNew ? text.created(language, name) : text.changed(language, name)),
      section(teams.join('\n')),
      ...next.map(section),
      ...(daysOff.length > 0
        ? [
            context(
              text.nextDaysOff(
                language,
                daysOff.map((one) => ({ ...one, name: escaped(one.name) })),
              ),
            ),
          ]
        : []),
      ...notes.map(context),
    ]),
    clear_on_close: true,
  }
}

/** Why it could not be finished; going back leads to the people. @param words plain */
export function stoppedView(words: string, language: Language): ModalView {
  return saying(text.titles.stopped(language), text.back(language), [section(escaped(words))])
}

export function stepsMissingView(language: Language): ModalView {
  const blocks = [section(text.stepsMissing(language))]
  return { ...saying(text.titles.stopped(language), text.close(language), blocks), clear_on_close: true }
}

function saying(title: string, close: string, blocks: KnownBlock[]): ModalView {
  return modal({ id: ids.said, title, close, blocks })
}

/** Which partnership to change, or a new one. @param words beforehand, mrkdwn */
export function choice(words: string, partnerships: readonly Partnership[], language: Language): Rendered {
  const existing = partnerships.slice(0, 20).map(({ id, name }) => ({ action: ids.open, text: name, value: id }))
  const another = { action: ids.open, text: text.newCooperation(language), value: 'new' }
  // A row each: within one row Slack wants every action once.
  return { text: words, blocks: [section(words), ...[...existing, another].map((one) => buttons([one]))] }
}
