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
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-focus-first="true"]')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
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
