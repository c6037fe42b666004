/** What happens with an arrival: find who did it, check their right, run the listener, and catch what it throws. */

import { homeActed } from '../home-views.ts'
import type { Language } from '../i18n.ts'
import type { Click } from '../interaction.ts'
import type { Person } from '../person.ts'
import type { Rendered } from '../rendered.ts'
import { type Arrival, actorOf, teamOf } from './arrival.ts'
import { buttons, cut, escaped, said } from './blocks.ts'
import { conversationAt, type Spot, show } from './conversation.ts'
import { report } from './error-edge.ts'
import { chosen, fieldsOf } from './fields.ts'
import { follow, listOf, type Origin, readMetadata } from './lists.ts'
import { didYouMean, unknownWord } from './messages.ts'
import type { ClickBody } from './payloads.ts'
import { continueAction, type Resumption, readResumption, resumptionOf } from './resumption.ts'
import type { Surroundings } from './surroundings.ts'
import { asTyped } from './words.ts'

export type Conversing = Extract<Arrival, { kind: 'command' | 'click' | 'shortcut' }>

/** Handles what was acknowledged already. Never rejects. */
export async function handleConversing(arrival: Conversing, around: Surroundings): Promise<void> {
  const { log, clock } = around
  const spot = spotOf(arrival)
  const now = clock.now()
  let language: Language = 'en'
  try {
    const person = await personOf(arrival, around)
    if (!person) return
    language = person.language
    await proceed(arrival, spot, person, now, around)
    await homeActed(around.db, person.id, now)
  } catch (error) {
    const sentence = report(log, nameOf(arrival), error)
    await tell(spot, sentence(language), around)
  }
}

/** Tells somebody about trouble; where even that fails, the log has it. */
export async function tell(spot: Pick<Spot, 'place'>, sentence: string, { replier, log }: Surroundings): Promise<void> {
  try {
    await replier.reply(spot.place, said(sentence))
  } catch (error) {
    log.warn({ about: 'reply', error }, 'a person could not be told about trouble')
  }
}

/** Bots are nobody. */
export async function personOf(
  arrival: Exclude<Arrival, { kind: 'event' }>,
  around: Surroundings,
): Promise<Person | undefined> {
  const { enterpriseId } = teamOf(arrival)
  const who = { ...actorOf(arrival), teamId: around.workspace.teamId, enterpriseId, slack: around.clients.read }
  const person = await around.whoIs(who)
  return person?.kind === 'bot' ? undefined : person
}

export function nameOf(arrival: Arrival): string {
  switch (arrival.kind) {
    case 'command':
      return 'command'
    case 'click':
      return arrival.body.actions[0].action_id
    case 'shortcut':
      return arrival.body.callback_id
    case 'submission':
      return arrival.body.view.callback_id
    case 'suggestion':
      return arrival.body.action_id
    case 'event':
      return arrival.body.event.type
  }
}

export function spotOf(arrival: Conversing): Spot {
  const { kind, body } = arrival
  const again = resumptionOf(arrival)
  const answerable = { responseUrl: body.response_url, threadTs: undefined }
  if (kind === 'command') {
    const place = { ...answerable, channelId: body.channel_id, userId: body.user_id }
    return { triggerId: body.trigger_id, place, again, list: undefined, inAnswer: false }
  }
  const place = { ...answerable, channelId: body.channel?.id, userId: body.user.id }
  if (kind === 'shortcut') return { triggerId: body.trigger_id, place, again, list: undefined, inAnswer: false }
  const threadTs = body.message?.thread_ts ?? body.container?.thread_ts
  const list = originOf(body)
  const inAnswer = !list && body.container?.is_ephemeral === true
  return { triggerId: body.trigger_id, place: { ...place, threadTs }, again, list, inAnswer }
}

async function proceed(
  arrival: Conversing,
  spot: Spot,
  person: Person,
  now: number,
  around: Surroundings,
): Promise<void> {
  switch (arrival.kind) {
    case 'command':
      return runWord(asTyped(arrival.body.text), arrival.body.channel_id, spot, person, now, around)
    case 'shortcut':
      return runShortcut(arrival.body.callback_id, spot, person, now, around)
    case 'click':
      return runClick(arrival.body, spot, person, now, around)
  }
}

async function runWord(
  text: string,
  channelId: string,
  spot: Spot,
  person: Person,
  now: number,
  around: Surroundings,
): Promise<void> {
  const found = around.registry.words.find(text)
  const conversation = conversationAt(spot, person, now, around)
  if (!found) return conversation.reply(unknown(text, channelId, person.language, around))
  const { word, rest } = found
  const refusal = await word.may.refuse(around.db, { person, value: rest }, now)
  if (refusal !== undefined) return conversation.reply(said(refusal))
  await word.run({ ...conversation, channelId, text: rest })
}

function unknown(text: string, channelId: string, language: Language, { registry }: Surroundings) {
  const [first = ''] = text.trim().split(/\s+/)
  const typed = escaped(cut(first, 40))
  const near = registry.words.nearest(text)
  const meant = near && `${near.spelling} ${near.rest}`.trim()
  const known = meant !== undefined && meant.length <= 1_500
  const offer = known ? meant : 'help'
  const value = JSON.stringify({ text: offer, channelId } satisfies Resumption)
  const words = known ? didYouMean : unknownWord
  return said(
    words(language, typed),
    buttons([{ action: continueAction, text: `/rondo ${offer}`, value, primary: known }]),
  )
}

async function runShortcut(id: string, spot: Spot, person: Person, now: number, around: Surroundings): Promise<void> {
  const listener = around.registry.shortcut(id)
  if (!listener) return
  const conversation = conversationAt(spot, person, now, around)
  const refusal = await listener.may.refuse(around.db, { person, value: '' }, now)
  if (refusal !== undefined) return conversation.reply(said(refusal))
  await listener.run(conversation)
}

async function runClick(body: ClickBody, spot: Spot, person: Person, now: number, around: Surroundings): Promise<void> {
  const [action] = body.actions
  if (action.action_id === continueAction) return goOn(body, spot, person, now, around)
  const choice = chosen(action) ?? ''
  const value = Array.isArray(choice) ? choice.join(',') : choice
  await runAction(action.action_id, { value, message: messageOf(body), view: viewOf(body) }, spot, person, now, around)
}

type Clicked = Pick<Click, 'value' | 'message' | 'view'>

async function runAction(
  id: string,
  clicked: Clicked,
  spot: Spot,
  person: Person,
  now: number,
  around: Surroundings,
): Promise<void> {
  const listener = around.registry.action(id)
  if (!listener) return
  const { value, message, view } = clicked
  const again = view ? undefined : { action: id, value, ...(message ? { message } : {}) }
  const here = { ...spot, again }
  const conversation = conversationAt(here, person, now, around)
  const refusal = await listener.may.refuse(around.db, { person, value }, now)
  if (refusal !== undefined) return conversation.reply(said(refusal))
  const followed = () => follow(spot.list, async () => person, now, around)
  const inItsPlace = (rendered: Rendered) => around.replier.replace(spot.place, rendered)
  let showsAnother = false
  await listener.run({
    ...conversation,
    ...clicked,
    followed,
    open(modal) {
      showsAnother = true
      return conversation.open(modal)
    },
    replace(rendered) {
      showsAnother = true
      return inItsPlace(rendered)
    },
    answer: spot.inAnswer ? inItsPlace : conversation.reply,
    push: (modal) => show('push', modal, here, person, around),
  })
  if (!view && !showsAnother) await followed()
}

/** *Continue* was pressed: the button has served, and what it stands for is done with the new trigger. */
async function goOn(body: ClickBody, spot: Spot, person: Person, now: number, around: Surroundings): Promise<void> {
  const resumption = readResumption(body.actions[0].value ?? '')
  if (!resumption) return
  const here = { ...spot, again: resumption, inAnswer: false }
  if ('text' in resumption) {
    await runWord(resumption.text, resumption.channelId, here, person, now, around)
  } else if ('shortcut' in resumption) {
    await runShortcut(resumption.shortcut, here, person, now, around)
  } else {
    const { action, value, message } = resumption
    const clicked = { value, message: message && { ...message, threadTs: message.threadTs }, view: undefined }
    await runAction(action, clicked, here, person, now, around)
  }
  await around.replier.dismiss(body.response_url)
}

/** What others see too bears no name of a list, and is drawn anew for all of them: see `refresh`. */
function originOf({ view, response_url: address, actions: [clicked] }: ClickBody): Origin | undefined {
  if (view) return readMetadata(view.private_metadata).list
  const list = listOf(clicked.block_id)
  return list && address ? { ...list, address } : undefined
}

function messageOf({ message, channel, container }: ClickBody): Click['message'] {
  if (!message || !channel || container?.is_ephemeral) return undefined
  return { channelId: channel.id, ts: message.ts, threadTs: message.thread_ts ?? undefined }
}

function viewOf({ view }: ClickBody): Click['view'] {
  if (!view) return undefined
  const { metadata } = readMetadata(view.private_metadata)
  return { id: view.id, hash: view.hash, metadata, fields: fieldsOf(view.state) }
}
