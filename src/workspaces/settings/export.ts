import type { Db } from '../../../db/schema.ts'
import type { ExportTable } from '../../platform/feature.ts'
import type { Person } from '../../platform/person.ts'
import { absencesOf } from '../absence/store.ts'
import * as text from './messages.ts'
import { personSettings } from './store.ts'
import { settingsRows } from './views.ts'

/** What Rondo keeps about somebody themselves: their choices, and when they are away. */
export async function ownTables(db: Db, person: Person): Promise<ExportTable[]> {
  const { language } = person
  const absences = await absencesOf(db, person.id)
  return [
    {
      name: text.settingsFile(language),
      columns: [text.setting(language), text.choice(language)],
      rows: settingsRows(await personSettings(db, person.id), language),
    },
    {
      name: text.absencesFile(language),
      columns: [text.firstDay(language), text.lastDay(language)],
      rows: absences.map(({ from, until }) => [from, until ?? '']),
    },
  ]
}
