import { toLocal } from '../calendar/wall-time.ts'
import type { PartnershipRef, Person } from '../platform/person.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { type Agreement, type Version, waitsFor } from './agreement.ts'
import { inSentence } from './kind-messages.ts'
import * as say from './messages.ts'
import { type Leader, speakersFor, speaksFor } from './speaking.ts'

/** What a view needs to know beside the agreement: who reads it, and who leads. */
export interface Reading {
  reader: Pick<Person, 'id' | 'language'>
  leaders: readonly Leader[]
  partnership: Pick<PartnershipRef, 'id' | 'zone'>
}

/** An instant as a date in words, on the calendar of the partnership. */
export const dayOf = (instant: number, { reader, partnership }: Reading): string =>
  say.onDate(reader.language, toLocal(instant, partnership.zone).date)

/** "the lead definition “Demo request”", escaped. */
export const about = ({ kind, leadType }: Pick<Agreement, 'kind' | 'leadType'>, { reader }: Pick<Reading, 'reader'>) =>
  inSentence(reader.language, kind, leadType && escaped(leadType))

/** Who agreed and whom it waits for: lines of mrkdwn. */
export function waitingLines(proposal: Version, { reader: { language }, leaders }: Reading): string[] {
  const agreed = proposal.consents.map(({ side, by }) => say.nameOf(language, escaped(by.name), side))
  const waiting = waitsFor(proposal).map((side) => {
    const names = speakersFor(side, leaders).map(({ person }) => escaped(person.name))
    return say.waits(language, side, names)
  })
  return [...(agreed.length > 0 ? [say.agreedBy(language, agreed)] : []), ...waiting]
}

/** Whether the reader can agree to a proposal now. */
export function canAgree(proposal: Version, { reader, leaders }: Reading): boolean {
  const open = waitsFor(proposal)
  return speaksFor(reader.id, leaders).some((side) => open.includes(side))
}

/** Whether somebody can withdraw a proposal: who proposed it, and the team leads. */
export const canWithdraw = (proposal: Version, { reader, leaders }: Pick<Reading, 'reader' | 'leaders'>): boolean =>
  proposal.proposedBy.id === reader.id || leaders.some(({ person }) => person.id === reader.id)
