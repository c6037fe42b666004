import type { Language, Phrase } from '../platform/i18n.ts'
import type { ItemButton } from '../platform/rendered.ts'
import type { Agreement, Version } from './agreement.ts'
import * as say from './messages.ts'
import { fromPlace, type Place } from './place.ts'

/** Where an agreement is. @param versionId the version that is before them */
export function placeOf({ partnershipId, kind, id }: Agreement, versionId?: string): Place {
  return { partnershipId, kind, agreementId: id, versionId }
}

const to =
  (verb: string, text: Phrase) =>
  (language: Language, place: Place, primary = false): ItemButton => ({
    action: `agreements:${verb}`,
    text: text(language),
    value: fromPlace(place),
    ...(primary && { primary }),
  })

export const writeButton = to('propose', say.write)
export const writeAnotherButton = to('propose', say.writeAnother)
export const changeButton = to('propose', say.proposeChange)
export const suggestButton = to('propose', say.suggestChange)
export const readButton = to('read', say.read)
export const readInForceButton = to('read', say.readInForce)
export const agreeButton = to('agree', say.agree)
export const withdrawButton = to('withdraw', say.withdraw)
export const renewButton = to('renew', say.stillRight)
export const historyButton = to('history', say.history)
export const backButton = to('history', say.back)
export const newerButton = to('history', say.newer)
export const olderButton = to('history', say.older)
export const versionButton = to('version', say.read)

/** Reading what is proposed: beside what holds, where something does. */
export function proposalButton(
  agreement: Agreement,
  proposal: Version,
  language: Language,
  primary = false,
): ItemButton {
  const read = to('compare', agreement.inForce ? say.compare : say.readProposal)
  return read(language, placeOf(agreement, proposal.id), primary)
}
