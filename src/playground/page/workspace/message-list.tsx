import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useReading, useWords } from '../reading.ts'
import { Icon } from './icons.tsx'
import { MessageRow } from './message-row.tsx'
import { LineRow } from './notice.tsx'
import { type Item, type Row, toRows } from './rows.ts'
import { Whispered } from './said.tsx'
import { useScrolling } from './scrolling.ts'
import { useSeen } from './seen.ts'
import type { Setting } from './setting.ts'
import { around, boundsOf, type Stretch } from './stretch.ts'
import { keepOneReachable, walkMessages } from './walk.ts'
import { words } from './words.ts'

interface MessageListProps {
  items: Item[]
  setting: Setting
  label: string
  /** Stands above the very first item. */
  intro?: ComponentChildren
  /** The `ts` up to which was read when it was opened; undefined for no mark. */
  unreadAfter?: string | undefined
  /** The message to show, again at every new `visit`. */
  at?: string | undefined
  visit?: unknown
  /** Hears of the newest message that has been in view for a second, once it is newer than this. */
  lastRead?: string | undefined
  onSeen?: ((ts: string) => void) | undefined
}

/**
 * Messages, of which only a stretch is drawn: the newest ones, and more as one scrolls. Stays at the newest while one is
 * there, and else where one reads.
 */
export function MessageList(props: MessageListProps) {
  const { items, setting, label, intro, unreadAfter, visit, lastRead, onSeen } = props
  const at = items.some(({ ts }) => ts === props.at) ? props.at : undefined
  const said = useWords(words).list
  const { me } = useReading()
  const [stretch, setStretch] = useState<Stretch>(() => (at === undefined ? {} : around(items, {}, at)))
  const { from, to } = boundsOf(items, stretch)
  const { dates } = setting
  const rows = useMemo(
    () => toRows(items, { from, to, dates, unreadAfter, me }),
    [items, from, to, dates, unreadAfter, me],
  )
  const box = useRef<HTMLDivElement>(null)
  const { away, missed, shown, onScroll, toNewest } = useScrolling(box, {
    items,
    stretch,
    setStretch,
    at,
    visit,
    me,
    fromItsHead: setting.thread,
  })
  const look = useSeen(box, { items, lastRead, onSeen })
  useLayoutEffect(() => {
    if (box.current) keepOneReachable(box.current)
  }, [rows])
  return (
    <div class="messages">
      <section
        class="messages-scroll"
        aria-label={label}
        ref={box}
        onScroll={() => {
          onScroll()
          look()
        }}
        onKeyDown={walkMessages}
        onFocusIn={({ currentTarget }) => keepOneReachable(currentTarget)}
      >
        {!setting.thread && <h2 class="visually-hidden">{label}</h2>}
        <div class="messages-body">
          {from === 0 && intro}
          {rows.map((row) => (
            <OneRow key={row.key} row={row} setting={setting} shown={row.is === 'message' && row.ts === shown} />
          ))}
        </div>
      </section>
      {away && (
        <button type="button" class="messages-pill" data-missed={missed} onClick={toNewest}>
          <Icon name="down" />
          {missed ? said.newer : said.newest}
        </button>
      )}
    </div>
  )
}

function OneRow({ row, setting, shown }: { row: Row; setting: Setting; shown: boolean }) {
  const { list: said, message: sayings } = useWords(words)
  if (row.is === 'day') return <Divider kind="day">{setting.dates.dayName(row.day, setting.today)}</Divider>
  if (row.is === 'unread') return <Divider kind="unread">{said.unread}</Divider>
  if (row.is === 'ephemeral') return <Whispered ephemeral={row.ephemeral} setting={setting} />
  if (row.is === 'line') return <LineRow line={row.line} />
  const { message, headed } = row
  return (
    <>
      <MessageRow message={message} headed={headed} setting={setting} shown={shown} />
      {setting.thread && message.reply_count ? (
        <Divider kind="replies">{sayings.replies(message.reply_count)}</Divider>
      ) : null}
    </>
  )
}

function Divider({ kind, children }: { kind: 'day' | 'unread' | 'replies'; children: string }) {
  return (
    <div class="messages-divider" data-kind={kind}>
      <span>{children}</span>
    </div>
  )
}
