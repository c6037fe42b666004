import type { ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item, ItemButton } from '../../platform/rendered.ts'
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

export function pilotButtons(id: string, pilot: Pilot | undefined, reader: Pilot, language: Language): ItemButton[] {
  const begin = { action: pilotActions.begin, text: text.toMeOnly(language), value: id }
  const live = { action: pilotActions.goLive, text: text.goLive(language), value: id, primary: true }
  if (!pilot) return [begin]
  return pilot.id === reader.id ? [live] : [live, begin]
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
