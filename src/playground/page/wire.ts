/** What passes between the page and its server: plain data, and types only. */
import type { Json } from '../json.ts'
import type { Exchange } from '../server/exchange.ts'
import type { Ephemeral, Message, View } from '../server/shown.ts'

export type { Exchange } from '../server/exchange.ts'
export type { Ephemeral, FormValues, Message, Reaction, View } from '../server/shown.ts'

export interface PersonCard {
  id: string
  /** Short name, as in `@anna`. */
  name: string
  realName: string
  /** What they do, as in their profile. */
  title: string
  /** Slack's form: `nl-NL`. */
  locale: string
  tz: string
  /** `app` is the app itself, `slackbot` Slack's own voice. */
  kind: 'person' | 'app' | 'bot' | 'slackbot'
  admin: boolean
  guest: boolean
  deleted: boolean
}

/** A conversation the person may see. */
export interface ChannelCard {
  id: string
  /** Of a DM the name of the other. */
  name: string
  kind: 'public' | 'private' | 'im' | 'mpim'
  members: string[]
  /** The other person of a DM as seen by this one: for the DM with the app, the app's user id. */
  partner?: string | undefined
  joined: boolean
  archived: boolean
  /** Shared with another organisation. */
  connected: boolean
  /** The `ts` up to which this person has read; '0' when nothing. */
  lastRead: string
}

/** Something that can be typed after a slash. */
export interface Completion {
  /** What is put into the composer: `/rondo setup`. */
  text: string
  /** What may follow: `until 3 dec`. */
  usage?: string | undefined
  help: string
}

/** A shortcut of the app. */
export interface ShortcutCard {
  type: 'message' | 'global'
  name: string
  id: string
}

/** Where Rondo and its Slack are in time, and what goes wrong there. */
export interface WorldCard {
  /** The bot's process. */
  bot: 'running' | 'starting' | 'stopped'
  /** The story being told at the moment; people can look on, but not act. */
  story?: { title: string; done: number; of: number } | undefined
  journey?: JourneyCard | undefined
  trouble: TroubleCard
  /** Whether `startOver` and the like can be asked for here: not where somebody else moves the clock. */
  canTravel: boolean
}

export interface TroubleCard {
  /** Slack answers nothing and no socket stands. */
  outage: boolean
  /** Slack's published rate limits are kept. */
  limits: boolean
  /** How many of the next posts will stand in Slack without the app being told. */
  lostAnswers: number
  /** Sockets the app has open now. */
  sockets: number
}

/** A journey through time: the one under way, or the last. */
export interface JourneyCard {
  /** Epoch ms. */
  from: number
  to: number
  over: boolean
  /** Where it stopped and something was said, oldest first. */
  stops: StopCard[]
}

export interface StopCard {
  /** Epoch ms. */
  at: number
  /** What the app said in channels this person sees, and what it changed there. */
  posts: { channel: string; ts: string }[]
  changes: { channel: string; ts: string }[]
  /** How many direct messages people got, new ones and changed ones. */
  direct: number
  /** How many of those were to this person. */
  mine: number
}

/** A part that is left out did not change. */
export interface Update {
  /** Forget what was before: the first on a connection, and after a start over. */
  fresh?: true
  /** How many times the workspace began anew. */
  era?: number
  team?: { id: string; name: string; domain: string }
  /** The person whose window this is. */
  me?: string
  people?: PersonCard[]
  groups?: { id: string; handle: string }[]
  channels?: ChannelCard[]
  /** By channel: messages that are new or changed, and the `ts` of those that are gone. */
  messages?: Record<string, { put: Message[]; gone: string[] }>
  /** All that this person still sees. */
  ephemerals?: Ephemeral[]
  /** The open modals, the root first. */
  modals?: View[]
  /** Null when the app has never published one. */
  home?: View | null
  completions?: Completion[]
  shortcuts?: ShortcutCard[]
  /** `now` is epoch ms at the moment of sending; it goes on by itself while `running`. */
  clock?: { now: number; running: boolean }
  world?: WorldCard
  /** Only for those who asked with `traffic=1`. */
  traffic?: { cleared: boolean; put: Exchange[] }
}

/** Something with blocks that a person has in front of them. */
export type Where =
  | { in: 'message'; channel: string; ts: string }
  | { in: 'ephemeral'; channel: string; ts: string }
  | { in: 'view'; id: string }

/** What was filled in and is told now: as Slack keeps it (an option, an id, a date, a text …); null when emptied. */
export interface Filled {
  block: string
  action: string
  given: unknown
}

export type Destination =
  | { hours: number }
  | { next: 'morning' | 'occurrence' }
  /** Epoch ms. */
  | { instant: number }

/** What a person does in the page. */
export type Deed =
  | { do: 'say'; channel: string; text: string; thread?: string | undefined }
  | { do: 'command'; channel: string; text: string }
  | { do: 'shortcut'; id: string }
  | { do: 'messageShortcut'; channel: string; ts: string; id: string }
  /** @param option the value of an overflow menu's option @param filled what stands in other fields there */
  | { do: 'click'; where: Where; block: string; action: string; option?: string | undefined; filled: Filled[] }
  | { do: 'choose'; where: Where; block: string; action: string; given: unknown; filled: Filled[] }
  | { do: 'suggest'; where: Where; block: string; action: string; query: string }
  | { do: 'submit'; view: string; filled: Filled[] }
  | { do: 'close'; view: string; all: boolean }
  | { do: 'react' | 'unreact'; channel: string; ts: string; emoji: string }
  | { do: 'openHome'; tab: 'home' | 'messages' }
  | { do: 'read'; channel: string; ts: string }
  | { do: 'join' | 'leave'; channel: string }
  | { do: 'travel'; to: Destination }
  | { do: 'runClock'; run: boolean }
  | { do: 'trouble'; what: 'outage' | 'limits' | 'lostAnswer'; on: boolean }
  | { do: 'dropSocket' }
  | { do: 'runBot'; run: boolean }
  | { do: 'startOver'; empty: boolean }

/** What came of it. What changed comes by itself as an update, before this. */
export type Outcome =
  | {
      ok: true
      /** What stands under fields, by block id. */
      errors?: Record<string, string> | undefined
      /** What Slack tells the person when the app did not answer, or not as it should. */
      trouble?: string | undefined
      /** The text of an answer to a command that only this person sees. */
      text?: string | undefined
      /** Offered by the app for an external select: options, or groups of them. */
      options?: Json[] | undefined
    }
  /** It could not be done as asked: a sentence for the person. */
  | { ok: false; why: string }
