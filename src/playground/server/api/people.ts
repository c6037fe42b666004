import { refuse } from '../refusal.ts'
import { toUser } from '../shapes.ts'
import type { Usergroup, Workspace } from '../workspace.ts'
import { listConversations } from './conversations.ts'
import { flag, type Method, page, text } from './method.ts'
import { anyReadScope, isVisible } from './places.ts'

const readUsers = { token: 'bot', scopes: ['users:read'] } as const
const readGroups = { token: 'bot', scopes: ['usergroups:read'] } as const

const info: Method = {
  ...readUsers,
  needs: ['user'],
  run: (args, { workspace }) => {
    const user = workspace.users.get(text(args, 'user') ?? '') ?? refuse('user_not_found')
    return { user: toUser(workspace, user, flag(args, 'include_locale')) }
  },
}

const list: Method = {
  ...readUsers,
  run: (args, { workspace }) => {
    const { items, next_cursor } = page([...workspace.users.values()], args, 1000, 1000)
    return {
      members: items.map((user) => toUser(workspace, user, flag(args, 'include_locale'))),
      cache_ts: Math.floor(workspace.clock.now() / 1000),
      response_metadata: { next_cursor },
    }
  },
}

const conversations: Method = {
  token: 'bot',
  scopes: anyReadScope,
  run: (args, { workspace }) => {
    const user = text(args, 'user') ?? workspace.bot.userId
    if (!workspace.users.has(user)) refuse('user_not_found')
    return listConversations(workspace, args, (one) => one.members.has(user) && isVisible(workspace, one))
  },
}

const lookupByEmail: Method = {
  token: 'bot',
  scopes: ['users:read.email'],
  needs: ['email'],
  run: (args, { workspace }) => {
    const email = text(args, 'email')?.toLowerCase()
    const user = [...workspace.users.values()].find((one) => one.email?.toLowerCase() === email && !one.deleted)
    return { user: toUser(workspace, user ?? refuse('users_not_found')) }
  },
}

const groups: Method = {
  ...readGroups,
  run: (args, { workspace }) => {
    needPlan(workspace)
    return {
      usergroups: [...workspace.usergroups.values()].map((one) => toGroup(workspace, one, flag(args, 'include_users'))),
    }
  },
}

const groupUsers: Method = {
  ...readGroups,
  needs: ['usergroup'],
  run: (args, { workspace }) => {
    needPlan(workspace)
    const group = workspace.usergroups.get(text(args, 'usergroup') ?? '') ?? refuse('no_such_subteam')
    return { users: group.members }
  },
}

function needPlan(workspace: Workspace): void {
  if (workspace.team.plan === 'free') refuse('plan_upgrade_required')
}

function toGroup({ team }: Workspace, group: Usergroup, withUsers: boolean) {
  return {
    id: group.id,
    team_id: team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: '',
    is_external: false,
    date_delete: 0,
    user_count: group.members.length,
    ...(withUsers && { users: group.members }),
  }
}

export const peopleMethods: Record<string, Method> = {
  'users.info': info,
  'users.list': list,
  'users.conversations': conversations,
  'users.lookupByEmail': lookupByEmail,
  'usergroups.list': groups,
  'usergroups.users.list': groupUsers,
}
