/** `/rondo actions`: mine, then those of both teams, page by page. */
import { partnershipsLedBy, partnershipsOf } from '../../partnerships/index.ts'
import type { Click, Conversation, Rendered } from '../../platform/feature.ts'
import { openItems } from '../lines.ts'
import { openActionsOf } from '../store.ts'
import { listMessage } from './views.ts'

export async function list(conversation: Conversation): Promise<void> {
  await conversation.reply(await listFor(conversation, 1))
}

/** Another page of it, as it stands now. */
export async function turnPage(click: Click): Promise<void> {
  await click.replace(await listFor(click, Number.parseInt(click.value, 10) || 1))
}

async function listFor({ db, person, now }: Conversation, page: number): Promise<Rendered> {
  const partnerships = await partnershipsOf(db, person.id)
  const led = await partnershipsLedBy(db, person.id)
  const own = new Set((await openActionsOf(db, person.workspaceId, person.id)).map(({ id }) => `actions:${id}`))
  const all = await Promise.all(
    partnerships.map(async (partnership) => {
      const mayGive = (ownerId: string | undefined) => ownerId === person.id || led.has(partnership.id)
      return { partnership, items: await openItems(db, partnership, person.language, mayGive, now) }
    }),
  )
  const mine = all.flatMap(({ items }) => items.filter(({ id }) => own.has(id)))
  const others = all.map(({ partnership, items }) => ({
    place: { partnershipId: partnership.id, occurrenceId: undefined },
    name: partnership.name,
    items: items.filter(({ id }) => !own.has(id)),
  }))
  return listMessage(person.language, mine, others, page)
}
