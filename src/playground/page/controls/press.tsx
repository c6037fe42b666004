import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useActions } from '../actions.ts'
import type { Deed } from '../wire.ts'

interface PressSettings {
  class: string
  /** Why it cannot be pressed now. It stays reachable and says so, also to those who press it. */
  wait?: string | undefined
  title?: string | undefined
  label?: string | undefined
  busy?: boolean
  kind?: string
  size?: 'small'
  onPress(): void
  children: ComponentChildren
}

/** A button that, where it has to wait, says why. */
export function Press({ wait, title, label, busy = false, onPress, kind, size, children, class: name }: PressSettings) {
  const { notify } = useActions()
  return (
    <button
      type="button"
      class={name}
      data-kind={kind}
      data-size={size}
      title={wait ?? title}
      aria-label={label}
      aria-disabled={wait !== undefined}
      aria-busy={busy}
      onClick={() => (wait === undefined ? onPress() : notify(wait))}
    >
      {children}
    </button>
  )
}

/** Does one deed at a time. @returns what to do it with, and the one under way */
export function useDeed(): { doing: Deed | undefined; deed(one: Deed): Promise<boolean> } {
  const { act } = useActions()
  const [doing, setDoing] = useState<Deed>()
  const deed = async (one: Deed) => {
    setDoing(one)
    const { ok } = await act(one)
    setDoing(undefined)
    return ok
  }
  return { doing, deed }
}
