import type { KnownBlock, ModalView } from '@slack/types'
import { toLocal } from '../calendar/wall-time.ts'
import { sideName } from '../partnerships/index.ts'
import type { ItemButton } from '../platform/rendered.ts'
import { buttons, context, divider, escaped, header, modal, plain, section } from '../platform/slack/blocks.ts'
import { fold } from '../platform/slack/fold.ts'
import type { Account } from './account.ts'
import { lastPage, noticeBlocks, type Reading, standing, to, turning } from './list-views.ts'
import * as say from './messages.ts'
import type { Note } from './note.ts'
import { fromPlace } from './place.ts'
import { crmLink, ownersLine } from './views.ts'

/** Entries of a timeline on a page: a long one fills several blocks. */
export const notesOnPage = 8
const mostInSection = 2_900

/** A page of what was said about an account. */
export interface Timeline {
  notes: readonly Note[]
  /** In all. */
  count: number
  page: number
}

/** One account: who looks after it, how it stands, and what was said. @param notice what just happened; mrkdwn */
export function accountView(
  account: Account,
  timeline: Timeline,
  reading: Reading & { edits: boolean },
  notice?: string,
): ModalView {
  const { language, partnership } = reading
  const { id, name, tier, owners, crmUrl, addedAt, partnershipId } = account
  const place = { partnershipId, accountId: id }
  const since = say.addedOn(language, toLocal(addedAt, partnership.zone).date)
  return modal({
    id: 'accounts:one',
    title: say.oneTitle(language),
    close: say.close(language),
    metadata: fromPlace(place),
    blocks: [
      ...noticeBlocks(notice),
      header(`${name} (${say.tier(language, tier)})`),
      section(ownersLine(owners, language)),
      ...(crmUrl === undefined ? [] : [section(crmLink(crmUrl))]),
      context([standing(account, reading), since].join(' · ')),
      buttons(rowOf(account, reading)),
      divider(),
      section(`*${say.timeline(language)}*`),
      ...(timeline.count === 0 ? [context(say.emptyTimeline(language))] : []),
      ...timeline.notes.flatMap((note) => noteBlocks(note, reading)),
      ...turning('open', place, { page: timeline.page, last: lastPage(timeline.count, notesOnPage) }, language),
    ],
  })
}

function rowOf(account: Account, { language, leads, edits }: Reading & { edits: boolean }): ItemButton[] {
  const place = { partnershipId: account.partnershipId, accountId: account.id }
  const all = to('list', say.showAll(language), { partnershipId: account.partnershipId })
  if (account.archived) return [...(leads ? [to('bring-back', say.bringBack(language), place)] : []), all]
  return [
    { ...to('note', say.addNote(language), place), primary: true },
    account.next ? to('not-next', say.notNext(language), place) : to('next', say.discussNext(language), place),
    ...(edits ? [to('edit', say.edit(language), place)] : []),
    ...(leads ? [to('archive', say.archive(language), place)] : []),
    all,
  ]
}

/** What somebody said, as it is: nothing in it is read as mark-up, and nothing is cut. */
function noteBlocks({ kind, on, byName, side, text }: Note, { language }: Reading): KnownBlock[] {
  const head = say.noteHead(language, on, escaped(byName), sideName(side, language), say.noteKind[kind](language))
  const parts = fold(text, mostInSection, (part) => part.length)
  return [context(head), ...parts.map((part): KnownBlock => ({ type: 'section', text: plain(part) }))]
}
