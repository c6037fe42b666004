import { addUsergroup } from '../founding.ts'
import { getUser, getUsergroup } from '../lookup.ts'
import type { SeedUsergroup } from '../seed.ts'
import type { Usergroup } from '../workspace.ts'
import type { Desk } from './desk.ts'

export interface UsergroupChange {
  name?: string
  handle?: string
  /** Ids or names; those there are now when left out. */
  members?: string[]
  disabled?: boolean
}

/** What managers do with user groups, named by id or handle. */
export interface UsergroupGrounds {
  usergroup(idOrHandle: string): Usergroup
  addUsergroup(seed: SeedUsergroup): Usergroup
  changeUsergroup(idOrHandle: string, what: UsergroupChange): Usergroup
}

export function createUsergroupGrounds(desk: Desk): UsergroupGrounds {
  const { workspace, office } = desk
  return {
    usergroup: (named) => getUsergroup(workspace, named),
    addUsergroup: (seed) => {
      const group = addUsergroup(workspace, seed)
      office.events.group('subteam_created', group)
      return group
    },
    changeUsergroup: (named, what) => changeUsergroup(desk, getUsergroup(workspace, named), what),
  }
}

/** Changes a group and tells of it; who came and who went is told on its own. */
export function changeUsergroup({ workspace, office }: Desk, group: Usergroup, what: UsergroupChange): Usergroup {
  const before = { members: group.members, updated: group.updated }
  group.updated = workspace.clock.now()
  group.name = what.name ?? group.name
  group.handle = what.handle ?? group.handle
  if (what.disabled !== undefined) group.disabled = what.disabled ? group.updated : 0
  if (what.members) group.members = what.members.map((who) => getUser(workspace, who).id)
  const added = group.members.filter((one) => !before.members.includes(one))
  const removed = before.members.filter((one) => !group.members.includes(one))
  if (added.length + removed.length > 0) office.events.groupMembers(group, added, removed, before.updated)
  office.events.group('subteam_updated', group)
  return group
}
