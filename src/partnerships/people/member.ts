import type { Person } from '../../platform/person.ts'
import type { Side } from '../partnership.ts'

/** Somebody who is on a side now. */
export interface Member {
  person: Person
  side: Side
}

export const leadingRoles = ['team_lead', 'deputy'] as const
export const roleNames = [...leadingRoles, 'contact_person'] as const
/** What somebody is for their side. */
export type Role = (typeof roleNames)[number]

/** Somebody who has a role for their side. */
export interface RoleHolder extends Member {
  role: Role
}

/** Whom the other side calls for a subject; '' for whatever nobody else is named for. */
export interface Contact extends Member {
  subject: string
}
