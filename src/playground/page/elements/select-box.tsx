import type { ComponentChildren, RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { Naming } from './naming.ts'

interface Opening {
  opener: RefObject<HTMLButtonElement | null>
  /** The id of the list. */
  list: string
  /** What the list was opened by typing; undefined while it is shut. */
  typed: string | undefined
  open(first: string): void
  /** @param back whether the focus goes back to what opened it */
  shut(back: boolean): void
}

/** When the list of a select is there. */
export function useOpening(): Opening {
  const [typed, setTyped] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useId()
  const shut = (back: boolean) => {
    setTyped(undefined)
    if (back) opener.current?.focus()
  }
  return { opener, list, typed, open: setTyped, shut }
}

interface SelectBoxProps {
  naming: Naming
  opening: Opening
  /** Whether nothing stands in it. */
  empty: boolean
  /** @returns whether the key has done something already */
  onKey?: (key: string) => boolean
  children: ComponentChildren
}

/** The box one presses, or types on, to get the list. */
export function SelectBox({
  naming,
  opening: { opener, list, typed, open, shut },
  empty,
  onKey,
  children,
}: SelectBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (onKey?.(event.key) || (!opens(event.key) && !isTyping(event))) return
    event.preventDefault()
    event.stopPropagation()
    open(isTyping(event) ? event.key : '')
  }
  return (
    <button
      {...naming}
      ref={opener}
      type="button"
      role="combobox"
      class="elements-select-box"
      aria-haspopup="listbox"
      aria-expanded={typed !== undefined}
      aria-controls={list}
      data-empty={empty}
      onClick={() => (typed === undefined ? open('') : shut(true))}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  )
}

const opens = (key: string) => key === 'ArrowDown' || key === 'ArrowUp'
const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
