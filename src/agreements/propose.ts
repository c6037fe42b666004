import type { Db, Transaction } from '../../db/schema.ts'
import { newId } from '../platform/ids.ts'
import type { Answer, Click, Fields, Submission } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import { typed } from '../platform/slack/fields.ts'
import { type Agreement, latestOf } from './agreement.ts'
import { consent } from './consenting.ts'
import { type Content, sameContent } from './content.ts'
import { type AgreementNeeds, follow, readingOf } from './facts.ts'
import * as ask from './form-messages.ts'
import { type Draft, formView } from './form-views.ts'
import { asLeadType, leadTypeKey, mostLeadTypes } from './kind.ts'
import { problem } from './kind-messages.ts'
import * as say from './messages.ts'
import { type Place, toPlace } from './place.ts'
import { agreementView, findIn, present, tell } from './showing.ts'
import { speaksFor } from './speaking.ts'
import { about } from './standing.ts'
import { agreementsOf, findAgreement, insertOutcome, insertVersion, lockSubject } from './store.ts'
import { fieldsOfKind, readTyped, type Typed, writeTyped } from './typed/form.ts'

/** The form, with the text that is changed: what is proposed, else what holds, else nothing. */
export async function openForm(click: Click): Promise<void> {
  const { db, person } = click
  const place = toPlace(click.value)
  const agreement = await findSubject(db, person, place, '')
  if (place.agreementId && !agreement) return tell(click, say.gone(person.language))
  await present(click, formView(person.language, draftOf(place, agreement, person)))
}

/** A new text to agree to. It takes the place of what was proposed, unless that is not what they had before them. */
export async function submitProposal(submission: Submission, needs: AgreementNeeds): Promise<Answer> {
  const { db, person, fields, now } = submission
  const { language } = person
  const filled = typedIn(toPlace(submission.metadata), fields)
  const { place, leadType, why } = filled
  const known = await findSubject(db, person, place, leadType)
  const changes = place.versionId !== undefined
  const errors = errorsIn(filled, changes, person)
  const reading = readTyped(place.kind, filled.texts, {
    before: known && latestOf(known)?.content,
    newId: () => newId(now),
  })
  if (!reading.ok) for (const [name, wrong] of Object.entries(reading.problems)) errors[name] = problem(language, wrong)
  if (!reading.ok || Object.keys(errors).length > 0) return { errors }
  const proposal = { ...filled, content: reading.content, why }
  const done = await submission.once((trx) => propose(trx, submission, proposal, needs))
  if (!done) return { close: 'top' }
  if ('answer' in done) return done.answer
  return { show: await shownAfter(submission, done) }
}

interface TypedProposal {
  place: Place
  leadType: string
  texts: Typed
  why: string
}

type Proposed = { answer: Answer } | { agreementId: string; number: number | undefined; sides: number }

async function propose(
  trx: Transaction,
  { person, now }: Submission,
  proposal: TypedProposal & { content: Content },
  needs: AgreementNeeds,
): Promise<Proposed> {
  const { place, leadType, content, why } = proposal
  const { workspaceId, language } = person
  if (!place.agreementId && (await tooManyLeadTypes(trx, person, place)))
    return { answer: { errors: { leadType: ask.tooManyLeadTypes(language, mostLeadTypes) } } }
  const named = place.agreementId ? await findIn(trx, person, place) : undefined
  if (place.agreementId && !named) return { answer: { errors: { why: say.gone(language) } } }
  const { partnershipId, kind } = place
  const subject = { workspaceId, partnershipId, kind, leadType: named?.leadType ?? leadType }
  const agreement = await lockSubject(trx, subject, now)
  const refusal = refusalOf(agreement, proposal, person)
  if (!agreement || refusal) return { answer: refusal ?? { close: 'top' } }
  if (agreement.proposal)
    await insertOutcome(trx, agreement, agreement.proposal.id, { how: 'replaced', by: person.id }, now)
  const id = await insertVersion(trx, agreement, { content, why, by: person.id }, now)
  const { leaders, today } = await readingOf(trx, person, partnershipId, now)
  const sides = speaksFor(person.id, leaders)
  const number = await consent(trx, agreement, { id, consents: [] }, { sides, by: person.id, today }, now)
  await follow(trx, needs, agreement, now)
  return { agreementId: agreement.id, number, sides: sides.length }
}

/** Why it cannot be proposed as it is, now that nobody else can change anything. */
function refusalOf(
  agreement: Agreement | undefined,
  { place, leadType, texts, why, content }: TypedProposal & { content: Content },
  { language }: Person,
): Answer | undefined {
  const latest = agreement && latestOf(agreement)
  if (!agreement || !latest) return undefined
  if (latest.id !== place.versionId) {
    if (!place.agreementId && place.kind === 'lead_definition')
      return { errors: { leadType: ask.leadTypeTaken(language, leadType) } }
    const draft = draftOf(place, agreement, { language })
    return { show: formView(language, { ...draft, typed: texts, why, notice: 'changed meanwhile' }) }
  }
  if (!sameContent(latest.content, content)) return undefined
  return { errors: { [fieldsOfKind[place.kind][0]]: ask.nothingChanged(language) } }
}

async function shownAfter(
  { db, person, now }: Submission,
  { agreementId, number, sides }: Exclude<Proposed, { answer: Answer }>,
) {
  const agreement = await findAgreement(db, person.workspaceId, agreementId)
  if (!agreement) throw new Error(`Agreement ${agreementId} was proposed and is not there.`)
  const what = about(agreement, { reader: person })
  const words = sides > 1 ? say.nowInForceForBoth : say.nowInForce
  const notice = number === undefined ? say.nowProposed(person.language) : words(person.language, what, number)
  return agreementView({ db, person, now }, agreement, 'proposal', notice)
}

function errorsIn(
  { place, leadType, why }: TypedProposal,
  changes: boolean,
  { language }: Person,
): Record<string, string> {
  const unnamed = place.kind === 'lead_definition' && !place.agreementId && leadType === ''
  return {
    ...(unnamed && { leadType: ask.nameLeadType(language) }),
    ...(changes && why === '' && { why: ask.sayWhy(language) }),
  }
}

function draftOf(place: Place, agreement: Agreement | undefined, { language }: Pick<Person, 'language'>): Draft {
  const latest = agreement && latestOf(agreement)
  return {
    place: { ...place, agreementId: agreement?.id, versionId: latest?.id },
    leadType: agreement?.leadType,
    typed: latest ? writeTyped(latest.content, language) : {},
    why: '',
    changes: latest !== undefined,
    notice: agreement?.proposal ? 'replaces' : undefined,
  }
}

/** The agreement a form is about: by its id, else by what it is of. */
async function findSubject(db: Db, person: Person, place: Place, leadType: string): Promise<Agreement | undefined> {
  const all = await agreementsOf(db, person.workspaceId, place.partnershipId)
  if (place.agreementId) return all.find(({ id }) => id === place.agreementId)
  const key = leadTypeKey(leadType)
  return all.find((one) => one.kind === place.kind && leadTypeKey(one.leadType ?? '') === key)
}

async function tooManyLeadTypes(trx: Transaction, person: Person, place: Place): Promise<boolean> {
  if (place.kind !== 'lead_definition') return false
  const all = await agreementsOf(trx, person.workspaceId, place.partnershipId)
  return all.filter((one) => one.kind === place.kind && latestOf(one)).length >= mostLeadTypes
}

function typedIn(place: Place, fields: Fields): TypedProposal {
  const texts = Object.fromEntries(fieldsOfKind[place.kind].map((name) => [name, typed(fields[name])]))
  return { place, leadType: asLeadType(typed(fields.leadType)), texts, why: typed(fields.why) }
}
