import type { Names } from '../plain/reading.ts'
import { type Plain, plain } from '../plain.ts'
import { addChannel, addUser } from './founding.ts'
import { getChannel } from './lookup.ts'
import { threadOf } from './messages.ts'
import { readerOf } from './page.ts'
import type { Desk } from './people/desk.ts'
import { createPerson, type Person } from './people/person.ts'
import type { SeedChannel, SeedUser } from './seed.ts'
import type { Channel, Message } from './workspace.ts'

/** Looking at the workspace and changing it, as its people and its administrator do. */
export interface Grounds {
  /** Somebody, by id or name. */
  person(idOrName: string): Person
  addPerson(seed: SeedUser): Person
  channel(idOrName: string): Channel
  addChannel(seed: SeedChannel): Channel
  /** Archives a channel, or takes it out of the archive. */
  archive(channel: string, archived?: boolean): void
  /** Takes the app into a channel, as `/invite` does, or out of it. */
  invite(channel: string): void
  remove(channel: string): void
  /** Takes the app off the workspace; its token meets `error` from then on. */
  uninstall(error?: 'account_inactive' | 'token_revoked' | 'token_expired'): void
  /** Roots and replies of a channel, oldest first. */
  messages(channel: string): Message[]
  /** A root and its replies. */
  thread(channel: string, ts: string): Message[]
  /** A message or view as this person reads it. */
  plain(thing: Plain, reader?: string): string
}

export function createGrounds(desk: Desk, names: Names): Grounds {
  const { workspace, office } = desk
  const { events } = office
  const { userId } = workspace.bot
  const seen = new Map<string, number>()
  const person = (idOrName: string) => createPerson(desk, idOrName, seen)
  return {
    person,
    addPerson: (seed) => {
      const user = addUser(workspace, seed)
      events.userChanged(user, 'team_join')
      return person(user.id)
    },
    channel: (named) => getChannel(workspace, named),
    addChannel: (seed) => addChannel(workspace, seed),
    archive: (named, archived = true) => {
      const channel = getChannel(workspace, named)
      channel.archived = archived
      events.archived(channel)
    },
    invite: (named) => {
      const channel = getChannel(workspace, named)
      channel.members.add(userId)
      events.membership('member_joined_channel', channel, userId)
    },
    remove: (named) => {
      const channel = getChannel(workspace, named)
      channel.members.delete(userId)
      events.membership('member_left_channel', channel, userId)
    },
    uninstall: (error = 'account_inactive') => {
      events.uninstalled()
      workspace.tokenError = error
    },
    messages: (named) => [...getChannel(workspace, named).messages],
    thread: (named, ts) => threadOf(getChannel(workspace, named), ts),
    plain: (thing, reader) =>
      plain(thing, { ...names, reader: reader === undefined ? undefined : readerOf(workspace, reader) }),
  }
}
