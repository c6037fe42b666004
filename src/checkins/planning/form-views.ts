import type { Block, InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Partnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { context, divider, escaped, field, modal, option, section } from '../../platform/slack/blocks.ts'
import { templates } from '../templates/all.ts'
import { type Editing, fromEditing } from './editing.ts'
import { actionOf, type FieldName, redrawing } from './fields.ts'
import { type Form, kinds } from './form.ts'
import * as text from './form-messages.ts'
import { changesRow } from './life-views.ts'
import { type ChannelName, channelNames } from './plan.ts'
import type { Preview } from './preview.ts'
import { previewBlocks } from './preview-views.ts'

/** Working hours to choose from. */
const answerHours = [1, 2, 4, 8, 16, 24, 40]
const mostWeeks = 12

export interface FormShown {
  editing: Editing
  partnership: Partnership
  preview: Preview
  /** Whether there is another partnership to copy it to. */
  mayCopy: boolean
  /** What to know first, mrkdwn. */
  note?: string | undefined
}

/** All that can be chosen of a check-in, with the next dates as they would be held. */
export function formView({ editing, partnership, preview, mayCopy, note }: FormShown, language: Language): ModalView {
  const { form, checkInId, template } = editing
  const name = templates[template]?.name(language) ?? template
  const intro =
    checkInId === undefined
      ? text.aboutNew(language, escaped(name), escaped(partnership.name))
      : text.aboutEdit(language, escaped(partnership.name))
  return modal({
    id: 'checkins:plan',
    title: (checkInId === undefined ? text.newTitle : text.editTitle)(language),
    submit: text.save(language),
    close: text.close(language),
    metadata: fromEditing(editing),
    blocks: [
      ...(note === undefined ? [] : [section(note)]),
      context(intro),
      nameField(form, name, language),
      ...channelField(form, partnership, language),
      ...cadenceFields(form, language),
      ...timeFields(form, partnership, language),
      choice(
        'onDayOff',
        form.onDayOff,
        ['move', 'skip'] as const,
        (value) => text.onDayOffNames[value](language),
        language,
      ),
      divider(),
      ...previewBlocks(preview, form, partnership, language),
      ...(checkInId === undefined ? [] : changesRow(checkInId, mayCopy, language)),
    ],
  })
}

function nameField({ name }: Form, template: string, language: Language): KnownBlock {
  const element = { type: 'plain_text_input', max_length: 80, ...(name ? { initial_value: name } : {}) } as const
  return input('name', element, language, { hint: text.nameHint(language, template), optional: true })
}

/** The channels of the partnership that differ; where two are one, the first name for it. */
function channelField(form: Form, { channels }: Partnership, language: Language): KnownBlock[] {
  const same = (name: ChannelName) => channelNames.find((other) => channels[other] === channels[name]) ?? name
  const different = channelNames.filter((name) => same(name) === name)
  if (different.length < 2) return []
  return [choice('channel', same(form.channel), different, (name) => text.channels[name](language), language)]
}

function cadenceFields(form: Form, language: Language): KnownBlock[] {
  const kind = choice('kind', form.kind, kinds, (value) => text.kindNames[value](language), language)
  if (form.kind === 'once') return [kind, dateField('date', form, language)]
  const from = dateField('from', form, language)
  if (form.kind === 'weekly') {
    const weeks = numbersUpTo(Math.max(mostWeeks, form.everyWeeks))
    const every = choice('everyWeeks', form.everyWeeks, weeks, (count) => text.everyWeeks(language, count), language)
    return [kind, every, weekdaysField(form, language), from]
  }
  const months = choice(
    'month',
    form.month,
    [1, 2, 3] as const,
    (month) => text.monthsInWords(month, language),
    language,
  )
  return [kind, ...(form.kind === 'quarterly' ? [months] : []), ...dayFields(form, language), from]
}

function dayFields(form: Form, language: Language): KnownBlock[] {
  const on = choice('on', form.on, ['nth', 'date', 'last'] as const, (value) => text.onNames[value](language), language)
  if (form.on === 'last') return [on]
  if (form.on === 'date') {
    const hint = form.dayOfMonth > 28 ? text.shortMonths(language) : undefined
    return [on, choice('dayOfMonth', form.dayOfMonth, numbersUpTo(31), String, language, hint)]
  }
  return [
    on,
    choice('nth', form.nth, [1, 2, 3, 4, 'last'] as const, (value) => text.nthNames[value](language), language),
    choice('weekday', form.weekday, weekdays, (day) => text.weekdayInWords(day, language), language),
  ]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

function weekdaysField(form: Form, language: Language): KnownBlock {
  const options = weekdays.map((day) => option(String(day), text.weekdayInWords(day, language)))
  const chosen = options.filter(({ value }) => form.weekdays.some((day) => String(day) === value))
  const initial = chosen.length > 0 ? { initial_options: chosen } : {}
  return input('weekdays', { type: 'checkboxes', options, ...initial }, language)
}

function timeFields(form: Form, { zone }: Partnership, language: Language): KnownBlock[] {
  const begins = choice(
    'begins',
    form.begins,
    ['time', 'meeting'] as const,
    (value) => text.beginsNames[value](language),
    language,
  )
  const hint = text.onClocksOf(language, zone)
  const ownZone = ownZoneField(form, zone, language)
  if (form.begins === 'meeting') {
    const meeting = { type: 'timepicker', initial_time: form.meetingAt } as const
    return [begins, input('meetingAt', meeting, language, { hint: `${text.meetingHint(language)} ${hint}` }), ownZone]
  }
  const hours = [...new Set([...answerHours, form.answerHours])].toSorted((one, other) => one - other)
  return [
    begins,
    input('time', { type: 'timepicker', initial_time: form.time }, language, { hint: form.ownZone ? undefined : hint }),
    ownZone,
    choice('answerHours', form.answerHours, hours, (count) => text.answerHours(language, count), language),
  ]
}

function ownZoneField(form: Form, zone: string, language: Language): KnownBlock {
  const options = [option('own', text.ownZone(language))]
  const initial = form.ownZone ? { initial_options: options } : {}
  const hint = text.ownZoneHint(language, zone)
  return input('ownZone', { type: 'checkboxes', options, ...initial }, language, { hint, optional: true })
}

function dateField(name: 'from' | 'date', form: Form, language: Language): KnownBlock {
  return input(name, { type: 'datepicker', initial_date: form[name] }, language)
}

function choice<Value extends string | number>(
  name: FieldName,
  chosen: NoInfer<Value>,
  values: readonly Value[],
  words: (value: Value) => string,
  language: Language,
  hint?: string,
): KnownBlock {
  const options: PlainTextOption[] = values.map((value) => option(String(value), words(value)))
  const initial = options.find(({ value }) => value === String(chosen))
  const element = { type: 'static_select', options, ...(initial ? { initial_option: initial } : {}) } as const
  return input(name, element, language, { hint })
}

interface More {
  hint?: string | undefined
  optional?: boolean
}

function input(name: FieldName, element: InputBlock['element'], language: Language, more: More = {}): InputBlock {
  const block = field({ id: name, label: text.labels[name](language), element, ...more })
  const dispatches = redrawing.includes(name) ? { dispatch_action: true } : {}
  return { ...block, ...dispatches, element: { ...element, action_id: actionOf(name) } as InputBlock['element'] }
}

const numbersUpTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1)

/** After saving. @param name not escaped */
export function savedView(
  {
    name,
    preview,
    form,
    partnership,
    paused,
  }: { name: string; preview: Preview; form: Form; partnership: Partnership; paused: boolean },
  language: Language,
): ModalView {
  const blocks: (KnownBlock | Block)[] = [
    section(text.saved(language, escaped(name))),
    ...previewBlocks(preview, form, partnership, language),
    ...(paused ? [context(text.stillPaused(language))] : []),
  ]
  return modal({ id: 'checkins:saved', title: text.savedTitle(language), close: text.close(language), blocks })
}
