import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { besideOf, type Step, stepOf, towards } from './menu-steps.ts'

interface MenuSettings {
  /** What the panel is called. */
  name: string
  /** What stands on the button. */
  button: ComponentChildren
  /** Said of the button where what stands on it says too little. */
  label?: string | undefined
  class?: string
  /** Where the button is only a sign that nothing can be opened now: what to do instead of opening. */
  instead?: (() => void) | undefined
  title?: string | undefined
  children(close: () => void): ComponentChildren
}

/**
 * A button that opens a panel under it. Focus goes to what is current in there, or the first; arrows, Home and End walk,
 * left and right reach what stands beside; Escape, a click elsewhere and walking out close it.
 */
export function Menu({ name, button, label, class: kind, instead, title, children }: MenuSettings) {
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }

  useLayoutEffect(() => {
    const menu = whole.current
    if (!open || !menu) return
    const items = itemsIn(panel.current)
    const first = items.find((one) => one.matches('[aria-current="true"]')) ?? items[0]
    first?.focus()

    const listening = new AbortController()
    const { signal } = listening
    const leave = (target: EventTarget | null) => {
      if (target instanceof Node && !menu.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', ({ target }) => leave(target), { signal })
    menu.addEventListener('focusout', ({ relatedTarget }) => leave(relatedTarget), { signal })
    menu.addEventListener('keydown', (event) => onKey(event, panel.current, close), { signal })
    return () => listening.abort()
  }, [open])

  return (
    <div class={`menu ${kind ?? ''}`} ref={whole}>
      <button
        type="button"
        class="header-button"
        ref={opener}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-disabled={instead !== undefined}
        aria-label={label}
        title={title}
        onClick={instead ?? (() => setOpen(!open))}
      >
        {button}
      </button>
      {open && (
        <div class="menu-panel" role="dialog" aria-label={name} ref={panel}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

function onKey(event: KeyboardEvent, panel: HTMLElement | null, close: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    close()
  }
  const step = stepOf(event.key)
  if (step && !isOwn(step, event.target) && walk(panel, step)) event.preventDefault()
}

/** Moves focus. @returns whether there was somewhere to go */
function walk(panel: HTMLElement | null, step: Step): boolean {
  const items = itemsIn(panel)
  const at = items.findIndex((one) => one.matches(':focus'))
  const beside = items.map((one) => one.dataset.beside !== undefined)
  const to = step === 'in' || step === 'out' ? besideOf(at, step, beside) : towards(at, step, beside)
  const item = to === undefined ? undefined : items[to]
  item?.focus()
  return item !== undefined
}

function itemsIn(panel: HTMLElement | null): HTMLElement[] {
  return [...(panel?.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], input:not([disabled])') ?? [])]
}

/** Whether the step belongs to a field: to what is typed there, or to the choice beside it. */
function isOwn(step: Step, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false
  return target.type !== 'radio' || step === 'in' || step === 'out'
}
