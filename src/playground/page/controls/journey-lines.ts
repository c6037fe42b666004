import type { Spot } from '../actions.ts'
import type { PageReading } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { firstLine } from '../text/plain-line.ts'
import type { JourneyCard, Message } from '../wire.ts'

/** A message that came, or changed, on a journey. */
export interface Told {
  spot: Spot
  channel: string
  /** Its first line without mark-up; undefined when it is gone again. */
  text: string | undefined
  changed: boolean
}

export interface JourneyLine {
  /** Epoch ms. */
  at: number
  told: Told[]
  direct: number
  mine: number
}

/** What a journey brought, as one person sees it; oldest first. A new message that changed as well at its stop stands there once. */
export function journeyLines(
  { stops }: Pick<JourneyCard, 'stops'>,
  messages: Screen['messages'],
  reading: PageReading,
): JourneyLine[] {
  const told = (changed: boolean) => (one: { channel: string; ts: string }) => {
    const message = messages.get(one.channel)?.findLast(({ ts }) => ts === one.ts)
    return {
      spot: spotOf(one, message),
      channel: reading.channel(one.channel) ?? one.channel,
      text: message && firstLine(message.text, reading),
      changed,
    }
  }
  return stops.map(({ at, posts, changes, direct, mine }) => {
    const further = changes.filter(({ channel, ts }) => !posts.some((one) => one.ts === ts && one.channel === channel))
    return { at, direct, mine, told: [...posts.map(told(false)), ...further.map(told(true))] }
  })
}

function spotOf({ channel, ts }: { channel: string; ts: string }, message: Message | undefined): Spot {
  const root = message?.thread_ts
  return root === undefined || root === ts
    ? { to: 'channel', channel, at: ts }
    : { to: 'channel', channel, at: ts, thread: root }
}
