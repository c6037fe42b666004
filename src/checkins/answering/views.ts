import type { InputBlock, ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import { context, cut, field, modal, moment, option } from '../../platform/slack/blocks.ts'
import { addedLate, canChange, close, fromLastTime as filledIn, send } from '../messages.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Answers, Question } from '../question.ts'
import { nameOf } from '../views.ts'
import { longestAnswer } from './read.ts'

/** More than these are folded into a list. */
const mostAtOnce = 5

/** The modal to answer in. @param asked of this person @param answers what stands in it @param zone of the person */
export function answerView(
  occurrence: Occurrence,
  asked: readonly Question[],
  answers: Answers,
  { language, zone }: { language: Language; zone: string },
  { fromLastTime = false }: { fromLastTime?: boolean } = {},
): ModalView {
  const until = moment(occurrence.deadlineAt, zone, language)
  const intro = occurrence.closed ? addedLate(language) : canChange(language, until)
  return modal({
    id: 'checkins:answer',
    title: cut(nameOf(occurrence.checkIn, language), 24),
    submit: send(language),
    close: close(language),
    metadata: occurrence.id,
    blocks: [
      context(fromLastTime ? `${intro} ${filledIn(language)}` : intro),
      ...asked.map((question) => questionField(question, answers[question.id], language)),
    ],
  })
}

/** One question, as it is filled in. */
function questionField(question: Question, answer: string | undefined, language: Language): InputBlock {
  return field({
    id: question.id,
    label: question.label[language],
    hint: question.hint[language],
    optional: !question.required,
    element: question.kind === 'choice' ? choiceElement(question, answer, language) : typedElement(question, answer),
  })
}

function typedElement({ kind }: Question, answer: string | undefined): InputBlock['element'] {
  const initial = answer ? { initial_value: answer } : {}
  if (kind === 'number') return { type: 'number_input', is_decimal_allowed: true, ...initial }
  return { type: 'plain_text_input', multiline: kind === 'text', max_length: longestAnswer, ...initial }
}

/** All at once where they are few and one must be taken: a radio button cannot be let go of again. */
function choiceElement(
  { choices = [], required }: Question,
  answer: string | undefined,
  language: Language,
): InputBlock['element'] {
  const options = choices.map(({ id, label }) => option(id, label[language]))
  const chosen = options.find(({ value }) => value === answer)
  const initial = chosen ? { initial_option: chosen } : {}
  return required && options.length <= mostAtOnce
    ? { type: 'radio_buttons', options, ...initial }
    : { type: 'static_select', options, ...initial }
}
