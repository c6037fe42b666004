import { mayChange, memberOf, teamLeadOf, teamLeadsOf } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import type { Right } from '../platform/interaction.ts'
import { escaped } from '../platform/slack/blocks.ts'
import type { Action } from './action.ts'
import * as say from './messages.ts'
import { findAction } from './store.ts'

type Find = Parameters<typeof memberOf>[0]

const ofAction: Find = async (db, workspaceId, id) => (await findAction(db, workspaceId, id))?.partnershipId

/** Those who are on one of the two sides, and the admins: what is late may come to them. */
export const onAction: Right = {
  name: 'member or admin',
  async refuse(db, request, now) {
    const refusal = await memberOf(ofAction).refuse(db, request, now)
    if (refusal === undefined) return undefined
    return (await teamLeadOf(ofAction).refuse(db, request, now)) === undefined ? undefined : refusal
  },
}

const mostNamed = 4

/** Its owner and the team leads: who hands it on. */
export const ownerOrLead = concerning(
  'owner or team lead',
  ({ owner }, personId) => owner?.id === personId,
  say.ownerOrLeadsOnly,
)

/** Who closed it and the team leads: who opens it again. That it is open already, anybody may read. */
export const closerOrLead = concerning(
  'closer or team lead',
  ({ end }, personId) => !end || end.byId === personId,
  say.closerOrLeadsOnly,
)

/** Whoever it is about, and the team leads. */
function concerning(
  name: string,
  isTheirs: (action: Action, personId: string) => boolean,
  only: (language: Language, leaders: string[]) => string,
): Right {
  return {
    name,
    async refuse(db, request, now) {
      const { person, value } = request
      const refusal = await onAction.refuse(db, request, now)
      if (refusal !== undefined) return refusal
      const action = await findAction(db, person.workspaceId, value)
      if (!action || isTheirs(action, person.id) || (await mayChange(db, person, action.partnershipId)))
        return undefined
      const leaders = (await teamLeadsOf(db, action.partnershipId)).map((one) => escaped(one.person.name))
      return only(person.language, leaders.slice(0, mostNamed))
    },
  }
}
