import { type Json, objects, wordsOf } from '../../json.ts'
import { type Placed, placedElements } from '../../placed.ts'
import { keepValues } from '../form.ts'
import { findMessage, toWire } from '../messages.ts'
import { channelName, toView } from '../shapes.ts'
import { homeOf, openModals, saveView } from '../views.ts'
import type { Channel, Ephemeral, FormValues, Message, User, View, Workspace } from '../workspace.ts'

/** Where a person does something: a message, a message only they see, a view, or by word. */
export type Where = Message | Ephemeral | View | 'modal' | 'home'

/** A place a person looks at: what stands there now, what is filled in, and how payloads describe it. */
export interface Spot {
  blocks: Json[]
  values: FormValues
  save(values: FormValues): void
  /** What every payload from here carries. */
  described(): Json
  /** Set where the app can answer by response_url. */
  origin?: { channel: Channel; ts: string }
}

export type MessageForms = Map<string, FormValues>

/**
 * Finds the place as this person sees it now. Throws when they cannot see it.
 * @param stale use the message as it was handed out, as a client that has not heard of the change does
 */
export function spotOf(workspace: Workspace, forms: MessageForms, user: User, where: Where, stale: boolean): Spot {
  if (where === 'modal' || where === 'home' || 'hash' in where) return viewSpot(workspace, user, where)
  const channel = workspace.channels.get(where.channel)
  const isPrivate = channel?.kind !== 'public' || user.restricted
  if (!channel || (isPrivate && !channel.members.has(user.id))) throw new Error(`${user.name} cannot see that message.`)
  return 'type' in where
    ? messageSpot(workspace, forms, user, channel, stale ? where : currentMessage(channel, where))
    : ephemeralSpot(workspace, forms, user, channel, where)
}

function viewSpot(workspace: Workspace, user: User, where: View | 'modal' | 'home'): Spot {
  const isHome = where === 'home' || (where !== 'modal' && where.type === 'home')
  const top = openModals(workspace, user.id).at(-1)
  const view = isHome ? homeOf(workspace, user.id) : top
  if (!view) throw new Error(`${user.name} has no ${isHome ? 'Home' : 'modal open'}.`)
  if (typeof where !== 'string' && where.id !== view.id)
    throw new Error(`${user.name} does not have that view in front.`)
  const current = () => workspace.views.get(view.id) ?? view
  return {
    blocks: view.blocks,
    values: view.values,
    save: (values) => void saveView(workspace, { ...current(), values }),
    described: () => ({ container: { type: 'view', view_id: view.id }, view: toView(workspace, current()) }),
  }
}

function currentMessage(channel: Channel, { ts }: Message): Message {
  const message = findMessage(channel, ts)
  if (!message) throw new Error('That message is not there any more.')
  return message
}

function messageSpot(workspace: Workspace, forms: MessageForms, user: User, channel: Channel, message: Message): Spot {
  const { ts, thread_ts } = message
  const container = {
    type: 'message',
    message_ts: ts,
    channel_id: channel.id,
    is_ephemeral: false,
    ...(thread_ts && { thread_ts }),
  }
  const described = { container, channel: toPlace(channel), message: toWire(workspace, message) }
  return { ...formSpot(forms, user, channel, ts, message.blocks, described), origin: { channel, ts } }
}

function ephemeralSpot(
  workspace: Workspace,
  forms: MessageForms,
  user: User,
  channel: Channel,
  where: Ephemeral,
): Spot {
  const seen = workspace.ephemerals.find(
    (one) => one.ts === where.ts && one.channel === channel.id && one.user === user.id,
  )
  if (!seen) throw new Error(`${user.name} does not see that message any more.`)
  const { ts, thread_ts } = seen
  const container = {
    type: 'message',
    message_ts: ts,
    channel_id: channel.id,
    is_ephemeral: true,
    ...(thread_ts && { thread_ts }),
  }
  const described = { container, channel: toPlace(channel) }
  return { ...formSpot(forms, user, channel, ts, seen.blocks, described), origin: { channel, ts } }
}

function formSpot(
  forms: MessageForms,
  user: User,
  channel: Channel,
  ts: string,
  given: Json[] | undefined,
  described: Json,
): Spot {
  const key = `${user.id} ${channel.id} ${ts}`
  const blocks = given ?? []
  const values = () => keepValues(placedElements(blocks), forms.get(key) ?? {})
  return {
    blocks,
    values: values(),
    save: (next) => void forms.set(key, next),
    described: () => ({ ...described, state: { values: values() } }),
  }
}

export function toPlace(channel: Channel): Json {
  return { id: channel.id, name: channelName(channel) }
}

export interface Hint {
  /** The button's own value, to tell equal buttons apart. */
  value?: string
  /** block_id, to tell equal elements apart. */
  block?: string
}

/** The one element with this action_id, or with these words on it. Throws when there is none, or more than one. */
export function elementAt(spot: Spot, named: string, { value, block }: Hint): Placed {
  const all = placedElements(spot.blocks)
  const byId = all.filter((one) => one.actionId === named)
  const byName = byId.length ? byId : all.filter((one) => wordsOf(one.element.text) === named)
  const fits = (one: Placed) =>
    (block === undefined || one.blockId === block) &&
    (value === undefined || one.element.type !== 'button' || one.element.value === value)
  const found = byName.filter(fits)
  const [element] = found
  if (element && found.length === 1) return element
  const seen = all.map((one) => `${one.actionId}${describe(one.element)}`).join(', ') || 'nothing to use'
  if (!element) throw new Error(`There is no "${named}" here; there is ${seen}.`)
  throw new Error(`"${named}" is here ${found.length} times; say which by its value or block. There is ${seen}.`)
}

function describe(element: Json): string {
  const words =
    wordsOf(element.text) ||
    objects(element.options)
      .map((one) => wordsOf(one.text))
      .join('/')
  return words ? ` [${words}]${element.value ? ` (${element.value})` : ''}` : ''
}
