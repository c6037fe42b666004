import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogSettings {
  title: string
  class?: string
  onClose(): void
  children: ComponentChildren
}

/** Something to read or decide before going on. Escape and a click beside it close it; focus goes back to where it was. */
export function Dialog({ title, class: kind, onClose, children }: DialogSettings) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      class={`controls-dialog ${kind ?? ''}`}
      ref={dialog}
      aria-labelledby={name}
      onClose={onClose}
      closedby="any"
    >
      <div class="controls-dialog-body">
        <h2 id={name}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}

interface ConfirmSettings {
  title: string
  line: string
  yes: string
  no: string
  onYes(): void
  onClose(): void
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, line, yes, no, onYes, onClose }: ConfirmSettings) {
  const agree = () => {
    onClose()
    onYes()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{line}</p>
      <div class="controls-choice">
        <button type="button" class="controls-button" onClick={onClose}>
          {no}
        </button>
        <button type="button" class="controls-button" data-kind="danger" onClick={agree}>
          {yes}
        </button>
      </div>
    </Dialog>
  )
}
