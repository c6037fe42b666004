import { useEffect } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Conversation } from './conversation.tsx'
import { Icon } from './icons.tsx'
import { callOf } from './names.ts'
import { words } from './words.ts'

/** A thread beside its channel; on a phone over it. Escape closes it. */
export function ThreadPane(props: {
  screen: Screen
  channel: string
  root: string
  at?: string | undefined
  visit?: unknown
}) {
  const { screen, channel: id, root, at, visit } = props
  const said = useWords(words)
  const { go } = useActions()
  const channel = screen.channels.find((one) => one.id === id)
  const close = () => {
    go({ to: 'channel', channel: id })
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`.app-main [data-key="message ${root}"]`)?.focus({ preventScroll: true })
    })
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [id, root, go])
  const there = (screen.messages.get(id) ?? []).some((one) => one.ts === root || one.thread_ts === root)
  return (
    <aside class="thread" aria-label={said.thread.label}>
      <header class="channel-head">
        <h2 class="channel-name">
          {said.thread.title}
          {channel && <span class="thread-channel">{callOf(channel)}</span>}
        </h2>
        <button
          type="button"
          class="workspace-tool"
          aria-label={said.thread.close}
          title={said.thread.close}
          ref={takeFocus}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      {channel && there ? (
        <Conversation screen={screen} channel={channel} thread={root} at={at} visit={visit} />
      ) : (
        <p class="channel-unknown">{said.thread.gone}</p>
      )}
    </aside>
  )
}

/** On opening the focus goes to where one writes, where there is such a place; on a phone to the way out. */
function takeFocus(button: HTMLElement | null): void {
  if (!button) return
  requestAnimationFrame(() => {
    const field = button.closest('.thread')?.querySelector<HTMLElement>('.composer-field')
    const phone = matchMedia('(max-width: 760px)').matches
    if (!button.closest('.thread')?.contains(document.activeElement)) (phone ? button : (field ?? button)).focus()
  })
}
