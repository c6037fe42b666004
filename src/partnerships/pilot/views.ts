import type { ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Confirm, Item, ItemButton } from '../../platform/rendered.ts'
import { buttons, escaped, modal, section } from '../../platform/slack/blocks.ts'
import type { Partnership } from '../partnership.ts'
import * as text from './messages.ts'

export const pilotActions = { begin: 'partnerships:pilot', goLive: 'partnerships:go-live' } as const

type Ref = Pick<Partnership, 'id' | 'changedAt'>
type Pilot = Pick<Person, 'id' | 'name'>

/** Who sees what, and how to change it. @param pilot undefined where the partnership is live */
export function pilotItem({ id, changedAt }: Ref, pilot: Pilot | undefined, reader: Pilot, language: Language): Item {
  return {
    id: `partnerships:pilot:${id}`,
    title: pilot ? pilotWords(pilot, reader, language) : text.pilotOff(language),
    from: changedAt,
    buttons: pilotButtons(id, pilot, reader, language),
  }
}

/** "Everything goes to Anna only." */
export function pilotWords(pilot: Pilot, reader: Pilot, language: Language): string {
  return pilot.id === reader.id ? text.pilotOnForYou(language) : text.pilotOn(language, escaped(pilot.name))
}

/** Where the two teams hear everything now, it is asked once more whether that is to stop. */
export function pilotButtons(id: string, pilot: Pilot | undefined, reader: Pilot, language: Language): ItemButton[] {
  const begin = beginButton(id, language)
  if (!pilot) return [{ ...begin, confirm: beginQuestion(language) }]
  const live = { action: pilotActions.goLive, text: text.goLive(language), value: id, primary: true }
  return pilot.id === reader.id ? [live] : [live, begin]
}

export function beginButton(id: string, language: Language): ItemButton {
  return { action: pilotActions.begin, text: text.toMeOnly(language), value: id }
}

function beginQuestion(language: Language): Confirm {
  return {
    title: text.beginQuestion(language),
    text: text.beginMeans(language),
    yes: text.beginIt(language),
    no: text.stayLive(language),
  }
}

/** What is answered when it begins: who sees what now, and how to end it. */
export function begunWords(reader: Pilot, language: Language): string {
  return `${pilotWords(reader, reader, language)}\n${text.wayBack(language)}`
}

/** What a window says after the switch. @param words mrkdwn */
export function pilotView(words: string, row: ItemButton[], language: Language): ModalView {
  const view = modal({
    id: 'partnerships:setup-said',
    title: text.title(language),
    close: text.close(language),
    blocks: [section(words), ...(row.length > 0 ? [buttons(row)] : [])],
    metadata: row[0]?.value ?? '',
  })
  return { ...view, clear_on_close: true }
}
