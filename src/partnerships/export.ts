import type { Db } from '../../db/schema.ts'
import type { ExportTable } from '../platform/feature.ts'
import type { Person } from '../platform/person.ts'
import { columns, fileName, roleWords } from './export-messages.ts'
import { sideName } from './messages.ts'
import type { Partnership } from './partnership.ts'
import { contactsOf, membersOf, partnershipsOf, teamLeadsOf } from './people/store.ts'
import { changeableBy } from './rights.ts'

/** The people of the partnerships somebody is in, or may change: who is on which side, and for what. */
export async function peopleTable(db: Db, person: Person): Promise<ExportTable[]> {
  const all = [...(await partnershipsOf(db, person.id)), ...(await changeableBy(db, person))]
  const distinct = [...new Map(all.map((one) => [one.id, one])).values()]
  if (distinct.length === 0) return []
  const rows = await Promise.all(distinct.map((one) => rowsOf(db, one, person)))
  return [{ name: fileName(person.language), columns: columns(person.language), rows: rows.flat() }]
}

async function rowsOf(db: Db, { id, name }: Partnership, { language }: Person): Promise<string[][]> {
  const [leaders, contacts] = [await teamLeadsOf(db, id), await contactsOf(db, id)]
  return (await membersOf(db, id)).map(({ person, side }) => {
    const roles = leaders.filter((one) => one.person.id === person.id).map(({ role }) => roleWords(role, language))
    const subjects = contacts
      .filter((one) => one.person.id === person.id)
      .map(({ subject }) => subject || roleWords('contact_person', language))
    return [name, sideName(side, language), person.name, roles.join(', '), subjects.join(', ')]
  })
}
