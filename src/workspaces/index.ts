import type { Feature } from '../platform/feature.ts'
import { type AbsenceNeeds, absenceComing, absenceListeners, absenceWords } from './absence/slack.ts'
import { userChanged } from './people/slack.ts'
import type { Defaults } from './people/store.ts'
import { ownTables } from './settings/export.ts'
import { ownSettings, settingsListeners } from './settings/slack.ts'
import { story } from './story.ts'

export { findAbsence, setAway, whoIsAway } from './absence/store.ts'
export { type Acquaintance, findOrLearn, findOrLearnAll, type Learned } from './people/learn.ts'
export { whoIs } from './people/slack.ts'
export { adminsOf, type Defaults, findKnownPeople, findPeople, type KnownPerson } from './people/store.ts'
export { ensureWorkspace, findOnlyWorkspace, getWorkspace, type Workspace } from './store.ts'
export { leadingDate } from './typed-date.ts'

/** The installation, people's language and zone, absence. */
export function workspaces({ defaults, ...absence }: AbsenceNeeds & { defaults: Defaults }): Feature {
  return {
    name: 'workspaces',
    words: absenceWords(absence),
    listeners: [
      ...absenceListeners(absence),
      ...settingsListeners(absence),
      userChanged(defaults, absence.presenceChanged),
    ],
    coming: absenceComing,
    settings: ownSettings,
    export: ownTables,
    story,
  }
}
