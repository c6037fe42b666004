import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface DialogProps {
  class: string
  labelledBy: string
  onEscape: () => void
  children: ComponentChildren
}

/** Something above all else that takes the keyboard until it is gone; then the focus is back where it was. */
export function Dialog({ class: name, labelledBy, onEscape, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    // A message that changes meanwhile may lose the button one came from.
    const around = before?.closest('article') ?? undefined
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-focus-first="true"]')?.focus()
    return () => {
      dialog?.close()
      const back = before?.isConnected ? before : around?.isConnected ? around : document.querySelector('main')
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class={name}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        // A file chooser that is dismissed says `cancel` too.
        if (event.target !== ref.current) return
        event.preventDefault()
        onEscape()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onEscape()
      }}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </dialog>
  )
}
