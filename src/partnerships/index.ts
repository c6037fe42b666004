import type { Feature } from '../platform/feature.ts'
import { doctor } from './doctor.ts'
import { personLeft } from './people/slack.ts'
import type { SetUpNeeds } from './setup/needs.ts'
import { setUpListeners, setUpWord } from './setup/slack.ts'

export { sideName, sideNames } from './messages.ts'
export { begun, type Morning, nextStart } from './mornings.ts'
export {
  type Channels,
  type DayOff,
  type Hours,
  otherSide,
  type Partnership,
  type Side,
  sides,
  workingTimeOf,
} from './partnership.ts'
export type { Member, Role, RoleHolder } from './people/member.ts'
export {
  membersOf,
  partnershipsLedBy,
  partnershipsOf,
  rolesOf,
  sideOf,
  teamLeadsOf,
} from './people/store.ts'
export { type Resolved, resolvePartnership } from './resolve.ts'
export { type Find, insider, itself, leadersOf, mayChange, memberOf, teamLeadOf } from './rights.ts'
export type { SetUpNeeds } from './setup/needs.ts'
export { fewestAnswers, pulseFor, type SmallTeams } from './small-team.ts'
export {
  daysOffOf,
  findPartnership,
  getPartnership,
  ownDaysOff,
  partnershipsIn,
  partnershipsInWorkspace,
  workingTimeAround,
} from './store.ts'

/** The two teams: set-up, people, sides, rights, hours and days off. */
export function partnerships(needs: SetUpNeeds): Feature {
  return {
    name: 'partnerships',
    words: [setUpWord],
    listeners: [...setUpListeners(needs), personLeft],
    doctor,
  }
}
