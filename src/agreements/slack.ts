import { type Partnership, partnershipsWith, resolvePartnership } from '../partnerships/index.ts'
import type { Click, Command } from '../platform/interaction.ts'
import { readingOf } from './facts.ts'
import * as say from './messages.ts'
import { toPlace } from './place.ts'
import { agreementView, findIn, historyAt, listAt, present, tell, whatBecame } from './showing.ts'
import { versionView } from './text-views.ts'
import { findVersion } from './version-store.ts'
import { askMessage } from './views.ts'

/** `/rondo agreements`: those of the channel's partnership, else of one's own; of several, it asks. */
export async function list(command: Command): Promise<void> {
  const { person, reply } = command
  const candidates = await whose(command)
  const [only] = candidates
  if (only && candidates.length === 1) return reply(await listAt(command, only.id))
  await reply(askMessage(person.language, candidates))
}

/** In the place of the question which. */
export async function listOf(click: Click): Promise<void> {
  await click.replace(await listAt(click, click.value))
}

/** What holds; where nothing does yet, what is proposed. */
export async function read(click: Click): Promise<void> {
  const agreement = await findIn(click.db, click.person, toPlace(click.value))
  if (!agreement) return tell(click, say.gone(click.person.language))
  await present(click, await agreementView(click, agreement, 'in force'))
}

/** What is proposed, beside what holds; where that was decided or replaced meanwhile, that and how it stands now. */
export async function compare(click: Click): Promise<void> {
  const { db, person } = click
  const place = toPlace(click.value)
  const agreement = await findIn(db, person, place)
  if (!agreement) return tell(click, say.gone(person.language))
  const notice = agreement.proposal?.id === place.versionId ? undefined : await whatBecame(click, agreement, place)
  await present(click, await agreementView(click, agreement, 'proposal', notice))
}

export async function history(click: Click): Promise<void> {
  const place = toPlace(click.value)
  const agreement = await findIn(click.db, click.person, place)
  if (!agreement) return tell(click, say.gone(click.person.language))
  await present(click, await historyAt(click, agreement, place.page ?? 0))
}

/** A version of the history, as it was proposed. */
export async function readVersion(click: Click): Promise<void> {
  const { db, person, now } = click
  const place = toPlace(click.value)
  const agreement = await findIn(db, person, place)
  const version = agreement && (await findVersion(db, person.workspaceId, place.versionId ?? ''))
  if (!agreement || version?.agreementId !== agreement.id) return tell(click, say.gone(person.language))
  const reading = await readingOf(db, person, agreement.partnershipId, now)
  await present(click, versionView(agreement, version, place.page ?? 0, reading))
}

async function whose({ db, person, channelId }: Command): Promise<Partnership[]> {
  const { id: personId, workspaceId } = person
  const mine = await partnershipsWith(db, personId, 'agreements')
  const resolved = await resolvePartnership(db, { workspaceId, personId, channelId })
  const here = resolved.kind === 'one' ? mine.filter(({ id }) => id === resolved.partnership.id) : []
  return here.length > 0 ? here : mine
}
