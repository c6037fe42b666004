import { useEffect, useRef, useState } from 'preact/hooks'
import { type Spot, useActions } from '../actions.ts'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { focusComposer } from './focus.ts'
import { Icon } from './icons.tsx'
import { JumpTo } from './jump-to.tsx'
import { appOf, callOf } from './names.ts'
import { Badge } from './sidebar-link.tsx'
import { SidebarList } from './sidebar-list.tsx'
import { sightOf } from './sight.ts'
import { words } from './words.ts'

/** Where one can go. On a phone behind a button in a bar, which also says where one is. */
export function Sidebar({ screen, spot }: { screen: Screen; spot: Spot }) {
  const said = useWords(words).sidebar
  const { go } = useActions()
  const [open, setOpen] = useState(false)
  const [jumping, setJumping] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      setJumping(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      setOpen(false)
      toggle.current?.focus()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open])
  const went = () => {
    setOpen(false)
    focusComposer()
  }
  const sight = sightOf(screen, spot)
  return (
    <div class="sidebar" data-open={open}>
      <div class="sidebar-bar">
        <button
          type="button"
          class="sidebar-toggle"
          ref={toggle}
          aria-expanded={open}
          aria-controls="sidebar"
          onClick={() => setOpen(!open)}
        >
          <Icon name="menu" />
          <span class="visually-hidden">
            {sight.elsewhere > 0 ? `${said.open}, ${said.unread(sight.elsewhere)}` : said.open}
          </span>
          {sight.elsewhere > 0 && <Badge count={sight.elsewhere} />}
        </button>
        <span class="sidebar-here">{nameOf(screen, spot)}</span>
      </div>
      {open && <div class="sidebar-shade" onPointerDown={() => setOpen(false)} />}
      <nav id="sidebar" class="sidebar-nav" aria-label={said.label}>
        <p class="sidebar-team">{screen.team.name}</p>
        <button type="button" class="sidebar-jump" onClick={() => setJumping(true)}>
          <Icon name="search" />
          {said.jump}
          <kbd>Ctrl K</kbd>
        </button>
        <SidebarList screen={screen} sight={sight} went={went} />
      </nav>
      {jumping && (
        <JumpTo
          screen={screen}
          close={() => setJumping(false)}
          choose={(next) => {
            go(next)
            went()
          }}
        />
      )}
    </div>
  )
}

function nameOf(screen: Screen, spot: Spot): string {
  if (spot.to === 'app') return appOf(screen)?.realName ?? ''
  const channel = spot.to === 'channel' && screen.channels.find(({ id }) => id === spot.channel)
  return channel ? callOf(channel) : screen.team.name
}
