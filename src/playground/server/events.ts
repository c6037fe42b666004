import { type ChannelEvents, channelEventNames, createChannelEvents } from './events/channels.ts'
import { createMessageEvents, type MessageEvents, messageEventNames } from './events/messages.ts'
import { createPeopleEvents, type PeopleEvents, peopleEventNames } from './events/people.ts'
import { createTeller } from './events/teller.ts'
import type { Mailroom } from './mailroom.ts'
import type { Workspace } from './workspace.ts'

export { verificationToken } from './events/teller.ts'

/** Every event the stand-in can send, as it is called in a manifest. */
export const knownEvents: readonly string[] = [...messageEventNames, ...channelEventNames, ...peopleEventNames]

export type Events = MessageEvents & ChannelEvents & PeopleEvents

/** Tells the app what happened, if it subscribed to it, has the scope and is in the channel. */
export function createEvents(workspace: Workspace, subscribed: ReadonlySet<string>, mailroom: Mailroom): Events {
  const teller = createTeller(workspace, subscribed, mailroom)
  return { ...createMessageEvents(teller), ...createChannelEvents(teller), ...createPeopleEvents(teller) }
}
