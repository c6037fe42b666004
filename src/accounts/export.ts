import type { Db } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { partnershipsWith, sideName } from '../partnerships/index.ts'
import type { ExportTable } from '../platform/feature.ts'
import type { Person } from '../platform/person.ts'
import * as text from './export-messages.ts'
import { noteKind } from './messages.ts'
import { part } from './part.ts'
import { allAccounts } from './store.ts'
import { allNotes } from './timeline-store.ts'

/**
 * The accounts of the partnerships somebody is in, and what was said about each; of what was said in a check-in its date, of
 * what somebody wrote of their own accord none.
 */
export async function exported(db: Db, { id, language }: Person): Promise<ExportTable[]> {
  const accounts: ExportTable['rows'][number][] = []
  const notes: ExportTable['rows'][number][] = []
  for (const partnership of await partnershipsWith(db, id, part.name)) {
    const all = await allAccounts(db, partnership.id)
    for (const { name, tier, owners, crmUrl = '', discussedAt, archived } of all) {
      const held = [owners.marketing?.name ?? '', owners.sales?.name ?? '']
      const discussed = discussedAt === undefined ? '' : toLocal(discussedAt, partnership.zone).date
      const state = text.states[archived ? 'archived' : 'active'](language)
      accounts.push([partnership.name, name, tier, ...held, crmUrl, discussed, state])
    }
    const names = new Map(all.map((account) => [account.id, account.name]))
    for (const { accountId, on, side, byName, kind, text: said } of await allNotes(db, partnership.id)) {
      const date = kind === 'note' ? '' : on
      const about = [partnership.name, names.get(accountId) ?? '', date]
      notes.push([...about, sideName(side, language), byName, noteKind[kind](language), said])
    }
  }
  const columns = (named: string) => named.split('|')
  return [
    { name: 'accounts', columns: columns(text.columns(language)), rows: accounts },
    { name: 'account-notes', columns: columns(text.noteColumns(language)), rows: notes },
  ]
}
