import type { Language } from '../platform/i18n.ts'
import type { Line } from './compare.ts'
import type { Content, Item, Step } from './content.ts'
import * as say from './kind-messages.ts'

/** A content as people read it, line by line; plain text. */
export function linesOfContent(content: Content, language: Language): Line[] {
  const under = (name: keyof typeof say.heading, texts: readonly string[]): Line[] =>
    texts.length > 0 ? [{ text: say.heading[name](language), heading: true }, ...texts.map((text) => ({ text }))] : []
  switch (content.kind) {
    case 'lead_definition':
      return [
        ...under('criteria', itemTexts(content.criteria, language)),
        ...under('wanted', itemTexts(content.fields, language)),
      ]
    case 'ideal_customer':
      return [
        ...under('profile', content.profile),
        ...under('exclusions', content.exclusions),
        ...under('about', paragraphs(content.about)),
      ]
    case 'who_does_what':
      return content.steps.flatMap((step) => stepLines(step, language))
    case 'data_standard':
      return content.fields.map(({ name, meaning, keeper }) => ({
        text: `${name}: ${meaning} (${say.keptBy(language, keeper)})`,
      }))
    case 'rules':
      return content.rules.map((text) => ({ text }))
    case 'shared_words':
      return content.words.map(({ word, meaning }) => ({ text: `${word}: ${meaning}` }))
  }
}

function itemTexts(items: readonly Item[], language: Language): string[] {
  return items.map(({ text, required }) => `${text} (${(required ? say.required : say.wished)(language)})`)
}

function stepLines({ step, marketing, sales, decides }: Step, language: Language): Line[] {
  const parts = [
    [say.marketing(language), marketing],
    [say.sales(language), sales],
    [say.decides(language), decides],
  ] as const
  const said = parts.filter(([, text]) => text !== '')
  return [{ text: step, heading: true }, ...said.map(([who, text]) => ({ text: `${who}: ${text}` }))]
}

const paragraphs = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')
