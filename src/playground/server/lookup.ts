import type { Channel, User, Usergroup, Workspace } from './workspace.ts'

/** The person with this id or name. Throws with the known names when there is none. */
export function getUser(workspace: Workspace, idOrName: string): User {
  const name = idOrName.replace(/^@/, '')
  const users = [...workspace.users.values()]
  const user = workspace.users.get(idOrName) ?? users.find((one) => one.name === name || one.realName === name)
  if (!user) throw new Error(`No person "${idOrName}"; there are ${users.map((one) => one.name).join(', ')}.`)
  return user
}

/** The channel with this id or name. Throws with the known names when there is none. */
export function getChannel(workspace: Workspace, idOrName: string): Channel {
  const name = idOrName.replace(/^#/, '')
  const channels = [...workspace.channels.values()]
  const channel = workspace.channels.get(idOrName) ?? channels.find((one) => one.name === name)
  if (!channel) throw new Error(`No channel "${idOrName}"; there are ${channels.map((one) => one.name).join(', ')}.`)
  return channel
}

/** The user group with this id or handle. Throws with the known handles when there is none. */
export function getUsergroup(workspace: Workspace, idOrHandle: string): Usergroup {
  const handle = idOrHandle.replace(/^@/, '')
  const groups = [...workspace.usergroups.values()]
  const group = workspace.usergroups.get(idOrHandle) ?? groups.find((one) => one.handle === handle)
  if (!group) throw new Error(`No user group "${idOrHandle}"; there are ${groups.map((one) => one.handle).join(', ')}.`)
  return group
}
