import { refuse } from '../refusal.ts'
import { toUsergroup } from '../shapes.ts'
import type { Workspace } from '../workspace.ts'
import { flag, type Method, text } from './method.ts'

const read = { token: 'bot', scopes: ['usergroups:read'] } as const

const list: Method = {
  ...read,
  errors: ['plan_upgrade_required'],
  run: (args, { workspace }) => {
    needPlan(workspace)
    const all = [...workspace.usergroups.values()]
    const shown = flag(args, 'include_disabled') ? all : all.filter((one) => one.disabled === 0)
    return { usergroups: shown.map((one) => toUsergroup(workspace, one, flag(args, 'include_users'))) }
  },
}

const users: Method = {
  ...read,
  needs: ['usergroup'],
  errors: ['plan_upgrade_required', 'no_such_subteam'],
  run: (args, { workspace }) => {
    needPlan(workspace)
    const group = workspace.usergroups.get(text(args, 'usergroup') ?? '')
    if (!group || (group.disabled > 0 && !flag(args, 'include_disabled'))) return refuse('no_such_subteam')
    return { users: [...group.members] }
  },
}

function needPlan(workspace: Workspace): void {
  if (workspace.team.plan === 'free') refuse('plan_upgrade_required')
}

export const usergroupMethods: Record<string, Method> = {
  'usergroups.list': list,
  'usergroups.users.list': users,
}
