import type { Json } from '../../json.ts'
import { refuse } from '../refusal.ts'
import { toUser } from '../shapes.ts'
import type { User, Workspace } from '../workspace.ts'
import { listConversations, listingErrors } from './conversations.ts'
import { flag, type Method, text } from './method.ts'
import { page } from './paging.ts'
import { anyReadScope, isVisible } from './places.ts'

const readUsers = { token: 'bot', scopes: ['users:read'] } as const
/** Slack speaks of "large teams" and names no number. */
const largeTeam = 1000

const info: Method = {
  ...readUsers,
  needs: ['user'],
  errors: ['user_not_found', 'user_not_visible'],
  run: (args, { workspace }) => ({
    user: toUser(workspace, seenUser(workspace, text(args, 'user') ?? ''), flag(args, 'include_locale')),
  }),
}

/** Somebody the app may know of. */
function seenUser(workspace: Workspace, id: string): User {
  const user = workspace.users.get(id) ?? refuse('user_not_found')
  return user.hidden ? refuse('user_not_visible') : user
}

const list: Method = {
  ...readUsers,
  errors: ['limit_required', 'invalid_cursor', 'invalid_arguments'],
  run: (args, { workspace }) => {
    const visible = [...workspace.users.values()].filter((one) => !one.hidden)
    if (visible.length > largeTeam && args.limit === undefined) refuse('limit_required')
    const { items, next_cursor } = page(visible, args, { most: 1000, usual: 1000 })
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
  errors: ['user_not_found', ...listingErrors],
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
  errors: ['users_not_found'],
  run: (args, { workspace }) => {
    const email = text(args, 'email')?.toLowerCase()
    const user = [...workspace.users.values()].find((one) => one.email?.toLowerCase() === email && !one.deleted)
    return { user: toUser(workspace, user && !user.hidden ? user : refuse('users_not_found')) }
  },
}

const doNotDisturb: Method = {
  token: 'bot',
  scopes: ['dnd:read'],
  errors: ['user_not_found', 'user_not_visible'],
  run: (args, { workspace }): Json => {
    const { quiet } = seenUser(workspace, text(args, 'user') ?? workspace.bot.userId)
    const seconds = (at: number | undefined) => Math.floor((at ?? 1000) / 1000)
    return {
      dnd_enabled: quiet !== undefined,
      next_dnd_start_ts: seconds(quiet?.from),
      next_dnd_end_ts: seconds(quiet?.to),
      snooze_enabled: false,
    }
  },
}

export const peopleMethods: Record<string, Method> = {
  'users.info': info,
  'users.list': list,
  'users.conversations': conversations,
  'users.lookupByEmail': lookupByEmail,
  'dnd.info': doNotDisturb,
}
