import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { troubleIn } from '../elements/trouble.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import type { ChannelCard, Outcome } from '../wire.ts'
import { commandOf, completed, completing, isWhole, type Offer } from './completion.ts'
import { useDrafts } from './drafts.ts'
import { Icon } from './icons.tsx'
import { callOf } from './names.ts'
import { Offers } from './offers.tsx'
import { ShortcutMenu } from './shortcut-menu.tsx'
import { words } from './words.ts'

interface ComposerProps {
  screen: Screen
  channel: ChannelCard
  /** The root's `ts`, in a thread. */
  thread?: string | undefined
  /** Says something to this person alone. */
  tell: (text: string, trouble: boolean) => void
}

/** Where one writes: messages, and commands with what completes them. */
export function Composer({ screen, channel, thread, tell }: ComposerProps) {
  const said = useWords(words).composer
  const { act } = useActions()
  const { language } = useReading()
  const drafts = useDrafts()
  const draft = `${screen.me.id} ${channel.id} ${thread ?? ''}`
  const [text, setText] = useState(drafts.get(draft) ?? '')
  const [caret, setCaret] = useState(text.length)
  const [chosen, setChosen] = useState(0)
  const [hidden, setHidden] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { completions, people, channels } = screen
  const found = hidden ? undefined : completing(text, caret, { completions, people: people.values(), channels })
  const offers = found?.offers ?? []
  const listId = `offers-${channel.id}-${thread ?? 'channel'}`.replaceAll('.', '-')

  const write = (next: string, at: number) => {
    drafts.set(draft, next)
    setText(next)
    setCaret(at)
    setChosen(0)
    setHidden(false)
  }
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    if (document.activeElement === element && element.selectionStart !== caret) element.setSelectionRange(caret, caret)
    grow(element)
  }, [text, caret])

  const take = (offer: Offer) => {
    const next = completed(text, caret, found?.start ?? 0, offer)
    write(next.text, next.caret)
    field.current?.focus()
  }
  const send = async () => {
    if (text.trim() === '') return
    const command = commandOf(text)
    if (command !== undefined) {
      if (thread !== undefined) return tell(said.notInThreads(command), true)
      const known = completions.some((one) => commandOf(one.text) === command)
      if (!known && completions.length > 0) return tell(said.notACommand(command), true)
    }
    write('', 0)
    const outcome =
      command === undefined
        ? await act({ do: 'say', channel: channel.id, text: text.trim(), thread })
        : await act({ do: 'command', channel: channel.id, text: text.trim() })
    if (outcome.ok) return hear(outcome)
    // Not what was begun meanwhile.
    if (!drafts.get(draft)) write(text, text.length)
  }
  const hear = (outcome: Outcome) => {
    if (!outcome.ok) return
    if (outcome.trouble) tell(troubleIn(language, outcome.trouble), true)
    if (outcome.text) tell(outcome.text, false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const { key } = event
    const offer = offers[chosen]
    if (offer && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      setChosen((chosen + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length)
    } else if (found && key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setHidden(true)
    } else if (
      offer &&
      ((key === 'Tab' && !event.shiftKey) || (key === 'Enter' && !event.shiftKey && !isWhole(text, completions)))
    ) {
      event.preventDefault()
      take(offer)
    } else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
  }
  const label = thread === undefined ? said.to(callOf(channel)) : said.reply
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {found && <Offers id={listId} found={found} chosen={chosen} take={take} point={setChosen} />}
      <textarea
        ref={field}
        class="composer-field"
        rows={1}
        aria-label={label}
        placeholder={label}
        value={text}
        enterkeyhint="send"
        aria-autocomplete="list"
        aria-controls={found ? listId : undefined}
        aria-activedescendant={offers.length > 0 ? `${listId}-${chosen}` : undefined}
        onInput={({ currentTarget }) => write(currentTarget.value, currentTarget.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onBlur={() => setHidden(true)}
        onFocus={() => setHidden(false)}
      />
      <div class="composer-bar">
        <ShortcutMenu screen={screen} tell={tell} />
        <span class="composer-hint">{thread === undefined && said.hint}</span>
        <button
          type="submit"
          class="composer-send"
          aria-label={said.send}
          title={said.send}
          data-ready={text.trim() !== ''}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

/** Where CSS cannot do it. */
function grow(element: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + 2}px`
}
