/** Who may do what, for the listeners of every feature. Asked at every use, old buttons too. */
import type { Db } from '../../db/schema.ts'
import type { Right } from '../platform/interaction.ts'
import type { Person } from '../platform/person.ts'
import { escaped } from '../platform/slack/blocks.ts'
import * as text from './messages.ts'
import type { Partnership } from './partnership.ts'
import { partnershipsLedBy, partnershipsOf, sideOf, teamLeadsOf } from './people/store.ts'
import { findPartnership, findPartnerships, partnershipsInWorkspace } from './store.ts'

/** The partnership that a listener's value is about; undefined where it is gone. */
export type Find = (db: Db, workspaceId: string, value: string) => Promise<string | undefined>

const mostNamed = 4

/** Colleagues; guests and people of other organisations only where a team lead has added them. */
export const insider: Right = {
  name: 'insider',
  async refuse(db, { person }) {
    if (await isInsider(db, person)) return undefined
    return text.guestsOnlyWhenAdded(person.language, await leadersIn(db, person.workspaceId))
  },
}

/** Those who are on one of its two sides. */
export function memberOf(find: Find): Right {
  return {
    name: 'member',
    async refuse(db, { person, value }) {
      const partnership = await findBy(find, db, person, value)
      if (!partnership) return text.noLongerThere(person.language)
      if (await sideOf(db, partnership.id, person.id)) return undefined
      return text.membersOnly(person.language, escaped(partnership.name), await leadersOf(db, partnership.id))
    },
  }
}

/** Its team leads, their deputies, and the admins of the workspace. */
export function teamLeadOf(find: Find): Right {
  return {
    name: 'team lead',
    async refuse(db, { person, value }) {
      const partnership = await findBy(find, db, person, value)
      if (!partnership) return text.noLongerThere(person.language)
      if (await mayChange(db, person, partnership.id)) return undefined
      return text.teamLeadsOnly(person.language, escaped(partnership.name), await leadersOf(db, partnership.id))
    },
  }
}

/** Where the value is the partnership's own id. */
export const itself: Find = async (_db, _workspaceId, value) => value

/** Whether somebody may change the set-up of a partnership of their workspace, and all that team leads may. */
export async function mayChange(db: Db, person: Person, partnershipId: string): Promise<boolean> {
  return isAdmin(person) || (await partnershipsLedBy(db, person.id)).has(partnershipId)
}

/** The partnerships whose set-up somebody may change, the oldest first. */
export async function changeableBy(db: Db, person: Person): Promise<Partnership[]> {
  if (isAdmin(person)) return partnershipsInWorkspace(db, person.workspaceId)
  return findPartnerships(db, [...(await partnershipsLedBy(db, person.id))])
}

/** The names of those who can decide about it, escaped. Not mentions: a refusal may stand under a field, where they do not work. */
export async function leadersOf(db: Db, partnershipId: string): Promise<string[]> {
  return (await leaderNames(db, partnershipId)).map(escaped)
}

/** The same as plain text. */
export async function leaderNames(db: Db, partnershipId: string): Promise<string[]> {
  return (await teamLeadsOf(db, partnershipId)).map(({ person }) => person.name).slice(0, mostNamed)
}

const isAdmin = (person: Person): boolean => person.admin && person.kind === 'member'

async function isInsider(db: Db, person: Person): Promise<boolean> {
  if (person.kind === 'member') return true
  return person.kind !== 'bot' && (await partnershipsOf(db, person.id)).length > 0
}

async function leadersIn(db: Db, workspaceId: string): Promise<string[]> {
  const all = await partnershipsInWorkspace(db, workspaceId)
  const leaders = await Promise.all(all.map(({ id }) => leadersOf(db, id)))
  return [...new Set(leaders.flat())].slice(0, mostNamed)
}

async function findBy(find: Find, db: Db, person: Person, value: string): Promise<Partnership | undefined> {
  const id = await find(db, person.workspaceId, value)
  return id === undefined ? undefined : findPartnership(db, person.workspaceId, id)
}
