import type { Json } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { toView } from '../shapes.ts'
import { checkView, homeOf, openModal, publishHome, pushModal, updateView } from '../views.ts'
import type { View, Workspace } from '../workspace.ts'
import { type Method, text } from './method.ts'

const anyScope = { token: 'bot', scopes: [] } as const
const viewErrors = ['invalid_arguments', 'view_too_large', 'duplicate_external_id']
const triggerErrors = ['invalid_trigger_id', 'exchanged_trigger_id', 'expired_trigger_id']

const open: Method = {
  ...anyScope,
  needs: ['view'],
  errors: [...viewErrors, ...triggerErrors],
  run: (args, { workspace, triggers }) => {
    // The view is looked at first, so that a bad one does not use the trigger up.
    const trigger = triggerOf(args)
    const checked = checkView(workspace, args.view, 'modal')
    const userId = triggers.exchange(trigger)
    return { view: toView(workspace, openModal(workspace, userId, checked)) }
  },
}

const push: Method = {
  ...anyScope,
  needs: ['view'],
  errors: [...viewErrors, ...triggerErrors, 'not_found', 'push_limit_reached'],
  run: (args, { workspace, triggers }) => {
    const trigger = triggerOf(args)
    const checked = checkView(workspace, args.view, 'modal')
    const userId = triggers.exchange(trigger)
    return { view: toView(workspace, pushModal(workspace, userId, checked)) }
  },
}

const update: Method = {
  ...anyScope,
  needs: ['view'],
  errors: [...viewErrors, 'not_found', 'hash_conflict'],
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
  errors: [...viewErrors, 'not_enabled', 'hash_conflict'],
  run: (args, { workspace }) => {
    if (!workspace.bot.homeTab) return refuse('not_enabled')
    const user = workspace.users.get(text(args, 'user_id') ?? '')
    if (!user || user.deleted || user.bot) return refuseArguments('invalid `user_id`')
    const current = homeOf(workspace, user.id)
    if (current) needFresh(current, args)
    return { view: toView(workspace, publishHome(workspace, user.id, args.view)) }
  },
}

/** The trigger_id, or the interactivity_pointer that may stand for it. */
function triggerOf(args: Json): string {
  const trigger = text(args, 'trigger_id') ?? text(args, 'interactivity_pointer')
  return trigger || refuseArguments('missing required field: trigger_id')
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
