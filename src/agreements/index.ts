import type { Db } from '../../db/schema.ts'
import { itself, memberOf, usersOf, whereOn } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Feature, Part } from '../platform/feature.ts'
import { agree, stillRight, withdraw } from './agree.ts'
import type { Content } from './content.ts'
import { exportAgreements } from './export.ts'
import { type AgreementNeeds, followLeaders } from './facts.ts'
import { type Kind, leadTypeKey } from './kind.ts'
import { agreedLines, agreementNudges, openAgreements } from './lines.ts'
import { commandHelp, partAbout, partTitle } from './messages.ts'
import { openForm, submitProposal } from './propose.ts'
import { readersOf, speakersOf } from './rights.ts'
import { listAt } from './showing.ts'
import { compare, history, list, listOf, read, readVersion } from './slack.ts'
import { anyInForce, inForceOf } from './store.ts'
import { story } from './story.ts'

export type { AgreementNeeds } from './facts.ts'

/** Agreements, and the goals that come with them. */
const part: Part = { name: 'agreements', title: partTitle, about: partAbout, inUse: anyInForce }

/** Working agreements: texts that both team leads agree to. */
export function agreements(needs: AgreementNeeds): Feature {
  const readers = readersOf(part)
  const speakers = speakersOf(part)
  return {
    name: 'agreements',
    part,
    words: [
      {
        words: { en: ['agreements', 'agreement'], nl: ['afspraken', 'werkafspraken', 'afspraak', 'werkafspraak'] },
        help: commandHelp,
        may: usersOf(part),
        run: list,
      },
    ],
    listeners: [
      { on: 'action', id: 'agreements:list', may: whereOn(part, memberOf(itself), itself), run: listOf },
      { on: 'action', id: 'agreements:read', may: readers, run: read },
      { on: 'action', id: 'agreements:compare', may: readers, run: compare },
      { on: 'action', id: 'agreements:history', may: readers, run: history },
      { on: 'action', id: 'agreements:version', may: readers, run: readVersion },
      { on: 'action', id: 'agreements:propose', may: readers, run: openForm },
      { on: 'view', id: 'agreements:propose', may: readers, submit: (submission) => submitProposal(submission, needs) },
      { on: 'action', id: 'agreements:withdraw', may: readers, run: (click) => withdraw(click, needs) },
      { on: 'action', id: 'agreements:agree', may: speakers, run: (click) => agree(click, needs) },
      { on: 'action', id: 'agreements:renew', may: speakers, run: (click) => stillRight(click, needs) },
    ],
    lists: { 'agreements:list': listAt },
    nudges: agreementNudges,
    stillOpen: openAgreements,
    figures: agreedLines,
    export: exportAgreements,
    presenceChanged: followLeaders,
    async personLeft(trx, { person, successorId }, now) {
      // What waited for them waits for whoever speaks for their side now.
      if (successorId) await itemsChanged(trx, person.workspaceId, [successorId], now)
    },
    story,
  }
}

/** A text that holds. */
export interface CurrentVersion {
  id: string
  number: number
  content: Content
}

/**
 * What both teams agreed on and holds now: what refers to it keeps the version's id, under which the text can be found for ever.
 * @param leadType of a lead definition; spelled as it may be
 */
export async function currentVersion<K extends Kind>(
  db: Db,
  partnershipId: string,
  kind: K,
  leadType = '',
): Promise<(CurrentVersion & { content: Extract<Content, { kind: K }> }) | undefined> {
  const found = await inForceOf(db, partnershipId, kind, leadTypeKey(leadType))
  if (!found) return undefined
  const { version, number } = found
  return { id: version.id, number, content: version.content as Extract<Content, { kind: K }> }
}
