import { isJson } from '../json.ts'
import type { Deed, Filled, Outcome, Where } from '../page/wire.ts'
import { placedElements } from '../placed.ts'
import type { Given } from '../server/people/fill.ts'
import type { Person } from '../server/people/person.ts'
import type { Ephemeral, Message, View } from '../server/shown.ts'
import type { Slack } from '../server/start.ts'
import type { ReadMarks } from './read-marks.ts'
import { type Words, wordsFor } from './words.ts'

/** What the demo's visitors can do to the world as a whole. */
export interface Movable {
  /** Why nobody can act at the moment, in this person's language. */
  busy(personId: string): string | undefined
  travel(to: Extract<Deed, { do: 'travel' }>['to'], personId: string): Promise<void>
  runClock(run: boolean): void
  trouble(what: Extract<Deed, { do: 'trouble' }>['what'], on: boolean): void | Promise<void>
  dropSocket(): void
  runBot(run: boolean): Promise<void>
  startOver(how: { empty: boolean }): Promise<void>
}

export interface Scene {
  slack: Slack
  marks: ReadMarks
  world: Movable
}

/** Does what somebody did in their window. Throws a sentence for them when it cannot be done. */
export async function perform(scene: Scene, personId: string, what: Deed): Promise<Outcome> {
  const { slack, marks, world } = scene
  const reason = what.do === 'read' ? undefined : world.busy(personId)
  if (reason !== undefined) throw new Error(reason)
  const person = slack.person(personId)
  const words = wordsFor(person.user.locale)
  const here: Here = { slack, person, words }
  switch (what.do) {
    case 'say': {
      const said = person.say(what.text, { in: what.channel, ...(what.thread && { thread: what.thread }) })
      marks.note(personId, said.channel, said.ts)
      return { ok: true }
    }
    case 'command':
      return toOutcome(await person.command(what.text, { in: what.channel }))
    case 'shortcut':
      return toOutcome(await person.shortcut(what.id))
    case 'messageShortcut':
      return toOutcome(await person.messageShortcut(messageAt(here, what), what.id))
    case 'click': {
      const place = await prepared(here, what)
      const hint = { block: what.block, ...(what.option !== undefined && { value: what.option }) }
      return toOutcome(await person.click(place, what.action, hint))
    }
    case 'choose': {
      const place = await prepared(here, what)
      return toOutcome(await person.choose(what.action, toGiven(what.given, words), { in: place, block: what.block }))
    }
    case 'suggest': {
      const place = placeAt(here, what.where)
      return { ok: true, options: await person.suggest(what.action, what.query, { in: place, block: what.block }) }
    }
    case 'submit':
      await fillIn(here, inFront(here, what.view), what.filled)
      return toOutcome(await person.submit())
    case 'close':
      inFront(here, what.view)
      await person.close({ all: what.all })
      return { ok: true }
    case 'react':
    case 'unreact':
      person[what.do](messageAt(here, what), what.emoji)
      return { ok: true }
    case 'openHome':
      person.openHome(what.tab)
      return { ok: true }
    case 'read':
      // A window may still tell of what stood there before somebody started over.
      if (Number(what.ts) * 1000 < slack.clock.now() + aheadMs) marks.note(personId, what.channel, what.ts)
      return { ok: true }
    case 'join':
    case 'leave':
      person[what.do](what.channel)
      return { ok: true }
    default:
      await move(world, what, personId)
      return { ok: true }
  }
}

/** Messages of one moment stand a little apart, the last of them ahead of the clock. */
const aheadMs = 60_000

/** Who does it, and where. */
interface Here {
  slack: Slack
  person: Person
  words: Words
}

type WorldDeed = Extract<Deed, { do: 'travel' | 'runClock' | 'trouble' | 'dropSocket' | 'runBot' | 'startOver' }>

async function move(world: Movable, what: WorldDeed, personId: string): Promise<void> {
  switch (what.do) {
    case 'travel':
      return world.travel(what.to, personId)
    case 'runClock':
      return world.runClock(what.run)
    case 'trouble':
      return world.trouble(what.what, what.on)
    case 'dropSocket':
      return world.dropSocket()
    case 'runBot':
      return world.runBot(what.run)
    case 'startOver':
      return world.startOver({ empty: what.empty })
  }
}

interface Done {
  errors?: Record<string, string>
  trouble?: string
  text?: string
}

const toOutcome = ({ errors, trouble, text }: Done): Outcome => ({ ok: true, errors, trouble, text })

function messageAt({ slack, words }: Here, { channel, ts }: { channel: string; ts: string }): Message {
  return there(
    slack.messages(channel).find((one) => one.ts === ts),
    words,
  )
}

function placeAt(here: Here, spot: Where): Message | Ephemeral | View {
  const { person, words } = here
  if (spot.in === 'message') return messageAt(here, spot)
  const seen =
    spot.in === 'ephemeral'
      ? person.ephemerals(spot.channel).find((one) => one.ts === spot.ts)
      : [...person.modals, person.home].find((view) => view?.id === spot.id)
  return there<Ephemeral | View>(seen, words)
}

/** The place, with what was filled in there. */
async function prepared(here: Here, what: { where: Where; filled: Filled[] }): Promise<Message | Ephemeral | View> {
  await fillIn(here, placeAt(here, what.where), what.filled)
  return placeAt(here, what.where)
}

/** Fills in the fields that are still there. What the app hears of at once, it was told at once. */
async function fillIn({ person, words }: Here, place: Message | Ephemeral | View, fields: Filled[]): Promise<void> {
  const placed = placedElements(place.blocks ?? [])
  const inModal = 'hash' in place && place.type === 'modal'
  for (const { block, action, given: raw } of fields) {
    const field = placed.find((one) => one.blockId === block && one.actionId === action)
    if (!field?.isInput) continue
    const given = toGiven(raw, words)
    if (inModal) person.fill({ [block]: given })
    else if (field.block.dispatch_action !== true) await person.choose(action, given, { in: place, block })
  }
}

function toGiven(given: unknown, words: Words): Given {
  if (given === null || given === undefined) return null
  if (typeof given === 'string' || typeof given === 'number' || isJson(given)) return given
  if (Array.isArray(given)) return given
  throw new Error(words.cannotFill)
}

function inFront({ person, words }: Here, view: string): View {
  return there(person.modal?.id === view ? person.modal : undefined, words)
}

function there<T>(seen: T | undefined, words: Words): T {
  if (seen === undefined) throw new Error(words.gone)
  return seen
}
