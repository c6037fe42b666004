import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

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
  const [open, setOpen] = useState(props.open ?? false)
  const box = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (!open) return
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false)
    }
    addEventListener('pointerdown', elsewhere, true)
    return () => removeEventListener('pointerdown', elsewhere, true)
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (has === 'menu') move(event)
  }
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // What it stands in takes the focus when a long press ends; that is not elsewhere.
    if (!(relatedTarget instanceof Node) || !box.current || relatedTarget.contains(box.current)) return
    if (!box.current.contains(relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the button and of what opened
    <span class="popup" ref={box} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        ref={button}
        class={props.class ?? 'workspace-tool'}
        aria-label={label}
        title={label}
        aria-haspopup={has}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {face}
      </button>
      {open && (
        <Panel at={button} has={has} label={label}>
          {children(close)}
        </Panel>
      )}
    </span>
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

function move(event: KeyboardEvent): void {
  const { currentTarget, key } = event
  if (!(currentTarget instanceof HTMLElement)) return
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const now = items.indexOf(document.activeElement as HTMLElement)
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[key]
  if (next === undefined || items.length === 0) return
  event.preventDefault()
  items.at(next % items.length)?.focus()
}

/** One line of a menu. */
export function MenuItem({ onChoose, children }: { onChoose: () => void; children: ComponentChildren }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} class="popup-item" onClick={onChoose}>
      {children}
    </button>
  )
}
