import type { Json } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { toView } from '../shapes.ts'
import { checkView, homeOf, openModal, publishHome, pushModal, updateView } from '../views.ts'
import type { View, Workspace } from '../workspace.ts'
import { type Method, text } from './method.ts'

const anyScope = { token: 'bot', scopes: [] } as const

const open: Method = {
  ...anyScope,
  needs: ['trigger_id', 'view'],
  run: (args, { workspace, triggers }) => {
    // The view is looked at first, so that a bad one does not use the trigger up.
    const checked = checkView(workspace, args.view, 'modal')
    const userId = triggers.exchange(text(args, 'trigger_id') ?? '')
    return { view: toView(workspace, openModal(workspace, userId, checked)) }
  },
}

const push: Method = {
  ...anyScope,
  needs: ['trigger_id', 'view'],
  run: (args, { workspace, triggers }) => {
    const checked = checkView(workspace, args.view, 'modal')
    const userId = triggers.exchange(text(args, 'trigger_id') ?? '')
    return { view: toView(workspace, pushModal(workspace, userId, checked)) }
  },
}

const update: Method = {
  ...anyScope,
  needs: ['view'],
  run: (args, { workspace }) => {
    if (args.view_id === undefined && args.external_id === undefined)
      refuseArguments('missing required field: view_id or external_id')
    const view = findView(workspace, args) ?? refuse('not_found')
    needFresh(view, args)
    return { view: toView(workspace, updateView(workspace, view, args.view)) }
  },
}

const publish: Method = {
  ...anyScope,
  needs: ['user_id', 'view'],
  run: (args, { workspace }) => {
    if (!workspace.bot.homeTab) return refuse('not_enabled')
    const user = workspace.users.get(text(args, 'user_id') ?? '')
    if (!user || user.deleted || user.bot) return refuseArguments('invalid `user_id`')
    const current = homeOf(workspace, user.id)
    if (current) needFresh(current, args)
    return { view: toView(workspace, publishHome(workspace, user.id, args.view)) }
  },
}

function findView(workspace: Workspace, args: Json): View | undefined {
  const byId = workspace.views.get(text(args, 'view_id') ?? '')
  const external = text(args, 'external_id')
  return byId ?? [...workspace.views.values()].find((one) => external && one.external_id === external)
}

function needFresh(view: View, args: Json): void {
  const hash = text(args, 'hash')
  if (hash !== undefined && hash !== '' && hash !== view.hash) refuse('hash_conflict')
}

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
