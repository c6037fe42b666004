import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Side } from '../partnerships/index.ts'
import type { Period } from '../platform/feature.ts'
import { newId } from '../platform/ids.ts'
import type { Agreement, InForce, Version } from './agreement.ts'
import type { Content } from './content.ts'
import { asLeadType, type Kind, leadTypeKey } from './kind.ts'
import { currentVersions } from './version-store.ts'

/** Which text: of a lead definition, for which lead type ('' for the other kinds). */
export interface Subject {
  workspaceId: string
  partnershipId: string
  kind: Kind
  leadType: string
}

/** All of a partnership, those of no kind twice but lead definitions, which are in the order of their names. */
export async function agreementsOf(db: Db, workspaceId: string, partnershipId: string): Promise<Agreement[]> {
  const rows = await selectAgreements(db, workspaceId)
    .where('partnership_id', '=', partnershipId)
    .orderBy('lead_type_key')
    .execute()
  return withVersions(db, rows)
}

export async function findAgreement(db: Db, workspaceId: string, id: string): Promise<Agreement | undefined> {
  const rows = await selectAgreements(db, workspaceId).where('id', '=', id).execute()
  return (await withVersions(db, rows))[0]
}

/** What holds of a kind. @param key of the lead type, of a lead definition */
export async function inForceOf(db: Db, partnershipId: string, kind: Kind, key: string): Promise<InForce | undefined> {
  const rows = await db
    .selectFrom('agreement')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', kind)
    .where('lead_type_key', '=', key)
    .execute()
  return (await withVersions(db, rows))[0]?.inForce
}

/** The agreement about something, and held: those who change it wait for each other. It begins to be kept where it was not. */
export async function lockSubject(trx: Transaction, subject: Subject, now: number): Promise<Agreement | undefined> {
  const { workspaceId, partnershipId, kind, leadType } = subject
  const about = { partnership_id: partnershipId, kind, lead_type_key: leadTypeKey(leadType) }
  const row = { ...about, id: newId(now), workspace_id: workspaceId, lead_type: asLeadType(leadType), created_at: now }
  const held = await trx
    .insertInto('agreement')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'kind', 'lead_type_key'])
        .doUpdateSet((eb) => ({ created_at: eb.ref('agreement.created_at') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return findAgreement(trx, workspaceId, held.id)
}

/** The agreement as it stands, and held. */
export async function lockAgreement(trx: Transaction, workspaceId: string, id: string): Promise<Agreement | undefined> {
  await trx
    .updateTable('agreement')
    .set(({ ref }) => ({ created_at: ref('created_at') }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  return findAgreement(trx, workspaceId, id)
}

/** @returns its id */
export async function insertVersion(
  trx: Transaction,
  agreement: Agreement,
  proposal: { content: Content; why: string; by: string },
  now: number,
): Promise<string> {
  const id = newId(now)
  const row = { id, workspace_id: agreement.workspaceId, agreement_id: agreement.id, why: proposal.why }
  await trx
    .insertInto('agreement_version')
    .values({ ...row, content: JSON.stringify(proposal.content), proposed_at: now, proposed_by: proposal.by })
    .execute()
  return id
}

/** For each side, who agreed for it first counts. */
export async function insertConsents(
  trx: Transaction,
  agreement: Agreement,
  versionId: string,
  consent: { sides: readonly Side[]; by: string },
  now: number,
): Promise<void> {
  if (consent.sides.length === 0) return
  const row = { workspace_id: agreement.workspaceId, version_id: versionId, person_id: consent.by, consented_at: now }
  await trx
    .insertInto('agreement_consent')
    .values(consent.sides.map((side) => ({ ...row, side })))
    .onConflict((conflict) => conflict.columns(['version_id', 'side']).doNothing())
    .execute()
}

/** What became of a proposal. To be asked of an agreement that is held. @returns the number of one that holds from now on */
export async function insertOutcome(
  trx: Transaction,
  agreement: Agreement,
  versionId: string,
  outcome: { by: string } & ({ how: 'agreed'; reviewDate: LocalDate } | { how: 'replaced' | 'withdrawn' }),
  now: number,
): Promise<number | undefined> {
  const number = outcome.how === 'agreed' ? (agreement.inForce?.number ?? 0) + 1 : null
  await trx
    .insertInto('agreement_outcome')
    .values({
      version_id: versionId,
      workspace_id: agreement.workspaceId,
      agreement_id: agreement.id,
      how: outcome.how,
      decided_at: now,
      decided_by: outcome.by,
      number,
      review_date: outcome.how === 'agreed' ? outcome.reviewDate : null,
    })
    .execute()
  return number ?? undefined
}

/** Notes for these sides that what holds is still right. Where both have said so, it is asked again on the next date. */
export async function renew(
  trx: Transaction,
  { workspaceId }: Agreement,
  { version, reviewDate }: InForce,
  renewal: { sides: readonly Side[]; by: string; next: LocalDate | undefined },
  now: number,
): Promise<void> {
  const row = { workspace_id: workspaceId, version_id: version.id, review_date: reviewDate, person_id: renewal.by }
  await trx
    .insertInto('agreement_renewal')
    .values(renewal.sides.map((side) => ({ ...row, side, renewed_at: now })))
    .onConflict((conflict) => conflict.columns(['version_id', 'review_date', 'side']).doNothing())
    .execute()
  if (renewal.next === undefined) return
  const outcome = trx.updateTable('agreement_outcome').set({ review_date: renewal.next })
  await outcome.where('version_id', '=', version.id).where('workspace_id', '=', workspaceId).execute()
}

/** What came into force within a period, the first first; epoch milliseconds, the end not included. */
export async function agreedIn(
  db: Db,
  { workspaceId, partnershipId }: Pick<Subject, 'workspaceId' | 'partnershipId'>,
  { since, until }: Period,
): Promise<{ kind: Kind; leadType: string | undefined; number: number }[]> {
  const rows = await db
    .selectFrom('agreement')
    .innerJoin('agreement_outcome as outcome', 'outcome.agreement_id', 'agreement.id')
    .select(['agreement.kind', 'agreement.lead_type', 'outcome.number'])
    .where('agreement.workspace_id', '=', workspaceId)
    .where('agreement.partnership_id', '=', partnershipId)
    .where('outcome.how', '=', 'agreed')
    .where('outcome.decided_at', '>=', since)
    .where('outcome.decided_at', '<', until)
    .orderBy('outcome.decided_at')
    .orderBy('outcome.version_id')
    .execute()
  return rows.map(({ kind, lead_type, number }) => ({ kind, leadType: lead_type || undefined, number: number ?? 0 }))
}

/** Whether the two teams have agreed on anything yet. */
export async function anyInForce(db: Db, partnershipId: string): Promise<boolean> {
  const found = db
    .selectFrom('agreement')
    .innerJoin('agreement_outcome as outcome', 'outcome.agreement_id', 'agreement.id')
    .select('agreement.id')
    .where('agreement.partnership_id', '=', partnershipId)
    .where('outcome.how', '=', 'agreed')
  return (await found.limit(1).executeTakeFirst()) !== undefined
}

function selectAgreements(db: Db, workspaceId: string) {
  return db.selectFrom('agreement').selectAll().where('workspace_id', '=', workspaceId)
}

async function withVersions(db: Db, rows: readonly Selectable<Schema['agreement']>[]): Promise<Agreement[]> {
  const versions = await currentVersions(
    db,
    rows.map(({ id }) => id),
  )
  const renewals = await renewalsOf(db, versions)
  return rows.map((row) => {
    const own = versions.filter(({ agreementId }) => agreementId === row.id)
    const inForce = own.flatMap((version) => toInForce(version, renewals) ?? [])[0]
    const proposal = own.find(({ outcome }) => outcome === undefined)
    return {
      id: row.id,
      workspaceId: row.workspace_id,
      partnershipId: row.partnership_id,
      kind: row.kind,
      leadType: row.lead_type || undefined,
      inForce,
      proposal,
    }
  })
}

type Renewal = Pick<Selectable<Schema['agreement_renewal']>, 'version_id' | 'review_date' | 'side'>

async function renewalsOf(db: Db, versions: readonly Version[]): Promise<Renewal[]> {
  if (versions.length === 0) return []
  const ids = versions.map(({ id }) => id)
  const query = db.selectFrom('agreement_renewal').select(['version_id', 'review_date', 'side'])
  return query.where('version_id', 'in', ids).execute()
}

function toInForce(version: Version, renewals: readonly Renewal[]): InForce | undefined {
  const { outcome } = version
  if (outcome?.how !== 'agreed') return undefined
  const { number, at: since, reviewDate } = outcome
  const renewed = renewals.filter((row) => row.version_id === version.id && row.review_date === reviewDate)
  return { version, number, since, reviewDate, renewedBy: renewed.map(({ side }) => side) }
}
