/** What team leads, their deputies and admins can set of a partnership. */
import type { Db } from '../../db/schema.ts'
import type { HomeSection } from '../platform/feature.ts'
import type { Person } from '../platform/person.ts'
import { findPeople } from '../workspaces/index.ts'
import { contactPersons } from './contacts/messages.ts'
import { contactAction } from './contacts/views.ts'
import { changeSetUp } from './messages.ts'
import type { Partnership } from './partnership.ts'
import { partItems } from './parts/lines.ts'
import { partsOf } from './parts/store.ts'
import { pilotItem } from './pilot/views.ts'
import { changeableBy } from './rights.ts'
import type { SetUpNeeds } from './setup/needs.ts'
import { ids } from './setup/views.ts'

export async function partnershipSettings(
  db: Db,
  needs: Pick<SetUpNeeds, 'parts'>,
  person: Person,
): Promise<HomeSection[]> {
  return Promise.all((await changeableBy(db, person)).map((one) => sectionOf(db, needs, one, person)))
}

async function sectionOf(
  db: Db,
  { parts }: Pick<SetUpNeeds, 'parts'>,
  partnership: Partnership,
  person: Person,
): Promise<HomeSection> {
  const { id, name, pilotId } = partnership
  const { language } = person
  const [pilot] = pilotId === undefined ? [] : await findPeople(db, [pilotId])
  return {
    id: `partnerships:${id}`,
    title: name,
    items: [
      pilotItem(partnership, pilot, person, language),
      ...partItems(parts(), await partsOf(db, id), partnership, language),
    ],
    buttons: [
      { action: ids.open, text: changeSetUp(language), value: id },
      { action: contactAction.open, text: contactPersons(language), value: id },
    ],
  }
}
