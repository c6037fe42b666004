import type { ModalView } from '@slack/types'
import type { Db } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, mayChange } from '../partnerships/index.ts'
import type { Click } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import { escaped, said } from '../platform/slack/blocks.ts'
import type { Account } from './account.ts'
import { accountView, notesOnPage } from './account-view.ts'
import { ownersOf } from './follow.ts'
import { archivedView, foundView, lastPage, listView, type Reading } from './list-views.ts'
import * as say from './messages.ts'
import { toPlace } from './place.ts'
import { search } from './search.ts'
import { allAccounts, findAccount } from './store.ts'
import { timelineOf } from './timeline-store.ts'

/** Who looks. */
export interface Looking {
  db: Db
  person: Person
}

/** The list, or what has that name. @param name empty for the list @param notice what just happened; mrkdwn */
export async function listAt(
  { db, person }: Looking,
  { partnershipId, page = 0, name = '' }: { partnershipId: string; page?: number; name?: string },
  notice?: string,
): Promise<ModalView> {
  const reading = await readingOf(db, person, partnershipId)
  const accounts = await allAccounts(db, partnershipId)
  if (name === '') return listView(accounts, page, reading, notice)
  const found = search(accounts, name)
  return found.kind === 'one' ? accountAt({ db, person }, found.account) : foundView(found, name, reading)
}

export async function archivedAt(
  { db, person }: Looking,
  { partnershipId, page }: { partnershipId: string; page: number },
): Promise<ModalView> {
  const reading = await readingOf(db, person, partnershipId)
  return archivedView(await allAccounts(db, partnershipId), page, reading)
}

/** @param options.page of its timeline @param options.notice what just happened; mrkdwn */
export async function accountAt(
  { db, person }: Looking,
  account: Account,
  { page = 0, notice }: { page?: number; notice?: string } = {},
): Promise<ModalView> {
  const reading = await readingOf(db, person, account.partnershipId)
  const edits = reading.leads || ownersOf(account).includes(person.id)
  const at = (wanted: number) => timelineOf(db, account.id, { from: wanted * notesOnPage, most: notesOnPage })
  const asked = await at(page)
  const there = Math.min(page, lastPage(asked.count, notesOnPage))
  const timeline = there === page ? asked : await at(there)
  return accountView(account, { ...timeline, page: there }, { ...reading, edits }, notice)
}

/** The account of a button, as it stands; where it is gone, says so. */
export async function findOne(click: Click): Promise<Account | undefined> {
  const { db, person, value } = click
  const account = await findAccount(db, person.workspaceId, toPlace(value).accountId ?? '')
  if (!account) await tell(click, say.gone(person.language))
  return account
}

/** The account of a button that would change it; where it was archived meanwhile, shows that. */
export async function findActive(click: Click): Promise<Account | undefined> {
  const account = await findOne(click)
  if (!account?.archived) return account
  const notice = await archivedSentence(click, account)
  await present(click, await accountAt(click, account, { notice }))
  return undefined
}

/** Who archived it, and that it cannot be changed. mrkdwn */
export async function archivedSentence({ db, person }: Looking, { archived, partnershipId }: Account): Promise<string> {
  const { zone } = await getPartnership(db, partnershipId)
  const date = toLocal(archived?.at ?? 0, zone).date
  return say.archivedMeanwhile(person.language, escaped(archived?.byName ?? ''), date)
}

/** In the window they are in, where it is one of ours; else in a new one. App Home is a view too, but carries nothing. */
export async function present(click: Click, view: ModalView): Promise<void> {
  if (click.view?.metadata) await click.change(click.view, view)
  else await click.open(view)
}

/** @param text mrkdwn */
export const tell = (click: Click, text: string): Promise<void> => click.reply(said(text))

async function readingOf(db: Db, person: Person, partnershipId: string): Promise<Reading> {
  const partnership = await getPartnership(db, partnershipId)
  return { language: person.language, partnership, leads: await mayChange(db, person, partnershipId) }
}
