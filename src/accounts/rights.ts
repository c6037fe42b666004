import { type Find, mayChange, memberOf, teamLeadOf, whereOn } from '../partnerships/index.ts'
import type { Right } from '../platform/interaction.ts'
import { ownersAndLeads } from './messages.ts'
import { part } from './part.ts'
import { toChoosing, toPlace } from './place.ts'
import { findAccount } from './store.ts'

const ofPlace: Find = async (db, workspaceId, value) => {
  const { partnershipId, accountId } = toPlace(value)
  return accountId ? (await findAccount(db, workspaceId, accountId))?.partnershipId : partnershipId
}
const ofChoosing: Find = async (_db, _workspaceId, value) => toChoosing(value).partnershipId

/** Those on either side: they see all, add accounts and notes, and say what is discussed next. */
export const members: Right = whereOn(part, memberOf(ofPlace), ofPlace)
/** They archive, and bring back. */
export const leads: Right = whereOn(part, teamLeadOf(ofPlace), ofPlace)

/** The owners of an account and the team leads. */
export const editors: Right = {
  name: 'account owner or team lead',
  async refuse(db, request, now) {
    const { person, value } = request
    const refusal = await members.refuse(db, request, now)
    const account = await findAccount(db, person.workspaceId, toPlace(value).accountId ?? '')
    if (account && (await mayChange(db, person, account.partnershipId))) return leads.refuse(db, request, now)
    if (refusal !== undefined) return refusal
    const owns = Object.values(account?.owners ?? {}).some(({ id }) => id === person.id)
    return owns ? undefined : ownersAndLeads(person.language)
  },
}

/** A form for a new account is for all members, one for an account for those who may change it. */
export const savers: Right = {
  name: 'member, or who may change the account',
  refuse: (db, request, now) => (toPlace(request.value).accountId ? editors : members).refuse(db, request, now),
}

/** What came to somebody they give or keep themselves; owners where there is none are named by who leads. */
export const inheritors: Right = whereOn(part, memberOf(ofChoosing), ofChoosing)
export const ownerChoosers: Right = {
  name: 'who names owners',
  refuse: (db, request, now) => (toChoosing(request.value).formerId ? inheritors : leadsThere).refuse(db, request, now),
}
const leadsThere: Right = whereOn(part, teamLeadOf(ofChoosing), ofChoosing)
