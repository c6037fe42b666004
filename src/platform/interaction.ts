/** What people do in Slack, and what the listeners of a feature are handed. */
import type { ModalView, Option } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Language, Phrase } from './i18n.ts'
import type { Log } from './log.ts'
import type { Person } from './person.ts'
import type { Rendered } from './rendered.ts'

/**
 * Who may do what. Asked at every use, old buttons too.
 * `refuse` gives the sentence for the person, naming who can do it, or undefined where they may.
 */
export interface Right {
  name: string
  refuse(db: Db, request: { person: Person; value: string }, now: number): Promise<string | undefined>
}

/** A word behind `/rondo`. Both languages are always understood; no word has two meanings. */
export interface Word {
  /** All spellings, lower case; the first of each language is shown in the help. */
  words: Record<Language, [string, ...string[]]>
  /** What may follow it, for the help: 'until 3 dec'. */
  usage?: Phrase
  help: Phrase
  may: Right
  run(command: Command): Promise<void>
}

export type Listener =
  | { on: 'action'; id: string; may: Right; unstored?: Unstored; run(click: Click): Promise<void> }
  | { on: 'view'; id: string; may: Right; unstored?: Unstored; submit(submission: Submission): Promise<Answer> }
  | { on: 'options'; id: string; may: Right; suggest(typed: Suggestion): Promise<Option[]> }
  | { on: 'shortcut'; id: string; may: Right; run(shortcut: Conversation): Promise<void> }
  /** Events name no right: nobody asks for anything. */
  | { on: 'event'; type: string; run(event: SlackEvent): Promise<void> }

/** What is confided is never written down on its way, not even under a key; a crash then loses it. */
type Unstored = true

interface Request {
  db: Db
  slack: WebClient
  log: Log
  /** Read once, epoch milliseconds. */
  now: number
  person: Person
}

/** Something a person did that is answered after it has been acknowledged. */
export interface Conversation extends Request {
  /** Where they were; undefined in Home and in a modal. */
  channelId: string | undefined
  /** Says something that only they see. */
  reply(message: Rendered): Promise<void>
  /** Opens a modal. Where the trigger has died (a restart, three seconds), offers them a *Continue* button instead. */
  open(view: ModalView): Promise<OpenView | undefined>
  /** Puts another view in the place of one that is open; does nothing if they closed it meanwhile. */
  change(open: OpenView, view: ModalView): Promise<void>
}

export interface Command extends Conversation {
  channelId: string
  /** What follows the word, trimmed. */
  text: string
}

export interface Click extends Conversation {
  /** The button's value, or what was chosen. */
  value: string
  /** The message it was on. */
  message: { channelId: string; ts: string; threadTs: string | undefined } | undefined
  /** The modal or Home it was on. */
  view: (OpenView & { metadata: string; fields: Fields }) | undefined
  /** For messages that nobody else sees: puts this in the place of the one the button was on. In Home it says it as `reply` does. */
  replace(message: Rendered): Promise<void>
  /** Says what came of it: in the place of the answer that the button was on, where only they see that and it is no list; else as `reply` does. */
  answer(message: Rendered): Promise<void>
  /** Draws the list anew that the window was opened from. Only for a click within a window: what is submitted does that by itself. */
  followed(): Promise<void>
  /** Puts a modal on top of the one they are in. */
  push(view: ModalView): Promise<OpenView | undefined>
}

export interface OpenView {
  id: string
  hash: string
}

/** A modal that was submitted; decided and stored before it is acknowledged. */
export interface Submission extends Request {
  view: OpenView
  metadata: string
  fields: Fields
  /**
   * Does this once, however often Slack delivers the submission: the effect and the key are one transaction.
   * @returns what the effect returned; undefined when it had been done before
   */
  once<T>(effect: (trx: Transaction) => Promise<T>): Promise<T | undefined>
  /** Puts what had to be waited for, `after` the answer, in the window that this was answered with. @param externalId of that window */
  fill(externalId: string, view: ModalView): Promise<void>
}

/** What a submitted modal does next. `after` runs after the acknowledgement and carries nothing that must not be lost. */
export type Answer = (
  | { close: 'top' | 'all' }
  /** By block id, of input blocks. */
  | { errors: Record<string, string> }
  | { show: ModalView }
  | { push: ModalView }
) & { after?: () => Promise<void> }

export interface Suggestion extends Request {
  typed: string
}

export interface SlackEvent {
  db: Db
  slack: WebClient
  log: Log
  now: number
  workspaceId: string
  /** Slack's own event object, yet to be parsed. */
  event: unknown
}

/** What the inputs of a view hold, by action id. Empty inputs are undefined; several choices are a list, and so are the ids of files. */
export type Fields = Record<string, string | string[] | undefined>

/** A list as it stands now, for this person. */
export type List = (looking: Looking, about: string) => Promise<Rendered>

/** Who looks at something, and when. */
export interface Looking {
  db: Db
  person: Person
  /** Epoch milliseconds. */
  now: number
}
