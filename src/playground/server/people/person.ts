import type { Json } from '../../json.ts'
import { openDirectMessage } from '../founding.ts'
import { getUser } from '../lookup.ts'
import { postDue } from '../scheduled.ts'
import { homeOf, openModals } from '../views.ts'
import type { Channel, Ephemeral, Message, User, View } from '../workspace.ts'
import { type ClickOptions, type ClickOutcome, choose, click, suggest } from './click.ts'
import { type CommandOutcome, command, messageShortcut, type Outcome, shortcut } from './command.ts'
import type { Desk } from './desk.ts'
import type { Given } from './fill.ts'
import { close, fillIn, submit } from './form.ts'
import type { Where } from './spot.ts'
import type { Submission } from './submission.ts'
import { change, emote, move, openHome, type PersonChange, say, type Talk } from './talk.ts'

/** Somebody in the workspace, and what they can do and see. Everything they do throws when it is not on their screen. */
export interface Person {
  readonly id: string
  readonly name: string
  /** As Slack knows them now. */
  readonly user: User
  /** Types a slash command. Resolves when it is acknowledged or Slack gave up. */
  command(typed: string, where?: { in?: string }): Promise<CommandOutcome>
  shortcut(callbackId: string): Promise<Outcome>
  messageShortcut(message: Message, callbackId: string): Promise<Outcome>
  /** Clicks a button or an overflow option, named by its action_id or its words. */
  click(where: Where, named: string, options?: ClickOptions): Promise<ClickOutcome>
  /** Sets a select, date picker, checkboxes or input; tells the app where Slack does so. In the modal unless said. */
  choose(named: string, given: Given, options?: ClickOptions & { in?: Where }): Promise<ClickOutcome>
  /** Types in an external select; the options the app offers. */
  suggest(named: string, query: string, options?: { in?: Where; block?: string }): Promise<Json[]>
  /** Fills fields in without submitting. */
  fill(values: Record<string, Given>): View
  /** Fills fields in (by block_id, action_id or label) and submits the modal in front. */
  submit(values?: Record<string, Given>): Promise<Submission>
  /** Closes the modal in front, or all. */
  close(options?: { all?: boolean }): Promise<void>
  /** The modal in front. */
  readonly modal: View | undefined
  /** All open modals, the root first. */
  readonly modals: View[]
  /** Waits for a modal, or new contents of one, that this person was not shown before; with this callback_id if given. */
  nextModal(callbackId?: string): Promise<View>
  readonly home: View | undefined
  /** Opens the app's Home; resolves at once (see `slack.settled`). */
  openHome(tab?: 'home' | 'messages'): void
  /** What only they were shown, oldest first. */
  ephemerals(channel?: string): Ephemeral[]
  /** Their DM with the bot, oldest first. */
  directMessages(): Message[]
  say(typed: string, talk?: Talk): Message
  /** Puts an emoji under a message, without colons. */
  react(message: Message, emoji: string): Message
  unreact(message: Message, emoji: string): Message
  join(channel: string): Channel
  leave(channel: string): Channel
  change(what: PersonChange): User
  deactivate(): User
}

/** The person with this id or name. Throws when there is none. */
export function createPerson(desk: Desk, idOrName: string, seen: Map<string, number>): Person {
  const { id, name } = getUser(desk.workspace, idOrName)
  const me = () => getUser(desk.workspace, id)
  const modals = () => openModals(desk.workspace, id)
  /** What is on the screen when somebody begins to do something is no longer new. */
  const begin = () => {
    seen.set(id, Math.max(0, ...modals().map((view) => view.shown)))
    const user = me()
    if (user.deleted) throw new Error(`${user.name} is deactivated.`)
    return user
  }
  const front = (): Where => (modals().length ? 'modal' : 'home')
  return {
    id,
    name,
    get user() {
      return me()
    },
    command: async (typed, where = {}) => command(desk, begin(), typed, where.in),
    shortcut: async (callbackId) => shortcut(desk, begin(), callbackId),
    messageShortcut: async (message, callbackId) => messageShortcut(desk, begin(), callbackId, message),
    click: async (where, named, options = {}) => click(desk, begin(), where, named, options),
    choose: async (named, given, options = {}) => choose(desk, begin(), options.in ?? front(), named, given, options),
    suggest: async (named, query, options = {}) => suggest(desk, begin(), options.in ?? front(), named, query, options),
    fill: (values) => fillIn(desk, begin(), values),
    submit: async (values = {}) => submit(desk, begin(), values),
    close: async (options = {}) => close(desk, begin(), options.all ?? false),
    get modal() {
      return modals().at(-1)
    },
    get modals() {
      return modals()
    },
    nextModal: async (callbackId) => {
      const view = await desk.until(() => {
        const top = modals().at(-1)
        const isNew = top && top.shown > (seen.get(id) ?? 0)
        return isNew && (callbackId === undefined || top.callback_id === callbackId) ? top : undefined
      })
      seen.set(id, view.shown)
      return view
    },
    get home() {
      return homeOf(desk.workspace, id)
    },
    openHome: (tab = 'home') => openHome(desk, begin(), tab),
    ephemerals: (channel) => {
      const mine = desk.workspace.ephemerals.filter((one) => one.user === id)
      return channel === undefined ? mine : mine.filter((one) => one.channel === channel)
    },
    directMessages: () => {
      postDue(desk.office)
      return [...openDirectMessage(desk.workspace, id).messages]
    },
    say: (typed, talk = {}) => say(desk, begin(), typed, talk),
    react: (message, emoji) => emote(desk, begin(), message, emoji, 'add'),
    unreact: (message, emoji) => emote(desk, begin(), message, emoji, 'remove'),
    join: (channel) => move(desk, begin(), channel, 'join'),
    leave: (channel) => move(desk, begin(), channel, 'leave'),
    change: (what) => change(desk, me(), what),
    deactivate: () => change(desk, me(), { deleted: true }),
  }
}
