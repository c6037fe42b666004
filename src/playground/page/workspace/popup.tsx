import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePopover } from '../shared/popover.ts'
import { stepped } from '../shared/steps.ts'

/** Something that opens at a button: closes with Escape, a click elsewhere and when the focus goes elsewhere. */
export function Popup(props: {
  /** What the button says to a screen reader, and when one points at it. */
  label: string
  face: ComponentChildren
  class?: string | undefined
  /** Open from the beginning. */
  open?: boolean | undefined
  /** A menu of commands, or anything else. */
  has?: 'menu' | 'dialog' | undefined
  /** @param close gives the focus back to the button unless told otherwise */
  children: (close: () => void) => ComponentChildren
}) {
  const { label, face, has = 'menu', children } = props
  const { open, box, opener, close, toggle } = usePopover(has === 'menu' ? walk : undefined, props.open)
  return (
    <div class="popup" ref={box}>
      <button
        type="button"
        ref={opener}
        class={props.class ?? 'workspace-tool'}
        aria-label={label}
        title={label}
        aria-haspopup={has}
        aria-expanded={open}
        onClick={toggle}
      >
        {face}
      </button>
      {open && (
        <Panel at={opener} has={has} label={label}>
          {children(close)}
        </Panel>
      )}
    </div>
  )
}

function Panel(props: {
  at: { current: HTMLElement | null }
  has: 'menu' | 'dialog'
  label: string
  children: ComponentChildren
}) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [element, button] = [panel.current, props.at.current]
    if (!element || !button) return
    element.showPopover?.()
    placeAt(element, button.getBoundingClientRect())
    const first = element.querySelector<HTMLElement>('input, button, a[href]')
    first?.focus({ preventScroll: true })
  }, [props.at])
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role takes a label
    <div class="popup-panel" popover="manual" ref={panel} role={props.has} aria-label={props.label}>
      {props.children}
    </div>
  )
}

const gap = 6

/** Below the button or, where there is more room, above it; always within the window. */
function placeAt(panel: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel
  const above = button.bottom + gap + height > innerHeight && button.top > innerHeight - button.bottom
  const top = above ? button.top - gap - height : button.bottom + gap
  const left = button.left + width > innerWidth - gap ? button.right - width : button.left
  panel.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`
  panel.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`
}

function walk(event: KeyboardEvent): void {
  const { currentTarget, key } = event
  if (!(currentTarget instanceof HTMLElement)) return
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const next = stepped(key, items.indexOf(document.activeElement as HTMLElement), items.length)
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}

/** One line of a menu. */
export function MenuItem({ onChoose, children }: { onChoose: () => void; children: ComponentChildren }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} class="popup-item" onClick={onChoose}>
      {children}
    </button>
  )
}
