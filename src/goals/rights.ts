import { type Find, mayChange, memberOf, whereOn } from '../partnerships/index.ts'
import type { Right } from '../platform/interaction.ts'
import { isTheirs, ownersOf } from './goal.ts'
import { ownersAndLeads, setterAndLeads } from './messages.ts'
import { part } from './part.ts'
import { findGoal } from './store.ts'
import { fromMetadata } from './views.ts'

const ofGoal: Find = async (db, workspaceId, id) => (await findGoal(db, workspaceId, id))?.partnershipId
const ofPlace: Find = async (_db, _workspaceId, value) => fromMetadata(value).partnershipId

/** Whoever is in one of the two teams. */
export const members: Right = whereOn(part, memberOf(ofGoal), ofGoal)
export const membersThere: Right = whereOn(part, memberOf(ofPlace), ofPlace)

/** The owners of a goal, of one without owners whoever set it, and the team leads. */
export const changers: Right = {
  name: 'whose goal it is, or team lead',
  async refuse(db, request, now) {
    const { person, value } = request
    const refusal = await members.refuse(db, request, now)
    const goal = await findGoal(db, person.workspaceId, value)
    if (refusal !== undefined || !goal || isTheirs(goal, person.id)) return refusal
    if (await mayChange(db, person, goal.partnershipId)) return undefined
    return (ownersOf(goal).length > 0 ? ownersAndLeads : setterAndLeads)(person.language)
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
