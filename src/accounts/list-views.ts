import type { KnownBlock, ModalView } from '@slack/types'
import { toLocal } from '../calendar/wall-time.ts'
import { whichPartnership } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import type { PartnershipRef } from '../platform/person.ts'
import type { ItemButton, Rendered } from '../platform/rendered.ts'
import { button, buttons, context, escaped, modal, section } from '../platform/slack/blocks.ts'
import type { Account } from './account.ts'
import * as say from './messages.ts'
import { fromPlace, type Place } from './place.ts'
import type { Found } from './search.ts'
import { ownersLine } from './views.ts'

/** Who reads, of which partnership. */
export interface Reading {
  language: Language
  partnership: Pick<PartnershipRef, 'id' | 'name' | 'zone'>
  /** Whether they may all that team leads may. */
  leads: boolean
}

/** Each has a row of its own, of a window's 100 blocks. */
export const mostRows = 25

/** Of several partnerships: whose key accounts? @param name that was typed behind the word */
export function askMessage(
  language: Language,
  partnerships: readonly Pick<PartnershipRef, 'id' | 'name'>[],
  name: string,
): Rendered {
  const press = (one: { id: string; name: string }) => to('list', one.name, { partnershipId: one.id, name })
  return whichPartnership(say.whichOne(language), partnerships, press, say.command(language), language)
}

/** The list, a page of it. @param accounts archived ones too @param notice what just happened; mrkdwn */
export function listView(accounts: readonly Account[], page: number, reading: Reading, notice?: string): ModalView {
  const { language, partnership, leads } = reading
  const place = { partnershipId: partnership.id }
  const archived = accounts.filter((one) => one.archived).length
  const listed = accounts.filter((one) => !one.archived)
  const importing = leads ? [{ action: 'accounts:import', text: say.bringIn(language), value: partnership.id }] : []
  const name = escaped(partnership.name)
  return list(say.title(language), reading, [
    ...noticeBlocks(notice),
    listed.length > 0 ? context(say.ofPartnership(language, name, listed.length)) : section(say.none(language, name)),
    ...pageOf(listed, page, 'list', reading),
    buttons([
      { ...to('add', say.add(language), place), primary: listed.length === 0 },
      ...importing,
      ...(archived > 0 ? [to('archived', say.showArchived(language, archived), place)] : []),
    ]),
  ])
}

/** Those that are archived. @param accounts all of the partnership */
export function archivedView(accounts: readonly Account[], page: number, reading: Reading): ModalView {
  const { language, partnership } = reading
  const archived = accounts.filter((one) => one.archived)
  return list(say.archivedTitle(language), reading, [
    ...(archived.length === 0 ? [section(say.noneArchived(language))] : []),
    ...pageOf(archived, page, 'archived', reading),
    buttons([to('list', say.showAll(language), { partnershipId: partnership.id })]),
  ])
}

/** What was found by a name, where it is not just one. @param name as typed */
export function foundView(found: Exclude<Found, { kind: 'one' }>, name: string, reading: Reading): ModalView {
  const { language, partnership } = reading
  const place = { partnershipId: partnership.id }
  const all = to('list', say.showAll(language), place)
  if (found.kind === 'several') {
    const more = found.accounts.length - mostRows
    return list(say.title(language), reading, [
      section(say.severalFound(language, escaped(name))),
      ...found.accounts.slice(0, mostRows).map((one) => row(one, reading)),
      ...(more > 0 ? [context(say.moreFound(language, more))] : []),
      buttons([all]),
    ])
  }
  const near = found.near.map((one) => row(one, reading))
  return list(say.title(language), reading, [
    section(say.notFound(language, escaped(name))),
    ...(near.length > 0 ? [section(say.didYouMean(language)), ...near] : []),
    buttons([to('add', say.addNamed(language, name), { ...place, name }), all]),
  ])
}

/** When it was discussed, and whether it comes up next or is archived: mrkdwn. */
export function standing(
  account: Account,
  { language, partnership }: Pick<Reading, 'language' | 'partnership'>,
): string {
  const { archived, next, discussedAt } = account
  const day = (instant: number) => toLocal(instant, partnership.zone).date
  return [
    ...(archived ? [say.archivedBy(language, escaped(archived.byName), day(archived.at))] : []),
    discussedAt === undefined ? say.neverDiscussed(language) : say.lastDiscussed(language, day(discussedAt)),
    ...(next ? [say.isNext(language, escaped(next.byName))] : []),
  ].join(' · ')
}

export const to = (
  verb: 'list' | 'archived' | 'open' | 'add' | 'edit' | 'note' | 'next' | 'not-next' | 'archive' | 'bring-back',
  text: string,
  place: Place,
): ItemButton => ({ action: `accounts:${verb}`, text, value: fromPlace(place) })

export const noticeBlocks = (notice: string | undefined): KnownBlock[] =>
  notice === undefined ? [] : [section(`:information_source: ${notice}`)]

/** To the pages before and after. Each in a row of its own: they have one action. */
export function turning(
  verb: 'list' | 'archived' | 'open',
  place: Place,
  { page, last }: { page: number; last: number },
  language: Language,
): KnownBlock[] {
  return [
    ...(page > 0 ? [buttons([to(verb, say.earlier(language), { ...place, page: page - 1 })])] : []),
    ...(page < last ? [buttons([to(verb, say.later(language), { ...place, page: page + 1 })])] : []),
  ]
}

/** The last page, from 0 on. */
export const lastPage = (count: number, pageLength: number): number => Math.max(0, Math.ceil(count / pageLength) - 1)

function pageOf(
  accounts: readonly Account[],
  wanted: number,
  verb: 'list' | 'archived',
  reading: Reading,
): KnownBlock[] {
  const { language, partnership } = reading
  const last = lastPage(accounts.length, mostRows)
  const page = Math.min(wanted, last)
  const from = page * mostRows
  const rows = accounts.slice(from, from + mostRows)
  const shown = say.shown(language, from + 1, from + rows.length, accounts.length)
  return [
    ...rows.map((one) => row(one, reading)),
    ...(last > 0 ? [context(shown)] : []),
    ...turning(verb, { partnershipId: partnership.id }, { page, last }, language),
  ]
}

function row(account: Account, reading: Reading): KnownBlock {
  const { language } = reading
  const { id, name, tier, owners, partnershipId } = account
  const first = `*${escaped(name)}* (${say.tier(language, tier)})`
  const accessory = button(to('open', say.open(language), { partnershipId, accountId: id }))
  return { ...section([first, ownersLine(owners, language), standing(account, reading)].join('\n')), accessory }
}

const list = (title: string, { language, partnership }: Reading, blocks: KnownBlock[]): ModalView =>
  modal({
    id: 'accounts:list',
    title,
    close: say.close(language),
    metadata: fromPlace({ partnershipId: partnership.id }),
    blocks,
  })
