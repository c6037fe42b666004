import type { ModalView } from '@slack/types'
import type { Db } from '../../db/schema.ts'
import type { Click, Looking } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import type { Rendered } from '../platform/rendered.ts'
import { escaped, said } from '../platform/slack/blocks.ts'
import type { Agreement } from './agreement.ts'
import { readingOf } from './facts.ts'
import * as say from './messages.ts'
import type { Place } from './place.ts'
import { dayOf } from './standing.ts'
import { agreementsOf, findAgreement } from './store.ts'
import { historyView, proposalView, readView } from './text-views.ts'
import { findVersion, versionsOf } from './version-store.ts'
import { listMessage } from './views.ts'

const pageLength = 20

/** The agreement a button is about; undefined where it is not, or not in the partnership whose right was asked. */
export async function findIn(db: Db, person: Person, place: Place): Promise<Agreement | undefined> {
  const agreement = await findAgreement(db, person.workspaceId, place.agreementId ?? '')
  return agreement?.partnershipId === place.partnershipId ? agreement : undefined
}

/** What holds or what is proposed, whichever is preferred, else the other; where there is neither, the history. */
export async function agreementView(
  { db, person, now }: Looking,
  agreement: Agreement,
  prefer: 'in force' | 'proposal',
  notice?: string,
): Promise<ModalView> {
  const reading = await readingOf(db, person, agreement.partnershipId, now)
  const { inForce, proposal } = agreement
  if (proposal && (prefer === 'proposal' || !inForce)) return proposalView(agreement, proposal, reading, notice)
  if (inForce) return readView({ ...agreement, inForce }, reading, reading.today, notice)
  return historyAt({ db, person, now }, agreement, 0, notice)
}

/** @param page 0 is the latest */
export async function historyAt(
  { db, person, now }: Looking,
  agreement: Agreement,
  page: number,
  notice?: string,
): Promise<ModalView> {
  const reading = await readingOf(db, person, agreement.partnershipId, now)
  const found = await versionsOf(db, agreement.id, { from: page * pageLength, count: pageLength + 1 })
  const more = found.length > pageLength
  return historyView(agreement, found.slice(0, pageLength), { number: page, more }, reading, notice)
}

/** What became of the version that was before somebody: a sentence of mrkdwn. */
export async function whatBecame({ db, person, now }: Looking, agreement: Agreement, place: Place): Promise<string> {
  const { language, workspaceId } = person
  const version = await findVersion(db, workspaceId, place.versionId ?? '')
  if (version?.agreementId !== agreement.id) return say.gone(language)
  const { outcome } = version
  if (!outcome) return say.agreedBefore(language)
  const at = dayOf(outcome.at, await readingOf(db, person, agreement.partnershipId, now))
  switch (outcome.how) {
    case 'agreed':
      return say.inForceBefore(language, outcome.number, at)
    case 'replaced':
      return say.replacedBefore(language, escaped(outcome.by.name), at)
    case 'withdrawn':
      return say.withdrawnBefore(language, escaped(outcome.by.name), at)
  }
}

/** In the window they are in, where it is one of agreements; else in a new one. */
export async function present(click: Click, view: ModalView): Promise<void> {
  const here = windowOf(click)
  if (here) await click.change(here, view)
  else await click.open(view)
}

/** Says what came of a click: in the window of the agreement, where they are in one; else beside. */
export async function showOutcome(click: Click, agreement: Agreement, sentence: string): Promise<void> {
  const here = windowOf(click)
  if (!here) return tell(click, sentence)
  await click.change(here, await agreementView(click, agreement, 'proposal', sentence))
  await click.followed()
}

/** All agreements of a partnership. */
export async function listAt({ db, person, now }: Looking, partnershipId: string): Promise<Rendered> {
  const reading = await readingOf(db, person, partnershipId, now)
  const agreements = await agreementsOf(db, person.workspaceId, partnershipId)
  const message = listMessage(agreements, reading.partnership.name, reading)
  return { ...message, list: { name: 'agreements:list', about: partnershipId } }
}

/** @param text mrkdwn */
export const tell = (click: Click, text: string): Promise<void> => click.reply(said(text))

/** App Home is a view too, but none of ours to change: only our windows carry what they are about. */
const windowOf = ({ view }: Click): Click['view'] => (view?.metadata ? view : undefined)
