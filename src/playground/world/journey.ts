import type { JourneyCard, StopCard } from '../page/wire.ts'
import type { Message } from '../server/shown.ts'
import type { Slack } from '../server/start.ts'
import type { Channel, User } from '../server/workspace.ts'

/** A journey through time, and what the app said on it. */
export interface Journey {
  /** Looks what is new since the last look. @returns whether something is */
  stop(): boolean
  /** Now, wherever it got to. */
  end(): void
  /** As this person may know it. */
  card(person: User | undefined): JourneyCard
}

type Workspace = Pick<Slack['workspace'], 'channels' | 'bot' | 'clock'>

/** What is said within so much time is said at one stop: messages to one channel or person keep a second apart. */
const togetherMs = 60_000

/** @param to where it goes: epoch milliseconds */
export function createJourney(workspace: Workspace, to: number): Journey {
  const { clock } = workspace
  const from = clock.now()
  const stops: Stop[] = []
  const look = createLook(workspace)
  look()
  let over = false
  let until = to
  return {
    stop() {
      const { said, changed } = look()
      if (said.length + changed.length === 0) return false
      add(said, changed)
      return true
    },
    end() {
      over = true
      until = clock.now()
    },
    card: (person) => ({ from, to: until, over, stops: stops.flatMap((stop) => asSeenBy(person, stop, workspace)) }),
  }

  function add(said: Message[], changed: Message[]): void {
    const isDirect = ({ channel }: Message) => workspace.channels.get(channel)?.kind === 'im'
    const direct = [...said, ...changed].filter(isDirect).map(place)
    const posts = said.filter((one) => !isDirect(one)).map(place)
    const changes = changed.filter((one) => !isDirect(one)).map(place)
    const last = stops.at(-1)
    if (!last || clock.now() - last.at >= togetherMs) {
      stops.push({ at: clock.now(), posts, changes, direct })
      return
    }
    const known = [...last.posts, ...last.changes]
    last.changes.push(...changes.filter((one) => !known.some((other) => isSame(one, other))))
    last.posts.push(...posts)
    last.direct.push(...direct)
  }
}

type Place = StopCard['posts'][number]

/** What was said at a stop, by where it stands. */
interface Stop extends Pick<StopCard, 'at' | 'posts' | 'changes'> {
  direct: Place[]
}

const place = ({ channel, ts }: Message): Place => ({ channel, ts })
const isSame = (a: Place, b: Place): boolean => a.channel === b.channel && a.ts === b.ts

/** A stop at which nothing was said that this person can see, and nobody was told anything, was none for them. */
function asSeenBy(person: User | undefined, stop: Stop, { channels }: Workspace): StopCard[] {
  const sees = (at: Place) => person !== undefined && maySee(person, channels.get(at.channel))
  const posts = stop.posts.filter(sees)
  const changes = stop.changes.filter(sees)
  const direct = stop.direct.length
  const mine = stop.direct.filter(sees).length
  return posts.length + changes.length + direct > 0 ? [{ at: stop.at, posts, changes, direct, mine }] : []
}

function maySee({ id, restricted }: User, channel: Channel | undefined): boolean {
  if (!channel) return false
  return channel.members.has(id) || (channel.kind === 'public' && !restricted)
}

/** Finds what the app said and changed since it was last asked; messages are replaced, never changed. */
function createLook({ channels, bot }: Workspace): () => { said: Message[]; changed: Message[] } {
  const seen = new Set<Message>()
  const latest = new Map<string, Message>()
  return () => {
    const said: Message[] = []
    const changed: Message[] = []
    for (const { messages } of channels.values()) {
      for (const message of messages) {
        if (seen.has(message)) continue
        seen.add(message)
        const key = `${message.channel} ${message.ts}`
        const before = latest.get(key)
        latest.set(key, message)
        if (message.user !== bot.userId) continue
        if (!before) said.push(message)
        else if (contentsOf(before) !== contentsOf(message)) changed.push(message)
      }
    }
    return { said, changed }
  }
}

/** Without what others add to it, such as the number of replies. */
const contentsOf = ({ text, blocks, attachments }: Message): string => JSON.stringify([text, blocks, attachments])
