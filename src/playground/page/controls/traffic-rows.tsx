import type { VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useReading, useWords } from '../reading.ts'
import type { Exchange } from '../wire.ts'
import { stampForm } from './time-words.ts'
import { TrafficRow } from './traffic-row.tsx'
import { words } from './words.ts'

/** So near to the bottom counts as being there. */
const nearPx = 24

/** Exchanges, the newest at the bottom. Follows the newest as long as one is there. */
export function TrafficRows({ exchanges }: { exchanges: Exchange[] }) {
  const { traffic } = useWords(words)
  const list = useRef<HTMLOListElement>(null)
  const [follows, setFollows] = useState(true)
  const row = useRows()
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight })
  useLayoutEffect(() => {
    if (follows) toEnd()
  }, [exchanges, follows])
  const onScroll = () => {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = list.current ?? {}
    setFollows(scrollHeight - scrollTop - clientHeight < nearPx)
  }
  const onLatest = () => {
    setFollows(true)
    list.current?.focus({ preventScroll: true })
  }
  return (
    <div class="traffic-body">
      <ol class="traffic-rows" tabIndex={-1} ref={list} onScroll={onScroll}>
        {exchanges.map(row)}
      </ol>
      {!follows && (
        <button type="button" class="button traffic-latest" data-size="small" onClick={onLatest}>
          {traffic.latest}
        </button>
      )}
    </div>
  )
}

/** Makes the row of each exchange once: a row that is the same object is not drawn again. */
function useRows(): (exchange: Exchange) => VNode {
  const { locale, tz } = useReading()
  return useMemo(() => {
    const made = new WeakMap<Exchange, VNode>()
    const stamp = stampForm({ locale, tz })
    let count = 0
    return (exchange: Exchange) => {
      const row = made.get(exchange) ?? <TrafficRow key={count++} exchange={exchange} when={stamp(exchange.at)} />
      made.set(exchange, row)
      return row
    }
  }, [locale, tz])
}
