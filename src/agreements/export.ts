import type { Db } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { type Partnership, partnershipsWith } from '../partnerships/index.ts'
import type { ExportTable } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import type { Person } from '../platform/person.ts'
import type { Agreement, Version } from './agreement.ts'
import { columns, fileName, state } from './export-messages.ts'
import { kindName } from './kind-messages.ts'
import { linesOfContent } from './speech.ts'
import { agreementsOf } from './store.ts'
import { versionsOf } from './version-store.ts'

/** Every version of every agreement of theirs: what it says, who agreed, and since when both teams do; not when a person did what. */
export async function exportAgreements(db: Db, person: Person): Promise<ExportTable[]> {
  const partnerships = await partnershipsWith(db, person.id, 'agreements')
  if (partnerships.length === 0) return []
  const rows = await Promise.all(partnerships.map((partnership) => rowsOf(db, partnership, person)))
  return [{ name: fileName(person.language), columns: columns[person.language], rows: rows.flat() }]
}

async function rowsOf(db: Db, partnership: Partnership, person: Person): Promise<(string | number)[][]> {
  const agreements = await agreementsOf(db, person.workspaceId, partnership.id)
  const rows = agreements.map(async (agreement) => {
    const versions = await versionsOf(db, agreement.id)
    return versions.toReversed().map((version) => rowOf(agreement, version, partnership, person.language))
  })
  return (await Promise.all(rows)).flat()
}

/** Days, never times of the day. */
function rowOf(agreement: Agreement, version: Version, { name, zone }: Partnership, language: Language) {
  const { outcome, proposedBy, why, content } = version
  const day = (at: number): string => toLocal(at, zone).date
  const agreedFor = (side: 'marketing' | 'sales'): string =>
    version.consents.find((one) => one.side === side)?.by.name ?? ''
  const agreed = outcome?.how === 'agreed' ? outcome : undefined
  return [
    name,
    kindName[agreement.kind](language),
    agreement.leadType ?? '',
    agreed?.number ?? '',
    state[stateOf(agreement, version)](language),
    proposedBy.name,
    why,
    agreedFor('marketing'),
    agreedFor('sales'),
    agreed ? day(agreed.at) : '',
    agreed?.reviewDate ?? '',
    linesOfContent(content, language)
      .map(({ text }) => text)
      .join('\n'),
  ]
}

function stateOf({ inForce }: Agreement, { id, outcome }: Version): keyof typeof state {
  if (!outcome) return 'proposed'
  if (outcome.how !== 'agreed') return outcome.how
  return inForce?.version.id === id ? 'in force' : 'earlier'
}
