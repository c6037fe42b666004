import type { ModalView } from '@slack/types'
import type { HomeSection } from '../../platform/feature.ts'
import { type Language, languages } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { context, field, modal, option, section } from '../../platform/slack/blocks.ts'
import * as text from './messages.ts'
import type { PersonSettings } from './store.ts'

/** What Slack calls back with. */
export const settingsId = 'workspaces:settings'

/** The blocks of the form, and what they may hold. */
export const fields = { language: 'language', messages: 'messages' } as const
export const asInSlack = 'slack'
export const choices = ['daily', 'monday', 'home'] as const satisfies Person['messages'][]

type Known = PersonSettings & { slackLanguage: Language }

/** What somebody has set, with a button to change it. @param absences when they are away and will be */
export function settingsSection(known: Known, absences: readonly Item[], language: Language, now: number): HomeSection {
  const lines = settingsLines(known, language).map(
    (title, index): Item => ({ id: `workspaces:setting-${index}`, title, from: now, buttons: [] }),
  )
  const change = { action: settingsId, text: text.change(language), value: 'change' }
  return { title: text.title(language), items: [...lines, ...absences], buttons: [change] }
}

export function settingsModal(known: Known, language: Language): ModalView {
  return modal({
    id: settingsId,
    title: text.title(language),
    submit: text.save(language),
    close: text.cancel(language),
    blocks: [languageField(known, language), messagesField(known, language), context(text.whateverYouChoose(language))],
  })
}

/** That it is saved, in the form it was asked in. */
export function settingsSaved(known: Known, language: Language): ModalView {
  return modal({
    id: 'workspaces:noted',
    title: text.title(language),
    close: text.close(language),
    blocks: [
      section([text.saved(language), ...settingsLines(known, language)].join('\n\n')),
      context(text.fromThenOn(language)),
    ],
  })
}

/** Each setting and what is chosen. */
export function settingsRows(known: Known, language: Language): [name: string, choice: string][] {
  const { ownLanguage, messages } = known
  return [
    [text.language(language), ownLanguage ? text.languageNames[ownLanguage] : slackLanguage(known, language)],
    [text.messages(language), text.choices[messages](language)],
  ]
}

function settingsLines(known: Known, language: Language): string[] {
  const [spoken, written] = settingsRows(known, language).map(([name, choice]) => `*${name}:* ${choice}`)
  return [`${spoken}`, `${written}\n${text.meanings[known.messages](language)}`]
}

const slackLanguage = (known: Known, language: Language): string =>
  text.asInSlack(language, text.languageNames[known.slackLanguage])

function languageField(known: Known, language: Language) {
  const slack = option(asInSlack, slackLanguage(known, language))
  const options = [slack, ...languages.map((one) => option(one, text.languageNames[one]))]
  const initial = options.find(({ value }) => value === known.ownLanguage) ?? slack
  const element = { type: 'radio_buttons' as const, options, initial_option: initial }
  return field({ id: fields.language, label: text.language(language), element })
}

function messagesField({ messages }: Known, language: Language) {
  const options = choices.map((choice) => ({
    ...option(choice, text.choices[choice](language)),
    description: { type: 'plain_text' as const, text: text.meanings[choice](language) },
  }))
  const initial = options.find(({ value }) => value === messages) ?? options[0]
  const element = { type: 'radio_buttons' as const, options, ...(initial ? { initial_option: initial } : {}) }
  return field({ id: fields.messages, label: text.messages(language), element })
}
