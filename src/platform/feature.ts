/**
 * The feature contract: what a feature registers, and what it is handed. Features know each other only through the sum of
 * these, which `app.ts` makes and hands to those who show it.
 */
import type { Block, KnownBlock, ModalView, Option } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Language, Phrase } from './i18n.ts'
import type { Log } from './log.ts'
import type { Scene } from './story.ts'

export interface Feature {
  /** The prefix of everything it registers: 'checkins' → 'checkins:answer'. */
  name: string
  words?: Word[]
  listeners?: Listener[]
  jobs?: Job[]
  /** What it says in Slack, by name: 'checkins:opening'. */
  messages?: Record<string, Message>
  /** What happens on the dates of its schedules, by name: 'checkins:occurrence'. */
  schedules?: Record<string, ScheduleKind>
  /** What waits for this person today: lines of their gathered message, of `/rondo` and of their Home. */
  nudges?(db: Db, person: Person, now: number): Promise<Item[]>
  /** What comes next for this person. */
  coming?(db: Db, person: Person, now: number): Promise<Item[]>
  /** What is still open between the two teams: the opening of a check-in. */
  stillOpen?(db: Db, partnership: PartnershipRef, now: number): Promise<Item[]>
  /** A partnership was set up or changed: start what it starts with, follow its hours and days off. */
  partnershipSaved?(trx: Transaction, partnership: PartnershipRef, now: number): Promise<void>
  /** Somebody went away, came back, left or lives by other clocks: what counts on them follows. */
  presenceChanged?(trx: Transaction, person: Pick<Person, 'id' | 'workspaceId'>, now: number): Promise<void>
  doctor?(db: Db, slack: WebClient, now: number): Promise<Finding[]>
  /** The schedules that speak in a channel, for `rondo doctor why`. @param channelId Slack's */
  schedulesIn?(db: Db, channelId: string): Promise<ServingSchedule[]>
  /** Numbers since a moment, for the opening of a check-in: lines of mrkdwn in the language of the partnership. */
  figures?(db: Db, partnership: PartnershipRef, period: Period): Promise<string[]>
  /** What came of what somebody raised: *because of your feedback*. Lines of mrkdwn in the language of the partnership. */
  outcomes?(db: Db, partnership: PartnershipRef, period: Period): Promise<string[]>
  /** Its sections of App Home, below what waits and what is next. */
  home?(db: Db, person: Person, now: number): Promise<HomeSection[]>
  /** What somebody can set, their own and what they lead: `/rondo settings`, and the end of App Home. */
  settings?(db: Db, person: Person, now: number): Promise<HomeSection[]>
  /** All it keeps that this person may see, in their language; never when somebody did something. */
  export?(db: Db, person: Person, now: number): Promise<ExportTable[]>
  /** Somebody is no longer on a side: what they had there goes to who speaks for it now, who hears of it. */
  personLeft?(trx: Transaction, left: Departure, now: number): Promise<void>
  /** Lists that somebody asks for, by name: 'goals:list'. They follow what that person does from them. */
  lists?: Record<string, List>
  /** Where it is a part of the product that team leads turn on when they are ready for it. */
  part?: Part
  /** What the people of the demo do with it, in the order of time. */
  story?: readonly Scene[]
}

/** From a moment on, until another: epoch milliseconds. */
export interface Period {
  since: number
  until: number
}

/** A section of App Home. Home decides how many lines fit. */
export interface HomeSection {
  /** Plain text. */
  title: string
  items: readonly Item[]
  /** Said where there are no lines, or below them; mrkdwn. */
  note?: string
  /** Below it all. */
  buttons?: readonly ItemButton[]
}

/** One file of an export. */
export interface ExportTable {
  /** Of the file, without its ending: 'actions'. */
  name: string
  columns: readonly string[]
  /** As many cells as there are columns. */
  rows: readonly (readonly (string | number)[])[]
}

export interface Departure {
  person: Pick<Person, 'id' | 'workspaceId' | 'name'>
  partnershipId: string
  side: 'marketing' | 'sales'
  /** Who speaks for the side now: its team lead, else the deputy, else the other team lead; undefined where nobody is left. */
  successorId: string | undefined
}

/** The parts that can be turned on, in the order in which they are proposed. */
export const partNames = ['feedback', 'handoffs', 'accounts', 'agreements', 'pulse'] as const
export type PartName = (typeof partNames)[number]

/** A part of the product that is off until a team lead turns it on. */
export interface Part {
  name: PartName
  /** 'Key accounts' */
  title: Phrase
  /** What it brings, in one sentence. */
  about: Phrase
  /** Whether the two teams have really begun to use it: then the next part is proposed. */
  inUse(db: Db, partnershipId: string, now: number): Promise<boolean>
}

/** A schedule as the operator knows it. */
export interface ServingSchedule {
  scheduleId: string
  /** In English: 'Pipeline review (Acme)'. */
  name: string
}

/** A person as everyone may know them. */
export interface Person {
  id: string
  workspaceId: string
  slackId: string
  name: string
  language: Language
  /** IANA name. */
  zone: string
  kind: 'member' | 'guest' | 'external' | 'bot'
  admin: boolean
  /** When they want their gathered message: every working day, on the first of a week, or never: Home only. */
  messages: 'daily' | 'monday' | 'home'
}

export interface PartnershipRef {
  id: string
  workspaceId: string
  name: string
  language: Language
  zone: string
}

/** A line with buttons: one thing that waits for somebody. */
export interface Item {
  /** Unique over all features: 'actions:<id>'. */
  id: string
  /** Slack mrkdwn; what a person typed is escaped. */
  title: string
  detail?: string
  /** From when on it matters: epoch milliseconds. A later moment today is announced, not yet acted on. */
  from: number
  overdue?: boolean
  /** In a channel only a number of such: it is overdue, and its owner has not known that for long enough. */
  discreet?: boolean
  /** The partnership it belongs to. While that is in pilot mode, nobody but the pilot gets it in a message. */
  partnershipId?: string
  buttons: ItemButton[]
}

export interface ItemButton {
  /** The listener: 'actions:done'. */
  action: string
  text: string
  value: string
  primary?: boolean
}

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

/** Something to show: the text is for notifications and screen readers. */
export interface Rendered {
  text: string
  blocks: (KnownBlock | Block)[]
  /** Which of the features' lists it is, where only the person who asked sees it. */
  list?: ListRef
}

export interface ListRef {
  name: string
  /** What it was asked for: an id, a page. */
  about: string
}

/** A list as it stands now, for this person. */
export type List = (looking: Looking, about: string) => Promise<Rendered>

/** Who looks at something, and when. */
export interface Looking {
  db: Db
  person: Person
  /** Epoch milliseconds. */
  now: number
}

/** What to say; or why nothing needs saying; or when to look again because it is not the time yet (epoch milliseconds). */
export type Wording = Rendered | { skip: string } | { later: number }

/** How a delivery is worded. Rendered as late as possible; for an update once more, as it should stand now. */
export interface Message {
  render(db: Db, delivery: Outgoing, now: number): Promise<Wording>
  /** In the transaction that notes that it stands in Slack. */
  sent?(trx: Transaction, delivery: Outgoing & { channelId: string; ts: string }, sentAt: number): Promise<void>
}

export interface Outgoing {
  id: string
  workspaceId: string
  recipient: string
  about: Record<string, string>
  /** When it should have been said: epoch milliseconds. */
  dueAt: number
  /** When it was first seen to stand in Slack; undefined while it is yet to be said. */
  sentAt: number | undefined
}

export interface ScheduleKind {
  /** In the transaction that records the date. Says why where this date is not to be held. */
  occur(trx: Transaction, occurrence: DueOccurrence, now: number): Promise<{ skip: string } | undefined>
}

export interface DueOccurrence {
  id: string
  workspaceId: string
  scheduleId: string
  /** The local date that is its identity. */
  slot: string
  dueAt: number
  /** When the date after this one is due; undefined at the end. */
  nextDueAt: number | undefined
  /** When the meeting is that it serves, if any. */
  meetsAt?: number | undefined
}

/** Work that is due by what the tables say. `run` must be safe to run twice and by several replicas at once. */
export interface Job {
  name: string
  nextDue(db: Db, now: number): Promise<number | undefined>
  run(db: Db, now: number, slack: WebClient): Promise<void>
}

/** One line of `rondo doctor`. */
export interface Finding {
  ok: boolean
  about: string
  /** What is wrong and what to do about it; in English, for the operator. */
  advice?: string
}
