import type { Block, Button, KnownBlock, ModalView } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { button, buttons, context, cut, escaped, modal, section } from '../../platform/slack/blocks.ts'
import type { Question } from '../question.ts'
import { type Change, groups, inGroup } from './editing.ts'
import * as say from './messages.ts'
import { fromPressed, fromShown } from './refs.ts'
import type { Version } from './version-store.ts'

/** The questions of a check-in, with what can be done to each. @param name of the check-in, not escaped @param note mrkdwn */
export function questionsView(version: Version, name: string, language: Language, note?: string): ModalView {
  const { checkInId, questions } = version
  return modal({
    id: 'checkins:questions',
    title: say.listTitle(language),
    close: say.close(language),
    metadata: fromShown(version),
    blocks: [
      context(say.listIntro(language, escaped(name))),
      ...(note ? [section(`:information_source: ${note}`)] : []),
      ...groups.flatMap((group) => groupBlocks(group, version, language)),
      buttons([
        { action: 'checkins:add-question', text: say.add(language), value: checkInId, primary: questions.length < 2 },
      ]),
    ],
  })
}

function groupBlocks(group: Question['side'], version: Version, language: Language): (KnownBlock | Block)[] {
  const asked = inGroup(group, version.questions)
  if (asked.length === 0) return []
  const rows = asked.flatMap((question, index) => {
    const can = { up: index > 0, down: index < asked.length - 1, remove: version.questions.length > 1 }
    return [section(questionInWords(question, language)), row(question, version.checkInId, can, language)]
  })
  return [section(`*${groupName(group, language)}*`), ...rows]
}

export const groupName = (group: Question['side'], language: Language): string =>
  group === 'both' ? say.bothTeams(language) : sideName(group, language)

/** What is asked and how it is answered; mrkdwn. */
export function questionInWords(question: Question, language: Language): string {
  const { label, kind, choices = [], required, prefill, perAccount } = question
  const offered = escaped(cut(choices.map((choice) => choice.label[language]).join(' / '), 400))
  const notes = [
    say.kindNames[kind](language),
    ...(required ? [say.mustBeAnswered(language)] : []),
    ...(prefill === 'last answer' ? [say.fromLastTime(language)] : []),
    ...(perAccount ? [say.perAccount(language)] : []),
  ]
  const lines = [escaped(label[language]), `_${notes.join(' · ')}_`, ...(offered ? [offered] : [])]
  return lines.join('\n')
}

function row(
  { id, label }: Question,
  checkInId: string,
  can: { up: boolean; down: boolean; remove: boolean },
  language: Language,
): KnownBlock {
  const value = fromPressed({ checkInId, questionId: id })
  const one = (action: string, text: string): Button => button({ action, text, value })
  const confirm = {
    title: say.removeTitle(language),
    text: say.removeWarning(language, cut(label[language], 150)),
    yes: say.remove(language),
    no: say.keep(language),
  }
  const removal: Button = {
    ...button({ action: 'checkins:remove-question', text: say.remove(language), value, confirm }),
    style: 'danger',
  }
  return {
    type: 'actions',
    elements: [
      one('checkins:edit-question', say.edit(language)),
      ...(can.up ? [one('checkins:raise-question', say.up(language))] : []),
      ...(can.down ? [one('checkins:lower-question', say.down(language))] : []),
      ...(can.remove ? [removal] : []),
    ],
  }
}

const mostNamed = 5

/** What others did since this person looked; undefined where they did nothing. */
export function changesInWords(changes: readonly Change[], language: Language): string | undefined {
  if (changes.length === 0) return undefined
  const named = changes
    .slice(0, mostNamed)
    .map(({ how, question }) => say.changes[how](language, escaped(cut(question.label[language], 80))))
  return say.changedMeanwhile(language, named, changes.length - named.length)
}
