import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Spot } from '../actions.ts'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { jumpsFor } from './jumps.ts'
import { appOf } from './names.ts'
import { words } from './words.ts'

/** Goes to a channel by its name. Open until it is closed. */
export function JumpTo({ screen, choose, close }: { screen: Screen; choose: (spot: Spot) => void; close: () => void }) {
  const said = useWords(words)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const jumps = jumpsFor(query, screen.channels, appOf(screen))
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  const take = (spot: Spot) => {
    dialog.current?.close()
    choose(spot)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: jumps.length - 1 }[event.key]
    const jump = jumps[chosen]
    if (step !== undefined && jumps.length > 0) {
      event.preventDefault()
      setChosen((chosen + step) % jumps.length)
    } else if (event.key === 'Enter' && jump && !event.isComposing) {
      event.preventDefault()
      take(jump.spot)
    }
  }
  return (
    <dialog
      class="jump-to"
      ref={dialog}
      aria-label={said.jump.title}
      onClose={close}
      onPointerDown={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
    >
      <input
        type="text"
        role="combobox"
        class="jump-to-field"
        aria-label={said.jump.title}
        placeholder={said.jump.placeholder}
        aria-expanded={jumps.length > 0}
        aria-controls="jump-list"
        aria-activedescendant={jumps[chosen] && `jump-${jumps[chosen].key}`}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jump-list" role="listbox" aria-label={said.jump.title}>
        {jumps.map((jump, at) => (
          // The field keeps the focus and hears the keys.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={jump.key}
            id={`jump-${jump.key}`}
            role="option"
            class="offers-item"
            aria-selected={at === chosen}
            onPointerMove={() => setChosen(at)}
            onClick={() => take(jump.spot)}
          >
            {jump.is === 'app' ? (
              <Avatar person={jump.app} size="tiny" />
            ) : (
              <ChannelMark screen={screen} channel={jump.channel} />
            )}
            <span class="offers-label">{jump.name}</span>
            {jump.is === 'app' && <span class="offers-detail">{said.jump.app}</span>}
          </div>
        ))}
      </div>
      {jumps.length === 0 && (
        <p class="jump-to-nothing" role="status">
          {said.jump.nothing}
        </p>
      )}
    </dialog>
  )
}
