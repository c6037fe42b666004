import type { Transaction } from '../../db/schema.ts'
import { type Partnership, partnershipsWith, resolvePartnership } from '../partnerships/index.ts'
import type { Click, Command } from '../platform/interaction.ts'
import { escaped } from '../platform/slack/blocks.ts'
import type { Account } from './account.ts'
import { toggleNext } from './discussion-store.ts'
import { type AccountNeeds, follow, ownersOf } from './follow.ts'
import { askedInstead } from './instead.ts'
import { askMessage } from './list-views.ts'
import * as say from './messages.ts'
import { toPlace } from './place.ts'
import { asSearched } from './search.ts'
import { accountAt, archivedAt, archivedSentence, findOne, listAt, present, tell } from './showing.ts'
import { archive, bringBack, findAccount, lockAccount } from './store.ts'

/** `/rondo account`, with a name or without: of the channel's partnership, else of one's own; of several, it asks. */
export async function show(command: Command): Promise<void> {
  const { person, open, reply } = command
  const name = asSearched(command.text)
  const candidates = await whose(command)
  const [only] = candidates
  if (only && candidates.length === 1) await open(await listAt(command, { partnershipId: only.id, name }))
  else await reply(askMessage(person.language, candidates, name))
}

export async function showList(click: Click): Promise<void> {
  await present(click, await listAt(click, toPlace(click.value)))
}

export async function showArchived(click: Click): Promise<void> {
  await present(click, await archivedAt(click, toPlace(click.value)))
}

export async function showOne(click: Click): Promise<void> {
  const account = await findOne(click)
  if (account) await present(click, await accountAt(click, account, { page: toPlace(click.value).page }))
}

/** *Discuss next time*: it comes up first. Without owner too; it then says who is asked. */
export function putInFront(click: Click, needs: AccountNeeds): Promise<void> {
  const { language, id } = click.person
  return changeOne(click, needs, async (trx, account) => {
    if (account.archived) return archivedSentence({ db: trx, person: click.person }, account)
    if (account.next) return say.nextBefore(language, escaped(account.next.byName))
    await toggleNext(trx, account, id, click.now)
    return [say.nowNext(language), ...(await askedInstead(trx, account, click.person))].join(' ')
  })
}

/** Takes that back. */
export function takeFromFront(click: Click, needs: AccountNeeds): Promise<void> {
  const { language, id } = click.person
  return changeOne(click, needs, async (trx, account) => {
    if (!account.next) return say.notNextBefore(language)
    await toggleNext(trx, account, id, click.now)
    return say.noLongerNext(language)
  })
}

export function archiveOne(click: Click, needs: AccountNeeds): Promise<void> {
  const { person, now } = click
  return changeOne(click, needs, async (trx, account) =>
    (await archive(trx, account, person.id, now))
      ? say.nowArchived(person.language)
      : archivedSentence({ db: trx, person }, account),
  )
}

export function bringOneBack(click: Click, needs: AccountNeeds): Promise<void> {
  const { language } = click.person
  return changeOne(click, needs, async (trx, account) =>
    ((await bringBack(trx, account)) ? say.nowBack : say.backBefore)(language),
  )
}

/** Changes it as it stands then, and shows it with what came of that. @param change gives the sentence; mrkdwn */
async function changeOne(
  click: Click,
  needs: AccountNeeds,
  change: (trx: Transaction, account: Account) => Promise<string>,
): Promise<void> {
  const { db, person, now, value } = click
  const { workspaceId } = person
  const id = toPlace(value).accountId ?? ''
  const notice = await db.transaction().execute(async (trx) => {
    const account = await lockAccount(trx, workspaceId, id)
    if (!account) return undefined
    const sentence = await change(trx, account)
    await follow(trx, needs, account, ownersOf(account), now)
    return sentence
  })
  const account = await findAccount(db, workspaceId, id)
  if (notice === undefined || !account) return tell(click, say.gone(person.language))
  await present(click, await accountAt(click, account, { notice }))
}

async function whose({ db, person, channelId }: Command): Promise<Partnership[]> {
  const { id: personId, workspaceId } = person
  const mine = await partnershipsWith(db, personId, 'accounts')
  const resolved = await resolvePartnership(db, { workspaceId, personId, channelId })
  const here = resolved.kind === 'one' ? mine.filter(({ id }) => id === resolved.partnership.id) : []
  return here.length > 0 ? here : mine
}
