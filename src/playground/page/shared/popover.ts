import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * What opens at a button: closes with Escape, a press elsewhere and when the focus goes elsewhere.
 * @param walk hears the other keys while it is open; the same function each time
 * @param first whether it is open from the beginning
 * @returns `box` for what holds both, `opener` for the button; `close` gives the focus back to it
 */
export function usePopover(walk?: (event: KeyboardEvent) => void, first = false) {
  const [open, setOpen] = useState(first)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    const whole = box.current
    if (!open || !whole) return
    const listening = new AbortController()
    const { signal } = listening
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !whole.contains(target)) setOpen(false)
    }
    const onFocusOut = ({ relatedTarget: next }: FocusEvent) => {
      // What it stands in takes the focus when a long press ends; that is not elsewhere.
      if (next instanceof Node && !whole.contains(next) && !next.contains(whole)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return walk?.(event)
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    document.addEventListener('pointerdown', onPress, { capture: true, signal })
    whole.addEventListener('focusout', onFocusOut, { signal })
    whole.addEventListener('keydown', onKey, { signal })
    return () => listening.abort()
  }, [open, walk])
  return { open, box, opener, close, toggle: () => (open ? close() : setOpen(true)) }
}
