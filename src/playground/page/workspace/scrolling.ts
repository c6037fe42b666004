import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Item } from './rows.ts'
import { around, boundsOf, lengths, type Stretch, withNewer, withOlder } from './stretch.ts'

/** How near the edge of what is drawn one comes before more is drawn, and what counts as being at the newest; px. */
const near = { edge: 700, newest: 48 }
/** What is left free above a row that begins at the upper edge, for its tools and a line between; px. */
const above = 44
const shownMs = 3000

interface Scrolled {
  items: Item[]
  stretch: Stretch
  setStretch: (next: Stretch) => void
  at: string | undefined
  visit: unknown
  me: string
  /** Whether one begins to read a newest message that is higher than the window at its head, and not at its foot. */
  fromItsHead: boolean
}

interface Held {
  /** Whether one is at the newest and stays there. */
  stuck: boolean
  /** The first row in view and how far below the upper edge it stands, px. */
  anchor?: { key: string; top: number } | undefined
  /** The message that is to be shown as soon as it is drawn. */
  wanted?: string | undefined
  newest?: string | undefined
}

/** Keeps one where one reads, whatever comes in above and below. */
export function useScrolling(
  box: RefObject<HTMLElement | null>,
  { items, stretch, setStretch, at, visit, me, fromItsHead }: Scrolled,
) {
  const held = useRef<Held>({ stuck: at === undefined, wanted: at })
  const [away, setAway] = useState(false)
  const [missed, setMissed] = useState(false)
  const [shown, setShown] = useState<string>()
  const { from, to } = boundsOf(items, stretch)

  const last = useRef({ items, stretch, from, to })
  last.current = { items, stretch, from, to }

  const settle = () => {
    const element = box.current
    if (!element) return
    const atEnd = last.current.to === last.current.items.length
    const left = element.scrollHeight - element.scrollTop - element.clientHeight
    held.current.stuck = atEnd && left < near.newest
    held.current.anchor = firstInView(element)
    setAway(!atEnd || left > element.clientHeight / 2)
    if (held.current.stuck) setMissed(false)
  }

  useLayoutEffect(() => {
    if (at === undefined) return
    held.current.wanted = at
    setStretch(around(last.current.items, last.current.stretch, at))
  }, [at, visit])

  useLayoutEffect(() => {
    const element = box.current
    const now = held.current
    const newest = items.at(-1)
    if (!element) return
    if (now.newest === undefined && now.stuck && fromItsHead) now.anchor = tallAtEnd(element)
    if (now.anchor && now.newest === undefined) now.stuck = false
    if (now.newest !== undefined && newest && newest.ts > now.newest) {
      if (isMine(newest, me)) {
        now.stuck = true
        setStretch({})
      } else if (!now.stuck) setMissed(true)
    }
    now.newest = newest?.ts
    const target = now.wanted === undefined ? null : rowWith(element, `message ${now.wanted}`)
    if (target) {
      now.wanted = undefined
      now.stuck = false
      element.scrollTop += middleOf(target, element)
      target.focus({ preventScroll: true })
      setShown(target.dataset.ts)
    } else if (now.stuck && to === items.length) element.scrollTop = element.scrollHeight
    else if (now.anchor) {
      const row = rowWith(element, now.anchor.key)
      if (row) element.scrollTop += topOf(row, element) - now.anchor.top
    }
    settle()
    // As much that one can scroll at all, however high the window is.
    if (from > 0 && to - from < lengths.most && element.scrollHeight < element.clientHeight + near.edge / 2)
      setStretch(withOlder(items, stretch))
  }, [items, from, to, visit, at])

  useEffect(() => {
    const element = box.current
    const body = element?.lastElementChild
    if (!element || !body) return
    const watch = new ResizeObserver(() => {
      if (held.current.stuck) element.scrollTop = element.scrollHeight
    })
    watch.observe(element)
    watch.observe(body)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    if (shown === undefined) return
    const timer = setTimeout(() => setShown(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [shown])

  return {
    /** Whether the newest is out of sight, and whether something came in meanwhile. */
    away,
    missed,
    /** `ts` of the message that one was led to a moment ago. */
    shown,
    onScroll: () => {
      const element = box.current
      if (!element) return
      settle()
      const below = element.scrollHeight - element.scrollTop - element.clientHeight
      if (held.current.stuck) {
        if (to - from >= lengths.most) setStretch({})
      } else if (element.scrollTop < near.edge && from > 0) setStretch(withOlder(items, stretch))
      else if (below < near.edge && to < items.length) setStretch(withNewer(items, stretch))
    },
    toNewest: () => {
      held.current.stuck = true
      setStretch({})
      setMissed(false)
      if (box.current) box.current.scrollTop = box.current.scrollHeight
    },
  }
}

function isMine(item: Item, me: string): boolean {
  return item.is === 'message' ? item.message.user === me : true
}

function rowWith(box: HTMLElement, key: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-key="${key}"]`)
}

function topOf(row: HTMLElement, box: HTMLElement): number {
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top
}

function middleOf(row: HTMLElement, box: HTMLElement): number {
  return topOf(row, box) - Math.max(above, (box.clientHeight - row.offsetHeight) / 2)
}

/** The last row at the upper edge, where it is higher than the box. */
function tallAtEnd(box: HTMLElement): Held['anchor'] {
  const row = [...box.querySelectorAll<HTMLElement>('[data-key]')].at(-1)
  return row?.dataset.key !== undefined && row.offsetHeight > box.clientHeight
    ? { key: row.dataset.key, top: above }
    : undefined
}

function firstInView(box: HTMLElement): Held['anchor'] {
  const rows = box.querySelectorAll<HTMLElement>('[data-key]')
  const edge = box.getBoundingClientRect().top
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle
    else low = middle + 1
  }
  const row = rows[low]
  return row?.dataset.key === undefined
    ? undefined
    : { key: row.dataset.key, top: row.getBoundingClientRect().top - edge }
}
