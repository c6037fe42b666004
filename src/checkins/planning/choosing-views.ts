import type { KnownBlock, ModalView } from '@slack/types'
import type { Partnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { button, context, escaped, modal, section } from '../../platform/slack/blocks.ts'
import { templates } from '../templates/all.ts'
import * as text from './form-messages.ts'

/** Of a window's 100 blocks. */
const mostPartnerships = 90

/** For which two teams a new check-in is. */
export function partnershipsView(partnerships: readonly Partnership[], language: Language): ModalView {
  const rows = partnerships
    .slice(0, mostPartnerships)
    .map(({ id, name }) => row(`*${escaped(name)}*`, { action: 'checkins:new', value: id }, language))
  const left = partnerships.length - rows.length
  const more = left > 0 ? [context(text.moreThanFit(language, left))] : []
  return choosing([section(text.whichPartnership(language)), ...rows, ...more], language)
}

/** What a new check-in is for. @param offered ids of templates */
export function templatesView(partnershipId: string, offered: readonly string[], language: Language): ModalView {
  const rows = offered.flatMap((id) => {
    const template = templates[id]
    if (!template) return []
    const words = `*${template.name(language)}*\n${template.about(language)}`
    return [row(words, { action: 'checkins:template', value: `${partnershipId}:${id}` }, language)]
  })
  return choosing([section(text.whichTemplate(language)), ...rows], language)
}

function row(words: string, press: { action: string; value: string }, language: Language): KnownBlock {
  return { ...section(words), accessory: button({ ...press, text: text.choose(language) }) }
}

function choosing(blocks: KnownBlock[], language: Language): ModalView {
  return modal({ id: 'checkins:choose', title: text.newTitle(language), close: text.close(language), blocks })
}
