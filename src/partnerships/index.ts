import type { Feature } from '../platform/feature.ts'
import { contactListeners } from './contacts/slack.ts'
import { whoListener, whoWord } from './contacts/who.ts'
import { doctor } from './doctor.ts'
import { peopleTable } from './export.ts'
import { moveNudges } from './moves/lines.ts'
import { moveListeners } from './moves/slack.ts'
import { proposals } from './parts/lines.ts'
import { partListeners } from './parts/slack.ts'
import { deactivated, departures } from './people/leaving.ts'
import { pilotListeners } from './pilot/slack.ts'
import { itself, teamLeadOf } from './rights.ts'
import { partnershipSettings } from './settings.ts'
import type { SetUpNeeds } from './setup/needs.ts'
import { setUpListeners, setUpWord } from './setup/slack.ts'
import { story } from './story.ts'
import { chooseAction, openChoice, vacancyNudges } from './vacancies/lines.ts'

export { publicHolidays } from './holidays.ts'
export { askedNow, decidersOf, escalatedTo, leadingNow, whoSpeaksFor } from './leading.ts'
export { sideName } from './messages.ts'
export { begun, findMember, nextStart } from './mornings.ts'
export type { Partnership, Side } from './partnership.ts'
export { type NamedPart, usersOf, whereOn } from './parts/rights.ts'
export { isOn, partnershipsWith, partsOf } from './parts/store.ts'
export type { Member, Role } from './people/member.ts'
export { membersOf, partnershipsLedBy, partnershipsOf, rolesOf, sideOf, teamLeadsOf } from './people/store.ts'
export { heldBackFrom, pilotFor } from './pilot-store.ts'
export { resolvePartnership } from './resolve.ts'
export { type Find, insider, itself, mayChange, memberOf, teamLeadOf } from './rights.ts'
export type { SetUpNeeds } from './setup/needs.ts'
export {
  findPartnership,
  getPartnership,
  ownDaysOff,
  partnershipsIn,
  partnershipsInWorkspace,
  workingTimeAround,
} from './store.ts'
export { whichPartnership } from './which.ts'

/** The two teams: set-up, people, sides, rights, hours and days off. */
export function partnerships(needs: SetUpNeeds): Feature {
  return {
    name: 'partnerships',
    words: [setUpWord, whoWord],
    listeners: [
      ...setUpListeners(needs),
      deactivated(needs),
      { on: 'action', id: chooseAction, may: teamLeadOf(itself), run: openChoice },
      ...moveListeners(needs),
      ...partListeners(needs),
      ...pilotListeners,
      ...contactListeners,
      whoListener,
    ],
    jobs: [departures(needs)],
    async nudges(db, person, now) {
      const lists = [vacancyNudges(db, person, now), moveNudges(db, person, now), proposals(db, needs, person, now)]
      return (await Promise.all(lists)).flat()
    },
    settings: (db, person) => partnershipSettings(db, needs, person),
    export: peopleTable,
    doctor,
    story,
  }
}
