import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { berthAt } from './berth.ts'

const mostHeight = 380

interface FloatingProps {
  /** What it belongs to. */
  anchor: RefObject<HTMLElement | null>
  class: string
  /** Its own width, in CSS pixels, where what it belongs to is narrower. */
  width: number
  /** When something else was pressed. */
  onLeave: () => void
  children: ComponentChildren
}

/** A list or menu above all else, next to what it belongs to; never cut off by what that stands in. */
export function Floating({ anchor, class: name, width, onLeave, children }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  const settle = useRef(() => {})
  useLayoutEffect(() => {
    const box = ref.current
    const by = anchor.current
    if (!box || !by) return
    box.showPopover()
    settle.current = () => {
      const seen = window.visualViewport
      const room = {
        left: seen?.offsetLeft ?? 0,
        top: seen?.offsetTop ?? 0,
        width: seen?.width ?? innerWidth,
        height: seen?.height ?? innerHeight,
      }
      const at = (height: number) => berthAt(by.getBoundingClientRect(), { width, height }, room)
      // How high it wants to be depends on how wide it is.
      box.style.maxHeight = 'none'
      box.style.width = `${at(mostHeight).width}px`
      const berth = at(Math.min(box.offsetHeight, mostHeight))
      box.style.left = `${berth.left}px`
      box.style.top = `${berth.top}px`
      box.style.maxHeight = `${Math.min(berth.maxHeight, mostHeight)}px`
    }
    const again = (event: Event) => {
      if (!(event.target instanceof Node) || !box.contains(event.target)) settle.current()
    }
    const away = ({ target }: Event) => {
      if (target instanceof Node && !box.contains(target) && !by.contains(target)) leave.current()
    }
    const stop = new AbortController()
    const { signal } = stop
    addEventListener('scroll', again, { capture: true, passive: true, signal })
    addEventListener('resize', again, { signal })
    window.visualViewport?.addEventListener('resize', again, { signal })
    document.addEventListener('pointerdown', away, { capture: true, signal })
    return () => stop.abort()
  }, [anchor, width])
  // What is in it may have grown or shrunk.
  useLayoutEffect(() => settle.current())
  return (
    <div ref={ref} class={name} popover="manual">
      {children}
    </div>
  )
}
