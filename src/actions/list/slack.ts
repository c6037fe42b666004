/** `/rondo actions`: mine, then those of both teams, page by page. And what is late, for who speaks for a team. */
import { startOfDay, toLocal } from '../../calendar/wall-time.ts'
import { type Partnership, partnershipsLedBy, partnershipsOf } from '../../partnerships/index.ts'
import type { Click, Conversation, Looking } from '../../platform/interaction.ts'
import type { Item, Rendered } from '../../platform/rendered.ts'
import { lateHeardBy } from '../late/asked.ts'
import { lateItem } from '../late/views.ts'
import { openItems } from '../lines.ts'
import { actionsEnded, openActionsOf } from '../store.ts'
import { doneItem } from '../views.ts'
import { lateMessage, listMessage, toTurn } from './views.ts'

export async function list(conversation: Conversation): Promise<void> {
  await conversation.reply(await actionList(conversation, 'open 1'))
}

/** The actions behind the number in somebody's message. */
export async function listLate(click: Click): Promise<void> {
  await click.reply(await actionList(click, 'late 1'))
}

/** Another page, as it stands now. */
export async function turnPage(click: Click): Promise<void> {
  await click.replace(await actionList(click, click.value))
}

/** @param turn of the page */
export async function actionList(looking: Looking, turn: string): Promise<Rendered> {
  const { which, page } = toTurn(turn)
  const { language } = looking.person
  const draw =
    which === 'open'
      ? listMessage(language, await openFor(looking), page)
      : lateMessage(language, await lateFor(looking), page)
  return { ...draw, list: { name: 'actions:list', about: turn } }
}

async function lateFor({ db, person, now }: Looking): Promise<Item[]> {
  return (await lateHeardBy(db, person, now)).map((one) => lateItem(one, person.language))
}

async function openFor(looking: Looking) {
  const { db, person, now } = looking
  const partnerships = await partnershipsOf(db, person.id)
  const led = await partnershipsLedBy(db, person.id)
  const own = new Set((await openActionsOf(db, person.workspaceId, person.id)).map(({ id }) => `actions:${id}`))
  const all = await Promise.all(
    partnerships.map(async (partnership) => {
      const mayGive = (ownerId: string | undefined) => ownerId === person.id || led.has(partnership.id)
      const items = await openItems(db, partnership, person.language, mayGive, now)
      return { partnership, items, doneToday: await doneToday(looking, partnership) }
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
async function doneToday({ db, person, now }: Looking, partnership: Partnership): Promise<Item[]> {
  const today = startOfDay(toLocal(now, partnership.zone).date, partnership.zone)
  const ended = await actionsEnded(db, partnership, { since: today - 1, until: now })
  return ended
    .filter(({ end }) => end?.how === 'done' && end.byId === person.id)
    .map((action) => doneItem(action, person.language))
}
