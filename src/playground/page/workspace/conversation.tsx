import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { useReading, useWords } from '../reading.ts'
import { type Screen, timeOn } from '../screen.ts'
import type { ChannelCard } from '../wire.ts'
import { ChannelIntro } from './channel-intro.tsx'
import { Composer } from './composer.tsx'
import { tsOf } from './dates.ts'
import { MessageList } from './message-list.tsx'
import { appOf, callOf, useDates } from './names.ts'
import { NewsTeller } from './news-teller.tsx'
import { inChannel, inThread, type Line, toItems } from './rows.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

/** Messages and what one writes: of a channel, or of one thread in it. */
export function Conversation(props: {
  screen: Screen
  channel: ChannelCard
  thread?: string | undefined
  at?: string | undefined
  visit?: unknown
}) {
  const { screen, channel, thread, at, visit } = props
  const said = useWords(words)
  const [lines, tell] = useLines(screen)
  const setting = useSetting(screen, channel, thread !== undefined)
  const messages = screen.messages.get(channel.id) ?? none
  const whispers = useMemo(
    () => screen.ephemerals.filter((one) => one.channel === channel.id && one.thread_ts === thread),
    [screen.ephemerals, channel.id, thread],
  )
  const items = useMemo(() => {
    const here = thread === undefined ? inChannel(messages) : inThread(messages, thread)
    return toItems(here, whispers, lines)
  }, [messages, whispers, lines, thread])
  const whole = thread === undefined
  const onSeen = useOnSeen(screen, channel)
  const unreadAfter = useUnreadMark(channel)
  return (
    <>
      <MessageList
        items={items}
        setting={setting}
        label={whole ? said.channel.messages(callOf(channel)) : said.thread.label}
        intro={whole && <ChannelIntro screen={screen} channel={channel} />}
        unreadAfter={whole ? unreadAfter : undefined}
        at={at}
        visit={visit}
        lastRead={channel.lastRead}
        onSeen={whole ? onSeen : undefined}
      />
      <NewsTeller items={items} setting={setting} />
      <Foot screen={screen} channel={channel} thread={thread} tell={tell} />
    </>
  )
}

const none: never[] = []

/** The composer, or why there is none. */
function Foot(props: Parameters<typeof Composer>[0]) {
  const { screen, channel } = props
  const said = useWords(words).channel
  const { act } = useActions()
  const name = callOf(channel)
  if (channel.archived) return <p class="conversation-foot">{said.archived(name)}</p>
  if (channel.partner && screen.people.get(channel.partner)?.kind === 'app')
    return <p class="conversation-foot">{said.readOnly}</p>
  if (channel.joined) return <Composer {...props} />
  return (
    <div class="conversation-foot">
      <p>{said.notJoined(name)}</p>
      <button
        type="button"
        class="button"
        data-style="primary"
        onClick={() => act({ do: 'join', channel: channel.id })}
      >
        {said.join}
      </button>
    </div>
  )
}

function useSetting(screen: Screen, channel: ChannelCard, thread: boolean): Setting {
  const reading = useReading()
  const dates = useDates()
  const today = dates.day(tsOf(timeOn(screen, performance.now())))
  const app = appOf(screen)
  const shortcuts = useMemo(() => screen.shortcuts.filter(({ type }) => type === 'message'), [screen.shortcuts])
  const channelName = callOf(channel)
  const open = channel.joined && !channel.archived
  return useMemo(
    () => ({ reading, dates, today, app, shortcuts, channelName, thread, open }),
    [reading, dates, today, app, shortcuts, channelName, thread, open],
  )
}

/** Lines of this window alone, and a way to add one at the workspace's present. */
function useLines(screen: Screen): [Line[], (text: string, trouble: boolean) => void] {
  const [lines, setLines] = useState<Line[]>([])
  const now = useRef(screen)
  now.current = screen
  const tell = useCallback((text: string, trouble: boolean) => {
    const ts = tsOf(timeOn(now.current, performance.now()))
    setLines((before) => [...before, { id: before.length, ts, text, trouble }])
  }, [])
  return [lines, tell]
}

/** Up to where was read when one came, or came back to the window. */
function useUnreadMark({ joined, lastRead }: ChannelCard): string | undefined {
  const [mark, setMark] = useState(lastRead)
  const latest = useRef(lastRead)
  latest.current = lastRead
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') setMark(latest.current)
    }
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [])
  return joined ? mark : undefined
}

/** Nobody has read anything where they cannot act. */
function useOnSeen({ world }: Screen, { id, joined }: ChannelCard): ((ts: string) => void) | undefined {
  const { act } = useActions()
  const reads = joined && !world.story
  return useMemo(
    () => (reads ? (ts: string) => void act({ do: 'read', channel: id, ts }) : undefined),
    [reads, id, act],
  )
}
