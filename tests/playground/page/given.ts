import type { Screen } from '../../../src/playground/page/screen.ts'
import type { ChannelCard, Ephemeral, Message, PersonCard, WorldCard } from '../../../src/playground/page/wire.ts'

/** A `ts` of an instant that is written as in `2026-04-08T09:30:00Z`. */
export const ts = (instant: string): string => (Date.parse(instant) / 1000).toFixed(6)

let serial = 0

/** Something that was said. */
export function said(instant: string, over: Partial<Message> = {}): Message {
  return message(ts(instant), over)
}

export function message(at: string, over: Partial<Message> = {}): Message {
  serial += 1
  return { channel: 'C1', type: 'message', ts: at, user: 'U2', team: 'T1', text: `Words ${serial}`, ...over }
}

export function whispered(instant: string, over: Partial<Ephemeral> = {}): Ephemeral {
  return { user: 'U1', channel: 'C1', ts: ts(instant), text: 'Nothing is open.', ...over }
}

export function channel(over: Partial<ChannelCard> = {}): ChannelCard {
  return {
    id: 'C1',
    name: 'marketing-sales',
    kind: 'public',
    members: ['U1', 'U2'],
    joined: true,
    archived: false,
    connected: false,
    lastRead: '0',
    ...over,
  }
}

export function person(id: string, realName: string, over: Partial<PersonCard> = {}): PersonCard {
  return {
    id,
    name: (realName.split(' ')[0] ?? '').toLowerCase(),
    realName,
    title: '',
    locale: 'en-GB',
    tz: 'Europe/London',
    kind: 'person',
    admin: false,
    guest: false,
    deleted: false,
    ...over,
  }
}

export const app = person('UB', 'Rondo', { kind: 'app' })
export const people = [person('U1', 'Anna de Wit'), person('U2', 'Ben Okafor'), person('U3', 'Zoë Kuipers'), app]
export const appChannel = channel({ id: 'D1', name: 'Rondo', kind: 'im', members: ['U1', 'UB'], partner: 'UB' })

export function world(over: Partial<WorldCard> = {}): WorldCard {
  const trouble = { outage: false, limits: false, lostAnswers: 0, sockets: 1 }
  return { bot: 'running', trouble, canTravel: true, ...over }
}

/** What Anna sees, on 8 April 2026 at half past eleven in Amsterdam. */
export function screenOf(over: Partial<Screen> = {}): Screen {
  const [me] = people
  if (!me) throw new Error('Nobody is there.')
  return {
    era: 0,
    team: { id: 'T1', name: 'Fernhill', domain: 'fernhill' },
    me,
    people: new Map(people.map((one) => [one.id, one])),
    groups: new Map(),
    channels: [channel(), appChannel],
    messages: new Map(),
    ephemerals: [],
    modals: [],
    home: undefined,
    completions: [],
    shortcuts: [],
    clock: { now: Date.parse('2026-04-08T09:30:00Z'), running: false, at: 0 },
    world: world(),
    traffic: undefined,
    ...over,
  }
}
