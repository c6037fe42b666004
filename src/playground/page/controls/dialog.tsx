import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogSettings {
  title: string
  class?: string
  /** Called when it has closed. */
  onClose(): void
  children(close: () => void): ComponentChildren
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
        {children(() => dialog.current?.close())}
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
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <>
          <p>{line}</p>
          <div class="controls-choice">
            <button type="button" class="button" data-size="small" onClick={close}>
              {no}
            </button>
            <button
              type="button"
              class="button"
              data-size="small"
              data-style="danger"
              onClick={() => {
                close()
                onYes()
              }}
            >
              {yes}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
