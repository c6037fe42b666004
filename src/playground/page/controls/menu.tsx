import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { usePopover } from '../shared/popover.ts'
import { steppedInRows } from '../shared/steps.ts'

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
  const { open, box, opener, close, toggle } = usePopover(walk)

  useLayoutEffect(() => {
    const items = itemsIn(box.current)
    const first = items.find((one) => one.matches('[aria-current="true"]')) ?? items[0]
    first?.focus()
  }, [open, box])

  return (
    <div class={`menu ${kind ?? ''}`} ref={box}>
      <button
        type="button"
        class="header-button"
        ref={opener}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-disabled={instead !== undefined}
        aria-label={label}
        title={title}
        onClick={instead ?? toggle}
      >
        {button}
      </button>
      {open && (
        <div class="menu-panel" role="dialog" aria-label={name}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

function walk(event: KeyboardEvent): void {
  const { currentTarget, target, key } = event
  if (!(currentTarget instanceof HTMLElement) || isOwn(key, target)) return
  const items = itemsIn(currentTarget)
  const at = items.findIndex((one) => one.matches(':focus'))
  const beside = items.map((one) => one.dataset.beside !== undefined)
  const next = steppedInRows(key, at, beside)
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}

const usable = '.menu-panel :is(button:not([disabled]), a[href], input:not([disabled]))'

function itemsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>(usable) ?? [])]
}

/** Whether the key belongs to a field: to what is typed there, or to the choice beside it. */
function isOwn(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false
  return target.type !== 'radio' || key === 'ArrowRight' || key === 'ArrowLeft'
}
