import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Language } from '../platform/i18n.ts'
import { context, field, header, modal, section } from '../platform/slack/blocks.ts'
import * as ask from './form-messages.ts'
import { longestLeadType } from './kind.ts'
import { asTitle, fieldHint, fieldLabel, kindName, purpose, stepsToFillIn } from './kind-messages.ts'
import * as say from './messages.ts'
import { fromPlace, type Place } from './place.ts'
import { type FieldName, fieldsOfKind, mostCharacters, type Typed } from './typed/form.ts'

/** What a form to propose something begins with. */
export interface Draft {
  place: Place
  /** Of the lead definition that is changed. */
  leadType: string | undefined
  typed: Typed
  why: string
  /** Whether there is something already that it changes. */
  changes: boolean
  /** What to know before sending it. */
  notice: 'replaces' | 'changed meanwhile' | undefined
}

export const longestWhy = 300

export function formView(language: Language, draft: Draft): ModalView {
  const { place, leadType, notice } = draft
  const { kind } = place
  return modal({
    id: 'agreements:propose',
    title: kindName[kind](language),
    submit: ask.propose(language),
    close: say.close(language),
    metadata: fromPlace(place),
    blocks: [
      ...(notice ? [section(noticeText(notice, language))] : []),
      ...(leadType ? [header(asTitle(language, kind, leadType))] : []),
      ...(draft.changes ? [] : [context(purpose[kind](language))]),
      ...(kind === 'lead_definition' && !place.agreementId ? [leadTypeField(language)] : []),
      ...fieldsOfKind[kind].map((name, index) => textField(name, index > 0, draft, language)),
      whyField(draft, language),
    ] satisfies KnownBlock[],
  })
}

function noticeText(notice: NonNullable<Draft['notice']>, language: Language): string {
  switch (notice) {
    case 'replaces':
      return ask.replaces(language)
    case 'changed meanwhile':
      return `:warning: ${ask.changedMeanwhile(language)}`
  }
}

function textField(name: FieldName, optional: boolean, { typed, changes }: Draft, language: Language): InputBlock {
  const begins = name === 'steps' && !changes ? stepsToFillIn(language) : ''
  const initial = typed[name] || begins
  return field({
    id: name,
    label: fieldLabel[name](language),
    hint: fieldHint[name](language),
    element: {
      type: 'plain_text_input',
      multiline: true,
      max_length: mostCharacters,
      ...(initial && { initial_value: initial }),
    },
    optional,
  })
}

function leadTypeField(language: Language): InputBlock {
  return field({
    id: 'leadType',
    label: ask.leadTypeLabel(language),
    hint: ask.leadTypeHint(language),
    element: { type: 'plain_text_input', max_length: longestLeadType },
  })
}

/** A change says why; a first text may. */
function whyField({ changes, why }: Draft, language: Language): InputBlock {
  return field({
    id: 'why',
    label: (changes ? ask.whyLabel : ask.whyLabelFirst)(language),
    hint: ask.whyHint(language),
    element: { type: 'plain_text_input', max_length: longestWhy, ...(why && { initial_value: why }) },
    optional: !changes,
  })
}
