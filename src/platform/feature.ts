/**
 * The feature contract: what a feature registers, and what it is handed. Features know each other only through the sum of
 * these, which `app.ts` makes and hands to those who show it.
 */
import type { WebClient } from '@slack/web-api'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Phrase } from './i18n.ts'
import type { List, Listener, Word } from './interaction.ts'
import type { PartnershipRef, Person } from './person.ts'
import type { Item, ItemButton, Rendered } from './rendered.ts'
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
  /** Where there can be many of its kind, of which one is chosen where they do not all fit: 'partnerships:<id>'. */
  id?: string
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
