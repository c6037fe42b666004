import type { Db, Transaction } from '../../db/schema.ts'
import { getPartnership, type Member, membersOf, type Side, sideName, sideOf } from '../partnerships/index.ts'
import type { Departure } from '../platform/feature.ts'
import type { Answer, Click, Fields, Submission } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import { sides } from './account.ts'
import { type AccountNeeds, follow, ownersOf, spokenForBy } from './follow.ts'
import { notOnSide } from './form-messages.ts'
import { type Gap, inheritedGaps, ofField, withoutOwner } from './gap.ts'
import * as text from './owner-messages.ts'
import { handOver, inheritedBy, keepInherited, nameOwner } from './owner-store.ts'
import { namesInWords, outcomeView, ownersView } from './owners-view.ts'
import { type Choosing, toChoosing } from './place.ts'
import { present, tell } from './showing.ts'
import { accountsOf, lockAccount } from './store.ts'

/** *Choose owners*, and *Give to …*. */
export async function openOwners(click: Click): Promise<void> {
  const { db, person, now } = click
  const choosing = toChoosing(click.value)
  const gaps = await gapsFor(db, person, choosing, now)
  if (gaps.length === 0) return tell(click, settled(choosing)(person.language))
  await present(click, ownersView(person.language, choosing, gaps))
}

/** *Keep*: what came from somebody who left is theirs. */
export async function keepThem(click: Click, needs: AccountNeeds): Promise<void> {
  const { db, person, now } = click
  const { partnershipId, formerId = '' } = toChoosing(click.value)
  const kept = await db.transaction().execute(async (trx) => {
    const gaps = await gapsFor(trx, person, { partnershipId, formerId, from: 0 }, now)
    await keepInherited(trx, { partnershipId, personId: person.id, formerId })
    await follow(trx, needs, { workspaceId: person.workspaceId, partnershipId }, [person.id], now)
    return gaps.map(({ account }) => account)
  })
  if (kept.length === 0) return tell(click, text.nothingInherited(person.language))
  // In Home it shows by itself, and a direct message about it would only be noise.
  if (!click.view) await tell(click, text.kept(person.language, namesInWords(kept, person.language)))
}

/** Names the owners that were chosen; what others settled meanwhile stays, and is told. Then the next twenty, if there are more. */
export async function submitOwners(submission: Submission, needs: AccountNeeds): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const { language } = person
  const choosing = toChoosing(metadata)
  const { name } = await getPartnership(db, choosing.partnershipId)
  const { chosen, errors } = readChosen(fields, await membersOf(db, choosing.partnershipId), (side) =>
    notOnSide(language, name, sideName(side, language)),
  )
  if (Object.keys(errors).length > 0) return { errors }
  const done = await submission.once((trx) => nameAll(trx, submission, needs, choosing, chosen))
  if (!done) return { close: 'top' }
  const gaps = await gapsFor(db, person, choosing, now)
  const next = { ...choosing, from: choosing.from + gaps.slice(choosing.from).filter(wasShown(chosen)).length }
  const notice = done.taken.length > 0 ? text.taken(language, namesInWords(done.taken, language)) : undefined
  if (gaps.length > next.from) return { show: ownersView(language, next, gaps, notice) }
  return notice === undefined ? { close: 'top' } : { show: outcomeView(language, choosing, notice) }
}

/** Somebody left a side: their accounts there go to who speaks for it now; without anybody of that side they have no owner. */
export async function passOn(
  trx: Transaction,
  { person, partnershipId, side, successorId }: Departure,
  needs: AccountNeeds,
  now: number,
): Promise<void> {
  const stays = successorId !== undefined && (await sideOf(trx, partnershipId, successorId)) === side
  const successor = stays ? successorId : undefined
  await handOver(trx, { partnershipId, side, personId: person.id, successorId: successor }, now)
  await follow(trx, needs, { workspaceId: person.workspaceId, partnershipId }, [successor], now)
}

/** The owner that was chosen for an account on a side, by id; undefined: nobody. */
interface Chosen {
  accountId: string
  side: Side
  personId: string | undefined
}

async function gapsFor(db: Db, person: Person, { partnershipId, formerId }: Choosing, now: number): Promise<Gap[]> {
  const accounts = await accountsOf(db, partnershipId)
  if (formerId !== undefined) return inheritedGaps(accounts, await inheritedBy(db, partnershipId, person.id), formerId)
  const spoken = await spokenForBy(db, partnershipId, person.id, now)
  return withoutOwner(accounts, spoken.length > 0 ? spoken : sides)
}

function readChosen(
  fields: Fields,
  members: readonly Member[],
  refusal: (side: Side) => string,
): { chosen: Chosen[]; errors: Record<string, string> } {
  const chosen: Chosen[] = []
  const errors: Record<string, string> = {}
  for (const [id, slackId] of Object.entries(fields)) {
    const about = ofField(id)
    if (!about) continue
    const member = members.find((one) => one.side === about.side && one.person.slackId === slackId)
    if (slackId !== undefined && !member) errors[id] = refusal(about.side)
    else chosen.push({ ...about, personId: member?.person.id })
  }
  return { chosen, errors }
}

/** Each as it stands then: only what is still without owner, or still waits for them, is theirs to settle. */
async function nameAll(
  trx: Transaction,
  { person, now }: Submission,
  needs: AccountNeeds,
  { partnershipId, formerId }: Choosing,
  chosen: readonly Chosen[],
): Promise<{ taken: { name: string }[] }> {
  const taken: { name: string }[] = []
  const owners: string[] = [person.id]
  for (const { accountId, side, personId } of chosen.toSorted(inOneOrder)) {
    const account = await lockAccount(trx, person.workspaceId, accountId)
    if (account?.partnershipId !== partnershipId || account.archived) continue
    const owner = account.owners[side]?.id
    if (owner === personId && formerId === undefined) continue
    if (owner !== (formerId === undefined ? undefined : person.id)) {
      if (personId !== undefined) taken.push(account)
      continue
    }
    await nameOwner(trx, account, side, personId, now)
    owners.push(...ownersOf(account), ...(personId ? [personId] : []))
  }
  await follow(trx, needs, { workspaceId: person.workspaceId, partnershipId }, owners, now)
  return { taken }
}

/** Those who settle the same accounts wait for each other. */
const inOneOrder = (one: Chosen, other: Chosen): number =>
  one.accountId < other.accountId ? -1 : one.accountId > other.accountId ? 1 : 0

const wasShown =
  (chosen: readonly Chosen[]) =>
  (gap: Gap): boolean =>
    chosen.some(({ accountId, side }) => accountId === gap.account.id && side === gap.side)

const settled = ({ formerId }: Choosing) => (formerId === undefined ? text.allOwned : text.nothingInherited)
