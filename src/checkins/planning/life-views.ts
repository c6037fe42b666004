import type { Button, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Partnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { button, context, divider, escaped, field, modal, option, section } from '../../platform/slack/blocks.ts'
import type { WallMoment } from '../occurrence.ts'
import * as frame from './form-messages.ts'
import * as text from './life-messages.ts'
import { fromDateRef } from './refs.ts'

/** Beneath the form of one that exists: what else can be changed, in windows of their own. */
export function changesRow(checkInId: string, mayCopy: boolean, language: Language): KnownBlock[] {
  const value = checkInId
  const rest = [
    { action: 'checkins:questions', text: frame.questionsButton(language), value },
    { action: 'checkins:people', text: frame.peopleButton(language), value },
    ...(mayCopy ? [{ action: 'checkins:copy', text: frame.copyButton(language), value }] : []),
  ]
  return [divider(), { type: 'actions', elements: [...rest.map(button), endButton(checkInId, language)] }]
}

function endButton(value: string, language: Language): Button {
  const confirm = {
    title: frame.endQuestion(language),
    text: frame.endMeans(language),
    yes: frame.endIt(language),
    no: frame.keepIt(language),
    danger: true,
  }
  return {
    ...button({ action: 'checkins:end', text: frame.endButton(language), value, confirm }),
    style: 'danger',
  }
}

/** A window that only says something. @param sentence mrkdwn */
export function sayingView(title: string, sentence: string, language: Language): ModalView {
  return modal({ id: 'checkins:said', title, close: frame.close(language), blocks: [section(sentence)] })
}

/** @param name not escaped @param planned when it is held as things stand */
export function moveView(
  { checkInId, slot, name, isMeeting }: { checkInId: string; slot: string; name: string; isMeeting: boolean },
  planned: WallMoment,
  zone: string,
  language: Language,
): ModalView {
  const label = isMeeting ? text.moveMeetingTime : text.moveTime
  return modal({
    id: 'checkins:move',
    title: text.moveTitle(language),
    submit: text.move(language),
    close: frame.close(language),
    metadata: fromDateRef({ checkInId, slot }),
    blocks: [
      section(text.moveIntro(language, escaped(name), slot)),
      field({
        id: 'date',
        label: text.moveDate(language),
        element: { type: 'datepicker', initial_date: planned.date },
      }),
      field({
        id: 'time',
        label: label(language),
        hint: frame.onClocksOf(language, zone),
        element: { type: 'timepicker', initial_time: planned.time },
      }),
    ],
  })
}

/** As many as one select holds. */
const mostOptions = 100

interface Copying {
  checkInId: string
  /** Not escaped. */
  name: string
  to: readonly Partnership[]
  /** Why others are not offered; mrkdwn. */
  missing?: string | undefined
}

export function copyView({ checkInId, name, to, missing }: Copying, language: Language): ModalView {
  const options: PlainTextOption[] = to.slice(0, mostOptions).map((one) => option(one.id, one.name))
  const left = to.length - options.length
  const [only, ...more] = options
  const initial = only && more.length === 0 ? { initial_option: only } : {}
  return modal({
    id: 'checkins:copy',
    title: text.copyTitle(language),
    submit: text.copy(language),
    close: frame.close(language),
    metadata: checkInId,
    blocks: [
      context(text.copyIntro(language, escaped(name))),
      field({ id: 'to', label: text.copyTo(language), element: { type: 'static_select', options, ...initial } }),
      ...(left > 0 ? [context(text.moreTargets(language, left))] : []),
      ...(missing === undefined ? [] : [context(missing)]),
    ],
  })
}
