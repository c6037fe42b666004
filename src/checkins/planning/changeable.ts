import type { Db } from '../../../db/schema.ts'
import { type Partnership, partnershipsInWorkspace, partnershipsLedBy } from '../../partnerships/index.ts'
import type { Right } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { nothingToChange } from './life-messages.ts'

/** The partnerships whose check-ins somebody may change, the oldest first. */
export async function changeableBy(db: Db, person: Person): Promise<Partnership[]> {
  const all = await partnershipsInWorkspace(db, person.workspaceId)
  if (person.admin && person.kind === 'member') return all
  const led = await partnershipsLedBy(db, person.id)
  return all.filter(({ id }) => led.has(id))
}

/** Those who may change at least one. */
export const leadsSome: Right = {
  name: 'leads some',
  async refuse(db, { person }) {
    return (await changeableBy(db, person)).length > 0 ? undefined : nothingToChange(person.language)
  },
}
