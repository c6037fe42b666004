import type { Selectable } from 'kysely'
import type { Db, Schema } from '../../db/schema.ts'
import type { Consent, Outcome, Version } from './agreement.ts'
import { contentSchema } from './content.ts'

/** What holds and what waits, of these agreements. */
export async function currentVersions(db: Db, agreementIds: readonly string[]): Promise<Version[]> {
  if (agreementIds.length === 0) return []
  const latest = selectVersions(db)
    .where('version.agreement_id', 'in', agreementIds)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('outcome.version_id', 'is', null),
        eb(
          'outcome.number',
          '=',
          selectFrom('agreement_outcome as other')
            .whereRef('other.agreement_id', '=', 'version.agreement_id')
            .select(({ fn }) => fn.max('other.number').as('number')),
        ),
      ]),
    )
  return withConsents(db, await latest.execute())
}

export async function findVersion(db: Db, workspaceId: string, id: string): Promise<Version | undefined> {
  const row = selectVersions(db).where('version.workspace_id', '=', workspaceId).where('version.id', '=', id)
  return (await withConsents(db, await row.execute()))[0]
}

/** The latest first. @param page how many versions to pass over, and how many to give; all, where it is left out */
export async function versionsOf(
  db: Db,
  agreementId: string,
  page?: { from: number; count: number },
): Promise<Version[]> {
  const all = selectVersions(db)
    .where('version.agreement_id', '=', agreementId)
    .orderBy('version.proposed_at', 'desc')
    .orderBy('version.id', 'desc')
  return withConsents(db, await (page ? all.limit(page.count).offset(page.from) : all).execute())
}

function selectVersions(db: Db) {
  return db
    .selectFrom('agreement_version as version')
    .innerJoin('person as proposer', 'proposer.id', 'version.proposed_by')
    .leftJoin('agreement_outcome as outcome', 'outcome.version_id', 'version.id')
    .leftJoin('person as decider', 'decider.id', 'outcome.decided_by')
    .selectAll('version')
    .select([
      'proposer.name as proposer_name',
      'outcome.how',
      'outcome.decided_at',
      'outcome.decided_by',
      'outcome.number',
      'outcome.review_date',
      'decider.name as decider_name',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

async function withConsents(db: Db, rows: readonly Row[]): Promise<Version[]> {
  if (rows.length === 0) return []
  const consents = await db
    .selectFrom('agreement_consent as consent')
    .innerJoin('person', 'person.id', 'consent.person_id')
    .select(['consent.version_id', 'consent.side', 'consent.person_id', 'person.name'])
    .where(
      'consent.version_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('consent.side')
    .execute()
  const byVersion = Map.groupBy(consents, (row) => row.version_id)
  return rows.map((row) => toVersion(row, (byVersion.get(row.id) ?? []).map(toConsent)))
}

type ConsentRow = Pick<Selectable<Schema['agreement_consent']>, 'side' | 'person_id'> & { name: string }

const toConsent = (row: ConsentRow): Consent => ({ side: row.side, by: { id: row.person_id, name: row.name } })

function toVersion(row: Row, consents: Consent[]): Version {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    content: contentSchema.parse(JSON.parse(row.content)),
    why: row.why,
    proposedAt: row.proposed_at,
    proposedBy: { id: row.proposed_by, name: row.proposer_name },
    consents,
    outcome: toOutcome(row),
  }
}

function toOutcome(row: Row): Outcome | undefined {
  const { how, decided_at: at, number, review_date: reviewDate } = row
  if (how === null || at === null) return undefined
  const by = { id: row.decided_by ?? '', name: row.decider_name ?? '' }
  if (how !== 'agreed') return { how, at, by }
  return { how, at, by, number: number ?? 0, reviewDate: reviewDate ?? '' }
}
