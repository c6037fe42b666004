import type { Block, KnownBlock } from '@slack/types'
import { whichPartnership } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import type { PartnershipRef } from '../platform/person.ts'
import type { Item, ItemButton, Rendered } from '../platform/rendered.ts'
import { buttons, escaped, header, itemBlocks, section } from '../platform/slack/blocks.ts'
import type { Agreement, Version } from './agreement.ts'
import * as button from './buttons.ts'
import { type Kind, kinds, mostLeadTypes } from './kind.ts'
import { asTitle, purpose } from './kind-messages.ts'
import * as say from './messages.ts'
import { about, canAgree, dayOf, type Reading, waitingLines } from './standing.ts'

/** Of several partnerships: whose agreements? */
export function askMessage(language: Language, partnerships: readonly Pick<PartnershipRef, 'id' | 'name'>[]): Rendered {
  const press = ({ id, name }: { id: string; name: string }) => ({ action: 'agreements:list', text: name, value: id })
  return whichPartnership(say.whichOne(language), partnerships, press, say.command(language), language)
}

/** What `/rondo agreements` shows: every kind, agreed on or not. */
export function listMessage(agreements: readonly Agreement[], name: string, reading: Reading): Rendered {
  const { language } = reading.reader
  const known = agreements.filter(({ inForce, proposal }) => inForce || proposal)
  const blocks: (KnownBlock | Block)[] = [
    header(say.listTitle(language)),
    section(say.ofPartnership(language, escaped(name))),
  ]
  for (const kind of kinds) {
    const own = known.filter((one) => one.kind === kind)
    blocks.push(...own.flatMap((one) => itemBlocks(entry(one, reading))))
    if (own.length === 0) blocks.push(...itemBlocks(emptyEntry(kind, reading)))
    if (kind === 'lead_definition' && own.length > 0 && own.length < mostLeadTypes)
      blocks.push(buttons([button.writeAnotherButton(language, toWrite(kind, reading))]))
  }
  return { text: say.listTitle(language), blocks }
}

/** In a message of one's own: it waits for one's agreement. */
export function proposalItem(agreement: Agreement, proposal: Version, overdue: boolean, reading: Reading): Item {
  const { language } = reading.reader
  const title = (agreement.inForce ? say.nudgeChange : say.nudge)(
    language,
    about(agreement, reading),
    escaped(proposal.proposedBy.name),
  )
  return {
    id: `agreements:${proposal.id}`,
    title,
    ...(proposal.why && { detail: say.because(language, escaped(proposal.why)) }),
    from: proposal.proposedAt,
    overdue,
    partnershipId: reading.partnership.id,
    buttons: [
      button.proposalButton(agreement, proposal, language, true),
      button.agreeButton(language, button.placeOf(agreement, proposal.id)),
    ],
  }
}

/** In a message of one's own: is it still right? @param from epoch milliseconds */
export function reviewItem(agreement: Agreement, from: number, reading: Reading): Item[] {
  const { inForce } = agreement
  if (!inForce) return []
  const { language } = reading.reader
  const place = button.placeOf(agreement, inForce.version.id)
  return [
    {
      id: `agreements:review:${inForce.version.id}`,
      title: say.reviewNudge(language, about(agreement, reading), inForce.number),
      detail: say.reviewDetail(language, dayOf(inForce.since, reading)),
      from,
      partnershipId: reading.partnership.id,
      buttons: [
        button.renewButton(language, place),
        button.changeButton(language, place),
        button.readButton(language, place),
      ],
    },
  ]
}

/** Between the two teams, without names. */
export function openItem(
  agreement: Agreement,
  proposal: Version,
  late: { overdue: boolean; discreet: boolean },
  reading: Reading,
): Item {
  const { language } = reading.reader
  return {
    id: `agreements:${proposal.id}`,
    title: say.openTitle(language, about(agreement, reading)),
    detail: say.openSince(language, dayOf(proposal.proposedAt, reading)),
    from: proposal.proposedAt,
    ...late,
    buttons: [button.proposalButton(agreement, proposal, language)],
  }
}

function entry(agreement: Agreement, reading: Reading): Item {
  const { inForce, proposal, kind, leadType } = agreement
  const { language } = reading.reader
  const lines = [
    ...(inForce ? [inForceLine(agreement, reading)] : []),
    ...(proposal ? [proposedLine(agreement, proposal, reading), ...waitingLines(proposal, reading)] : []),
  ]
  return {
    id: agreement.id,
    title: `*${asTitle(language, kind, leadType && escaped(leadType))}*`,
    detail: lines.join('\n'),
    from: 0,
    buttons: entryButtons(agreement, reading),
  }
}

function entryButtons(agreement: Agreement, reading: Reading): ItemButton[] {
  const { inForce, proposal } = agreement
  const { language } = reading.reader
  const place = button.placeOf(agreement, proposal?.id ?? inForce?.version.id)
  return [
    ...(inForce ? [button.readButton(language, place)] : []),
    ...(proposal ? [button.proposalButton(agreement, proposal, language, canAgree(proposal, reading))] : []),
    ...(proposal && canAgree(proposal, reading) ? [button.agreeButton(language, place)] : []),
    (proposal ? button.suggestButton : button.changeButton)(language, place),
    button.historyButton(language, place),
  ]
}

function emptyEntry(kind: Kind, reading: Reading): Item {
  const { language } = reading.reader
  return {
    id: kind,
    title: `*${asTitle(language, kind, undefined)}*`,
    detail: `${say.noneYet(language)} ${purpose[kind](language)}`,
    from: 0,
    buttons: [button.writeButton(language, toWrite(kind, reading))],
  }
}

const toWrite = (kind: Kind, { partnership }: Reading) => ({
  partnershipId: partnership.id,
  kind,
  agreementId: undefined,
  versionId: undefined,
})

/** "Version 3, agreed on 4 March 2027 …" */
export function inForceLine({ inForce }: Agreement, reading: Reading): string {
  if (!inForce) return ''
  const { language } = reading.reader
  const review = say.onDate(language, inForce.reviewDate)
  return say.inForceSince(language, inForce.number, dayOf(inForce.since, reading), review)
}

/** "Proposed by Tom on 4 March 2027." */
export function proposedLine({ inForce }: Agreement, proposal: Version, reading: Reading): string {
  const words = inForce ? say.changeProposed : say.proposed
  return words(reading.reader.language, escaped(proposal.proposedBy.name), dayOf(proposal.proposedAt, reading))
}
