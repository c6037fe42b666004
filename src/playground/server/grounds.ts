import type { Names } from '../plain/reading.ts'
import { type Plain, plain } from '../plain.ts'
import { addUser } from './founding.ts'
import { getChannel } from './lookup.ts'
import { threadOf } from './messages.ts'
import { readerOf } from './names.ts'
import { type ChannelGrounds, createChannelGrounds } from './people/channels.ts'
import type { Desk } from './people/desk.ts'
import { createUsergroupGrounds, type UsergroupGrounds } from './people/groups.ts'
import { createInstallingGrounds, type InstallingGrounds } from './people/installing.ts'
import { createPerson, type Person } from './people/person.ts'
import { postDue } from './scheduled.ts'
import type { SeedUser } from './seed.ts'
import type { Message } from './workspace.ts'

/** Looking at the workspace and changing it, as its people and its administrator do. */
export interface Grounds extends ChannelGrounds, UsergroupGrounds, InstallingGrounds {
  /** Somebody, by id or name. */
  person(idOrName: string): Person
  addPerson(seed: SeedUser): Person
  /** Roots and replies of a channel, oldest first. */
  messages(channel: string): Message[]
  /** A root and its replies. */
  thread(channel: string, ts: string): Message[]
  /** A message or view as this person reads it. */
  plain(thing: Plain, reader?: string): string
}

export function createGrounds(desk: Desk, names: Names): Grounds {
  const { workspace, office, responseUrls, forms, suggested } = desk
  const seen = new Map<string, number>()
  workspace.desks.push(office.triggers, responseUrls, forms, suggested, seen)
  const person = (idOrName: string) => createPerson(desk, idOrName, seen)
  /** What was to be posted by now stands there. */
  const channelNow = (named: string) => {
    postDue(office)
    return getChannel(workspace, named)
  }
  return {
    ...createChannelGrounds(desk),
    ...createUsergroupGrounds(desk),
    ...createInstallingGrounds(desk),
    person,
    addPerson: (seed) => {
      const user = addUser(workspace, seed)
      office.events.userChanged(user, 'team_join')
      return person(user.id)
    },
    messages: (named) => [...channelNow(named).messages],
    thread: (named, ts) => threadOf(channelNow(named), ts),
    plain: (thing, reader) =>
      plain(thing, { ...names, reader: reader === undefined ? undefined : readerOf(workspace, reader) }),
  }
}
