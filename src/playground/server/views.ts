import { isJson, type Json, objects, textOf } from '../json.ts'
import { placedElements } from '../placed.ts'
import { withIds } from './blocks.ts'
import { keepValues } from './form.ts'
import { refuse, refuseArguments } from './refusal.ts'
import { messagesOf, validate } from './validator/validate.ts'
import type { View, Workspace } from './workspace.ts'

const stackDepth = 3

/** The modals a person has open, the root first. */
export function openModals(workspace: Workspace, userId: string): View[] {
  return (workspace.stacks.get(userId) ?? []).flatMap((id) => workspace.views.get(id) ?? [])
}

/** Opens a modal; what the person had open is gone. */
export function openModal(workspace: Workspace, userId: string, checked: Json): View {
  clearModals(workspace, userId)
  const id = newViewId()
  workspace.stacks.set(userId, [id])
  return saveView(workspace, build(workspace, checked, { id, userId, root_view_id: id, previous_view_id: null }))
}

/** Puts a modal on top of the one that is open. Refuses a fourth, and one where nothing is open. */
export function pushModal(workspace: Workspace, userId: string, checked: Json): View {
  const stack = workspace.stacks.get(userId) ?? []
  const [root] = stack
  if (root === undefined) return refuse('not_found')
  if (stack.length >= stackDepth) return refuse('push_limit_reached')
  const id = newViewId()
  workspace.stacks.set(userId, [...stack, id])
  const place = { id, userId, root_view_id: root, previous_view_id: stack.at(-1) ?? null }
  return saveView(workspace, build(workspace, checked, place))
}

/** Gives an open view new contents; fields that keep both their ids keep what was typed. */
export function updateView(workspace: Workspace, current: View, payload: unknown): View {
  const checked = checkView(workspace, payload, current.type, current.id)
  const { id, userId, root_view_id, previous_view_id } = current
  return saveView(workspace, build(workspace, checked, { id, userId, root_view_id, previous_view_id }, current))
}

/** Publishes a person's Home. */
export function publishHome(workspace: Workspace, userId: string, payload: unknown): View {
  const current = homeOf(workspace, userId)
  if (current) return updateView(workspace, current, payload)
  const checked = checkView(workspace, payload, 'home')
  const id = newViewId()
  workspace.homes.set(userId, id)
  return saveView(workspace, build(workspace, checked, { id, userId, root_view_id: id, previous_view_id: null }))
}

export function homeOf(workspace: Workspace, userId: string): View | undefined {
  return workspace.views.get(workspace.homes.get(userId) ?? '')
}

/** Takes the top modal away; the one beneath is seen again. */
export function popModal(workspace: Workspace, userId: string): void {
  const stack = workspace.stacks.get(userId) ?? []
  workspace.views.delete(stack.at(-1) ?? '')
  workspace.stacks.set(userId, stack.slice(0, -1))
}

export function clearModals(workspace: Workspace, userId: string): void {
  for (const id of workspace.stacks.get(userId) ?? []) workspace.views.delete(id)
  workspace.stacks.delete(userId)
}

/** Keeps what a person filled in, or was told, without the app having changed anything. */
export function saveView(workspace: Workspace, view: View): View {
  workspace.views.set(view.id, view)
  return view
}

type Place = Pick<View, 'id' | 'userId' | 'root_view_id' | 'previous_view_id'>

function build(workspace: Workspace, payload: Json, place: Place, before?: View): View {
  const blocks = withIds(objects(payload.blocks), workspace.ids)
  return {
    ...place,
    type: payload.type === 'home' ? 'home' : 'modal',
    callback_id: textOf(payload.callback_id) ?? '',
    private_metadata: textOf(payload.private_metadata) ?? '',
    external_id: textOf(payload.external_id) ?? '',
    blocks,
    title: isJson(payload.title) ? payload.title : { type: 'plain_text', text: 'View Title', emoji: true },
    submit: isJson(payload.submit) ? payload.submit : null,
    close: isJson(payload.close) ? payload.close : null,
    clear_on_close: payload.clear_on_close === true,
    notify_on_close: payload.notify_on_close === true,
    hash: `${Math.floor(workspace.clock.now() / 1000)}.${crypto.randomUUID().slice(0, 8)}`,
    values: keepValues(placedElements(blocks), before?.values ?? {}),
    errors: {},
    shown: workspace.ids.count(),
  }
}

function newViewId(): string {
  return `V${crypto.randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`
}

/**
 * The payload, when it is a view that Slack would take; else it refuses as Slack does.
 * @param ownId the view it takes the place of
 */
export function checkView(workspace: Workspace, payload: unknown, type: 'modal' | 'home', ownId?: string): Json {
  if (!isJson(payload)) return refuseArguments('must provide an object [json-pointer:/view]')
  const problems = validate(payload, type)
  if (problems.some((one) => one.code === 'view_too_large')) refuse('view_too_large')
  if (problems.length) refuseArguments(...messagesOf(problems))
  const external = textOf(payload.external_id)
  const taken =
    external && [...workspace.views.values()].some((one) => one.external_id === external && one.id !== ownId)
  if (taken) refuse('duplicate_external_id')
  return payload
}
