import type { Transaction } from '../../db/schema.ts'
import type { Click } from '../platform/interaction.ts'
import { escaped } from '../platform/slack/blocks.ts'
import {
  type Agreement,
  type AgreeVerdict,
  mayAgree,
  reviewDateAfter,
  reviewWaitsFor,
  type Version,
  waitsFor,
} from './agreement.ts'
import { consent } from './consenting.ts'
import { type AgreementNeeds, follow, readingOf } from './facts.ts'
import * as say from './messages.ts'
import { toPlace } from './place.ts'
import { agreementView, findIn, present, showOutcome, tell, whatBecame } from './showing.ts'
import { speaksFor } from './speaking.ts'
import { about, canWithdraw, waitingLines } from './standing.ts'
import { insertOutcome, lockAgreement, renew } from './store.ts'
import { findVersion } from './version-store.ts'

/** Agrees to the version that was before them, and to no other. */
export async function agree(click: Click, needs: AgreementNeeds): Promise<void> {
  const { person } = click
  const done = await onHeld(click, async (trx, agreement, version, reading) => {
    const verdict = mayAgree(version, speaksFor(person.id, reading.leaders))
    if (!verdict.ok || !version) return { verdict, number: undefined }
    const { sides } = verdict
    const by = { sides, by: person.id, today: reading.today }
    const number = await consent(trx, agreement, version, by, click.now)
    await follow(trx, needs, agreement, click.now)
    return { verdict, number, forBoth: sides.length > 1 }
  })
  const agreement = await findIn(click.db, person, toPlace(click.value))
  if (!done || !agreement) return tell(click, say.gone(person.language))
  if (!done.verdict.ok) return refuse(click, agreement, done.verdict)
  await showOutcome(click, agreement, await saidOf(click, agreement, done))
}

/** Another text was put in its place: that one is shown, to be read before anything is agreed. */
async function refuse(click: Click, agreement: Agreement, { reason }: AgreeVerdict & { ok: false }): Promise<void> {
  const sentence = await whatBecame(click, agreement, toPlace(click.value))
  if (reason !== 'replaced') return showOutcome(click, agreement, sentence)
  await present(click, await agreementView(click, agreement, 'proposal', sentence))
}

async function saidOf(
  click: Click,
  agreement: Agreement,
  { number, forBoth }: { number: number | undefined; forBoth?: boolean },
): Promise<string> {
  const { db, person, now } = click
  const reading = await readingOf(db, person, agreement.partnershipId, now)
  const what = about(agreement, reading)
  if (number !== undefined) return (forBoth ? say.nowInForceForBoth : say.nowInForce)(person.language, what, number)
  const { proposal } = agreement
  const waiting = proposal ? waitingLines(proposal, reading).slice(-waitsFor(proposal).length) : []
  return [say.agreedNow(person.language, what), ...waiting].join(' ')
}

/** Takes a proposal back; it stays in the history. */
export async function withdraw(click: Click, needs: AgreementNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const done = await onHeld(click, async (trx, agreement, version, { leaders }) => {
    if (!version || version.outcome) return { how: 'decided' } as const
    const others = leaders.filter((one) => one.person.id !== version.proposedBy.id)
    const names = others.map((one) => escaped(one.person.name))
    if (!canWithdraw(version, { reader: person, leaders })) return { how: 'refused', version, names } as const
    await insertOutcome(trx, agreement, version.id, { how: 'withdrawn', by: person.id }, now)
    await follow(trx, needs, agreement, now)
    return { how: 'withdrawn' } as const
  })
  const agreement = await findIn(db, person, toPlace(click.value))
  if (!done || !agreement) return tell(click, say.gone(language))
  switch (done.how) {
    case 'decided':
      return showOutcome(click, agreement, await whatBecame(click, agreement, toPlace(click.value)))
    case 'refused': {
      const name = escaped(done.version.proposedBy.name)
      return showOutcome(click, agreement, say.notYoursToWithdraw(language, name, done.names))
    }
    case 'withdrawn':
      return showOutcome(click, agreement, say.nowWithdrawn(language, about(agreement, { reader: person })))
  }
}

/** *Still right*: for one's own side; when both have said so, it is asked again in half a year. */
export async function stillRight(click: Click, needs: AgreementNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const done = await onHeld(click, async (trx, agreement, version, { leaders, today }) => {
    const { inForce } = agreement
    const open = inForce?.version.id === version?.id ? reviewWaitsFor(agreement, today) : []
    const sides = speaksFor(person.id, leaders).filter((side) => open.includes(side))
    if (!inForce || sides.length === 0) return { how: 'nothing' } as const
    const next = sides.length === open.length ? reviewDateAfter(today) : undefined
    await renew(trx, agreement, inForce, { sides, by: person.id, next }, now)
    await follow(trx, needs, agreement, now)
    return { how: 'renewed', next } as const
  })
  const agreement = await findIn(db, person, toPlace(click.value))
  if (!done || !agreement) return tell(click, say.gone(language))
  const what = about(agreement, { reader: person })
  if (done.how === 'nothing') return showOutcome(click, agreement, say.notUpForReview(language))
  const sentence = done.next
    ? say.renewed(language, what, say.onDate(language, done.next))
    : say.renewedByYou(language, what)
  await showOutcome(click, agreement, sentence)
}

type Work<T> = (
  trx: Transaction,
  agreement: Agreement,
  version: Version | undefined,
  reading: Awaited<ReturnType<typeof readingOf>>,
) => Promise<T>

/** Decides about an agreement as it stands, while nobody else can. @returns undefined where it is not there */
async function onHeld<T>({ db, person, now, value }: Click, work: Work<T>): Promise<T | undefined> {
  const place = toPlace(value)
  return db.transaction().execute(async (trx) => {
    const agreement = await lockAgreement(trx, person.workspaceId, place.agreementId ?? '')
    if (!agreement || agreement.partnershipId !== place.partnershipId) return undefined
    const found = await findVersion(trx, person.workspaceId, place.versionId ?? '')
    const version = found?.agreementId === agreement.id ? found : undefined
    return work(trx, agreement, version, await readingOf(trx, person, agreement.partnershipId, now))
  })
}
