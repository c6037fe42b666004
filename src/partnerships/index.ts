import type { Feature } from '../platform/feature.ts'
import { doctor } from './doctor.ts'
import { personLeft } from './people/slack.ts'
import type { SetUpNeeds } from './setup/needs.ts'
import { setUpListeners, setUpWord } from './setup/slack.ts'
import { story } from './story.ts'

export { askedNow, decidersOf, leadingNow } from './leading.ts'
export { sideName } from './messages.ts'
export { begun, findMember, nextStart } from './mornings.ts'
export type { Partnership, Side } from './partnership.ts'
export { usersOf, whereOn } from './parts/rights.ts'
export { isOn, partnershipsWith } from './parts/store.ts'
export type { Member, Role } from './people/member.ts'
export { membersOf, partnershipsLedBy, partnershipsOf, rolesOf, sideOf, teamLeadsOf } from './people/store.ts'
export { resolvePartnership } from './resolve.ts'
export { insider, itself, mayChange, memberOf, teamLeadOf } from './rights.ts'
export type { SetUpNeeds } from './setup/needs.ts'
export {
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
    story,
  }
}
