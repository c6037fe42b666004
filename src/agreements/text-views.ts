import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ItemButton } from '../platform/rendered.ts'
import { buttons, context, escaped, header, modal, section, button as slackButton } from '../platform/slack/blocks.ts'
import { type Agreement, type InForce, type Outcome, reviewWaitsFor, type Version } from './agreement.ts'
import * as button from './buttons.ts'
import { asTitle, kindName } from './kind-messages.ts'
import * as say from './messages.ts'
import { fromPlace } from './place.ts'
import { speaksFor, standsInFor } from './speaking.ts'
import { linesOfContent } from './speech.ts'
import { canAgree, canWithdraw, dayOf, type Reading, waitingLines } from './standing.ts'
import { comparisonBlocks, textBlocks } from './text-blocks.ts'
import { inForceLine, proposedLine } from './views.ts'

/** What holds. @param notice what just happened; mrkdwn @param today in the partnership's zone */
export function readView(
  agreement: Agreement & { inForce: InForce },
  reading: Reading,
  today: LocalDate,
  notice?: string,
): ModalView {
  const { inForce, proposal } = agreement
  const { language, id } = reading.reader
  const place = button.placeOf(agreement, inForce.version.id)
  const sides = speaksFor(id, reading.leaders)
  const reviewed = reviewWaitsFor(agreement, today).some((side) => sides.includes(side))
  const row = [
    ...(reviewed ? [button.renewButton(language, place, true)] : []),
    ...(proposal
      ? [button.proposalButton(agreement, proposal, language, true)]
      : [button.changeButton(language, place)]),
    button.historyButton(language, place),
  ]
  const lines = [inForceLine(agreement, reading), ...(proposal ? [proposedLine(agreement, proposal, reading)] : [])]
  const text = textBlocks(linesOfContent(inForce.version.content, language))
  return view(agreement, reading, notice, [context(lines.join('\n')), ...text, buttons(row)])
}

/** What is proposed, beside what holds. @param notice what just happened; mrkdwn */
export function proposalView(agreement: Agreement, proposal: Version, reading: Reading, notice?: string): ModalView {
  const { language } = reading.reader
  const { inForce } = agreement
  const proposed = linesOfContent(proposal.content, language)
  const lines = [
    proposedLine(agreement, proposal, reading),
    ...(proposal.why ? [say.because(language, escaped(proposal.why))] : []),
    ...waitingLines(proposal, reading),
  ]
  const text = inForce
    ? [
        section(`*${say.whatChanges(language)}*`),
        ...comparisonBlocks(linesOfContent(inForce.version.content, language), proposed, language),
      ]
    : textBlocks(proposed)
  return view(agreement, reading, notice, [
    section(lines.join('\n')),
    ...text,
    ...asWhom(proposal, reading).map(context),
    buttons(proposalButtons(agreement, proposal, reading)),
  ])
}

/** A version of before, and what became of it. @param page of the history it was found on */
export function versionView(agreement: Agreement, version: Version, page: number, reading: Reading): ModalView {
  const { language } = reading.reader
  return view(agreement, reading, undefined, [
    section(became(version, reading)),
    ...textBlocks(linesOfContent(version.content, language)),
    buttons([button.backButton(language, { ...button.placeOf(agreement), page })]),
  ])
}

/** What was ever proposed, the latest first. @param page which one, and whether there are more */
export function historyView(
  agreement: Agreement,
  versions: readonly Version[],
  page: { number: number; more: boolean },
  reading: Reading,
  notice?: string,
): ModalView {
  const { language } = reading.reader
  const to = (number: number) => ({ ...button.placeOf(agreement), page: number })
  const rows = versions.map((version): KnownBlock => {
    const place = { ...button.placeOf(agreement, version.id), page: page.number }
    return { ...section(became(version, reading)), accessory: slackButton(button.versionButton(language, place)) }
  })
  return view(agreement, reading, notice, [
    ...(rows.length > 0 ? rows : [section(say.emptyHistory(language))]),
    ...(page.number > 0 ? [buttons([button.newerButton(language, to(page.number - 1))])] : []),
    ...(page.more ? [buttons([button.olderButton(language, to(page.number + 1))])] : []),
  ])
}

function view(agreement: Agreement, { reader }: Reading, notice: string | undefined, blocks: KnownBlock[]): ModalView {
  const { kind, leadType } = agreement
  return modal({
    id: 'agreements:reading',
    title: kindName[kind](reader.language),
    close: say.close(reader.language),
    metadata: fromPlace(button.placeOf(agreement)),
    blocks: [
      ...(notice ? [section(`:information_source: ${notice}`)] : []),
      ...(leadType ? [header(asTitle(reader.language, kind, leadType))] : []),
      ...blocks,
    ],
  })
}

function proposalButtons(agreement: Agreement, proposal: Version, reading: Reading): ItemButton[] {
  const { language } = reading.reader
  const place = button.placeOf(agreement, proposal.id)
  return [
    ...(canAgree(proposal, reading) ? [button.agreeButton(language, place, true)] : []),
    button.suggestButton(language, place),
    ...(canWithdraw(proposal, reading) ? [button.withdrawButton(language, place)] : []),
    ...(agreement.inForce ? [button.readInForceButton(language, place)] : []),
    button.historyButton(language, place),
  ]
}

/** For whom the reader would agree, where it is not only for themselves. */
function asWhom(proposal: Version, reading: Reading): string[] {
  const { reader, leaders } = reading
  if (!canAgree(proposal, reading)) return []
  const absent = standsInFor(reader.id, leaders)
  return [
    ...(absent ? [say.inPlaceOf(reader.language, escaped(absent.name))] : []),
    ...(speaksFor(reader.id, leaders).length > 1 ? [say.forBoth(reader.language)] : []),
  ]
}

function became(version: Version, reading: Reading): string {
  const { language } = reading.reader
  const { outcome, proposedBy, why, consents } = version
  const agreed = consents.map(({ side, by }) => say.nameOf(language, escaped(by.name), side))
  return [
    ...(outcome?.how === 'agreed' ? [`*${say.versionTitle(language, outcome.number)}*`] : []),
    say.proposed(language, escaped(proposedBy.name), dayOf(version.proposedAt, reading)),
    ...(why ? [say.because(language, escaped(why))] : []),
    ...(agreed.length > 0 ? [say.agreedBy(language, agreed)] : []),
    outcome ? outcomeLine(outcome, reading) : say.stillWaits(language),
  ].join('\n')
}

function outcomeLine(outcome: Outcome, reading: Reading): string {
  const { language } = reading.reader
  const at = dayOf(outcome.at, reading)
  switch (outcome.how) {
    case 'agreed':
      return say.heldFrom(language, at)
    case 'replaced':
      return say.replacedOn(language, escaped(outcome.by.name), at)
    case 'withdrawn':
      return say.withdrawnBefore(language, escaped(outcome.by.name), at)
  }
}
