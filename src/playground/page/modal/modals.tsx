import { useId } from 'preact/hooks'
import { useActions } from '../actions.ts'
import type { View } from '../wire.ts'
import { Dialog } from './dialog.tsx'
import { Modal } from './modal.tsx'

/** The open modals, the root first; the last is in front. */
export function Modals({ modals }: { modals: View[] }) {
  const { act } = useActions()
  const title = useId()
  const front = modals.at(-1)
  if (!front) return null
  return (
    <Dialog class="modal" labelledBy={title} onEscape={() => void act({ do: 'close', view: front.id, all: false })}>
      {modals.map((view) => (
        <Modal key={view.id} view={view} front={view === front} title={view === front ? title : undefined} />
      ))}
    </Dialog>
  )
}
