import { type Find, memberOf, teamLeadOf, whereOn } from '../partnerships/index.ts'
import type { Right } from '../platform/interaction.ts'
import { ownersAndLeads } from './messages.ts'
import { part } from './part.ts'
import { findGoal } from './store.ts'
import { fromMetadata } from './views.ts'

const ofGoal: Find = async (db, workspaceId, id) => (await findGoal(db, workspaceId, id))?.partnershipId
const ofPlace: Find = async (_db, _workspaceId, value) => fromMetadata(value).partnershipId

/** Whoever is in one of the two teams. */
export const members: Right = whereOn(part, memberOf(ofGoal), ofGoal)
export const membersThere: Right = whereOn(part, memberOf(ofPlace), ofPlace)

/** The owners of a goal and the team leads. */
export const changers: Right = {
  name: 'goal owner or team lead',
  async refuse(db, request, now) {
    const { person, value } = request
    const goal = await findGoal(db, person.workspaceId, value)
    const owns = Object.values(goal?.owners ?? {}).some(({ id }) => id === person.id)
    const refusal = await members.refuse(db, request, now)
    if (refusal !== undefined || owns) return refusal
    const leads = (await teamLeadOf(ofGoal).refuse(db, request, now)) === undefined
    return leads ? undefined : ownersAndLeads(person.language)
  },
}

/** A form for a new goal is for all members, one for an existing goal for those who may change it. */
export const savers: Right = {
  name: 'member, or who may change the goal',
  async refuse(db, { person, value }, now) {
    const { goalId } = fromMetadata(value)
    return goalId === ''
      ? membersThere.refuse(db, { person, value }, now)
      : changers.refuse(db, { person, value: goalId }, now)
  },
}
