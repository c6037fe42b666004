import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Item } from './rows.ts'

const seenMs = 1000

/**
 * Tells of the newest message that has stood in view for a second in a window that is visible.
 * @returns to be called whenever something else comes into view
 */
export function useSeen(
  box: RefObject<HTMLElement | null>,
  props: { items: Item[]; lastRead: string | undefined; onSeen: ((ts: string) => void) | undefined },
): () => void {
  const last = useRef(props)
  last.current = props
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = () => {
    const { lastRead, onSeen } = last.current
    if (timer.current !== undefined || !onSeen || lastRead === undefined) return
    const first = newestInView(box.current)
    if (Number(first) <= Number(lastRead)) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      const second = newestInView(box.current)
      const seen = Math.min(Number(first), Number(second)) === Number(first) ? first : second
      if (Number(seen) > Number(last.current.lastRead)) last.current.onSeen?.(seen)
      if (Number(second) > Number(seen)) look()
    }, seenMs)
  }
  useEffect(look, [props.items, props.lastRead, props.onSeen])
  useEffect(() => {
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [])
  return look
}

/** @returns its `ts`; '0' when there is none, or nobody looks */
function newestInView(box: HTMLElement | null): string {
  if (!box || document.visibilityState !== 'visible') return '0'
  const edge = box.getBoundingClientRect().bottom
  const rows = box.querySelectorAll<HTMLElement>('[data-ts]')
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.getBoundingClientRect().top ?? 0) < edge) low = middle + 1
    else high = middle
  }
  return rows[low - 1]?.dataset.ts ?? '0'
}
