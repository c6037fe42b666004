import type { KnownBlock, ModalView } from '@slack/types'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Confirm, ItemButton } from '../../platform/rendered.ts'
import { button, context, escaped, field, modal, section } from '../../platform/slack/blocks.ts'
import { type Decision, holding, mayWithdraw } from './decision.ts'
import * as say from './messages.ts'

/** *Add decision*, and where something was decided *Decisions*: also where all of it was taken back, with nothing to count. */
export function decisionButtons(
  occurrenceId: string,
  decisions: readonly Decision[],
  language: Language,
): ItemButton[] {
  const add = { action: 'checkins:decide', text: say.addDecision(language), value: occurrenceId }
  if (decisions.length === 0) return [add]
  const count = holding(decisions).length
  const text = count > 0 ? say.showDecisions(language, count) : say.listTitle(language)
  return [add, { action: 'checkins:decisions', text, value: occurrenceId }]
}

/** What holds, a line each; mrkdwn. */
export function decisionLines(decisions: readonly Decision[], language: Language): string[] {
  return holding(decisions).map(({ text, by }) => `• ${say.line(language, escaped(text), escaped(by.name))}`)
}

export function decideView(occurrenceId: string, language: Language): ModalView {
  return modal({
    id: 'checkins:decide',
    title: say.addTitle(language),
    submit: say.add(language),
    close: say.close(language),
    metadata: occurrenceId,
    blocks: [
      field({
        id: 'text',
        label: say.what(language),
        hint: say.whatHint(language),
        element: { type: 'plain_text_input', max_length: 300, focus_on_load: true },
      }),
    ],
  })
}

interface Reader {
  id: string
  language: Language
  zone: string
  /** Whether they lead one of the two sides. */
  leads: boolean
}

/** Of a modal's 100 blocks each decision takes one. */
const most = 90

/** All that was decided, the newest first, also what was taken back. @param checkIn 'check-in of 12 May' */
export function decisionsView(
  occurrenceId: string,
  decisions: readonly Decision[],
  checkIn: string,
  reader: Reader,
): ModalView {
  const { language } = reader
  const newest = decisions.toReversed()
  const left = newest.length - most
  return modal({
    id: 'checkins:decisions',
    title: say.listTitle(language),
    close: say.close(language),
    metadata: occurrenceId,
    blocks: [
      context(say.listIntro(language, checkIn)),
      ...newest.slice(0, most).map((decision) => decisionBlock(decision, reader)),
      ...(newest.length === 0 ? [section(say.nothingDecided(language))] : []),
      ...(left > 0 ? [context(say.earlier(language, left))] : []),
    ],
  })
}

function decisionBlock(decision: Decision, reader: Reader): KnownBlock {
  const { text, by, at, withdrawn, id } = decision
  const { language, zone } = reader
  const on = (instant: number) => toLocal(instant, zone).date
  const added = say.addedBy(language, escaped(by.name), on(at))
  if (withdrawn) {
    const back = say.takenBackBy(language, escaped(withdrawn.byName), on(withdrawn.at))
    return section(`~${struck(text)}~\n${added} · ${back}`)
  }
  const block = section(`${escaped(text)}\n${added}`)
  if (!mayWithdraw(decision, reader.id, reader.leads)) return block
  const takeBack = { action: 'checkins:undecide', text: say.takeBack(language), value: id }
  return { ...block, accessory: button({ ...takeBack, confirm: takeBackQuestion(language) }) }
}

function takeBackQuestion(language: Language): Confirm {
  return {
    title: say.takeBackQuestion(language),
    text: say.takeBackMeans(language),
    yes: say.takeBack(language),
    no: say.leaveIt(language),
    danger: true,
  }
}

/** Within one line of strike-through nothing ends it early. */
const struck = (text: string): string => escaped(text.replaceAll('~', '∼').replace(/\s+/g, ' '))
