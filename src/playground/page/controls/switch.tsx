import { useId } from 'preact/hooks'
import { useActions } from '../actions.ts'

interface SwitchSettings {
  name: string
  /** One line under it: what happens, and what to watch for. */
  hint: string
  on: boolean
  wait?: string | undefined
  onSwitch(on: boolean): void
}

/** Something that is on or off, changed at once. */
export function Switch({ name, hint, on, wait, onSwitch }: SwitchSettings) {
  const { notify } = useActions()
  const line = useId()
  return (
    <div class="switch">
      <button
        type="button"
        role="switch"
        class="switch-button"
        aria-checked={on}
        aria-disabled={wait !== undefined}
        aria-describedby={line}
        onClick={() => (wait === undefined ? onSwitch(!on) : notify(wait))}
      >
        <span>{name}</span>
        <span class="switch-track" aria-hidden="true" />
      </button>
      <p class="controls-hint" id={line}>
        {wait ?? hint}
      </p>
    </div>
  )
}
