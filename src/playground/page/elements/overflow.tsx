import { useEffect, useRef, useState } from 'preact/hooks'
import { objects, textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { stepped } from '../shared/steps.ts'
import { safeAddress, useFollow } from '../text/link.tsx'
import { TextObject } from '../text/text-object.tsx'
import { useDoing } from './doing.tsx'
import { Floating } from './floating.tsx'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** The menu behind three dots. */
export function Overflow(props: ElementProps) {
  const { element } = props
  const doing = useDoing(props)
  const own = useWords(words)
  const follow = useFollow()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const options = objects(element.options)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useEffect(() => {
    if (open) items()[0]?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const choose = (at: number) => {
    close()
    const address = safeAddress(options[at]?.url)
    doing.press(textOf(options[at]?.value), address ? () => follow(address) : undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation()
      return close()
    }
    const all = items()
    const next = stepped(event.key, all.indexOf(document.activeElement as HTMLElement), all.length)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    all[next]?.focus()
  }
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button"
        data-look="icon"
        data-busy={doing.busy}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={own.more}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <svg class="elements-icon" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
          <circle cx="3" cy="8" r="1.5" />
          <circle cx="8" cy="8" r="1.5" />
          <circle cx="13" cy="8" r="1.5" />
        </svg>
      </button>
      {open && (
        <Floating anchor={opener} class="elements-floating" width={220} onLeave={() => setOpen(false)}>
          <div ref={menu} role="menu" tabIndex={-1} aria-label={own.more} class="elements-menu" onKeyDown={onKeyDown}>
            {options.map((option, at) => (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                key={String(option.value)}
                class="elements-option"
                onClick={() => choose(at)}
              >
                <span>
                  <TextObject text={option.text} />
                </span>
                {option.description !== undefined && (
                  <small>
                    <TextObject text={option.description} />
                  </small>
                )}
              </button>
            ))}
          </div>
        </Floating>
      )}
      {doing.aside}
    </>
  )
}
