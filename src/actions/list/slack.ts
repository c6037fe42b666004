/** `/rondo actions`: mine, then those of both teams, page by page. And what is late, for who speaks for a team. */
import { startOfDay, toLocal } from '../../calendar/wall-time.ts'
import { type Partnership, partnershipsLedBy, partnershipsOf } from '../../partnerships/index.ts'
import type { Click, Conversation, Item, Rendered } from '../../platform/feature.ts'
import { lateHeardBy } from '../late/asked.ts'
import { lateItem } from '../late/views.ts'
import { openItems } from '../lines.ts'
import { actionsEnded, openActionsOf } from '../store.ts'
import { doneItem } from '../views.ts'
import { lateMessage, listMessage, type Turn, toTurn } from './views.ts'

export async function list(conversation: Conversation): Promise<void> {
  await conversation.reply(await pageFor(conversation, { which: 'open', page: 1 }))
}

/** The actions behind the number in somebody's message. */
export async function listLate(click: Click): Promise<void> {
  await click.reply(await pageFor(click, { which: 'late', page: 1 }))
}

/** Another page, as it stands now. */
export async function turnPage(click: Click): Promise<void> {
  await click.replace(await pageFor(click, toTurn(click.value)))
}

async function pageFor(conversation: Conversation, { which, page }: Turn): Promise<Rendered> {
  const { db, person, now } = conversation
  if (which === 'open') return listMessage(person.language, await openFor(conversation), page)
  const late = await lateHeardBy(db, person, now)
  return lateMessage(
    person.language,
    late.map((one) => lateItem(one, person.language)),
    page,
  )
}

async function openFor(conversation: Conversation) {
  const { db, person, now } = conversation
  const partnerships = await partnershipsOf(db, person.id)
  const led = await partnershipsLedBy(db, person.id)
  const own = new Set((await openActionsOf(db, person.workspaceId, person.id)).map(({ id }) => `actions:${id}`))
  const all = await Promise.all(
    partnerships.map(async (partnership) => {
      const mayGive = (ownerId: string | undefined) => ownerId === person.id || led.has(partnership.id)
      const items = await openItems(db, partnership, person.language, mayGive, now)
      return { partnership, items, doneToday: await doneToday(conversation, partnership) }
    }),
  )
  return {
    mine: all.flatMap(({ items }) => items.filter(({ id }) => own.has(id))),
    others: all.map(({ partnership, items }) => ({
      place: { partnershipId: partnership.id, occurrenceId: undefined },
      name: partnership.name,
      items: items.filter(({ id }) => !own.has(id)),
    })),
    doneToday: all.flatMap((one) => one.doneToday),
  }
}

/** What they said is done, as long as they can take that back. */
async function doneToday({ db, person, now }: Conversation, partnership: Partnership): Promise<Item[]> {
  const today = startOfDay(toLocal(now, partnership.zone).date, partnership.zone)
  const ended = await actionsEnded(db, partnership, { since: today - 1, until: now })
  return ended
    .filter(({ end }) => end?.how === 'done' && end.byId === person.id)
    .map((action) => doneItem(action, person.language))
}
