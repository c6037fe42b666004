import { useMemo, useState } from 'preact/hooks'
import { useWords } from '../reading.ts'
import { emojiOf, findEmoji } from '../text/emoji.ts'
import { words } from './words.ts'

/** What people put under messages most. */
const usual =
  '+1 white_check_mark eyes tada heart pray raised_hands clap joy smile thinking fire rocket 100 bulb wave muscle ok_hand -1 question warning coffee sunny handshake'.split(
    ' ',
  )

export function EmojiPicker({ choose }: { choose: (name: string) => void }) {
  const said = useWords(words).message
  const [query, setQuery] = useState('')
  const found = useMemo(
    () => (query.trim() === '' ? usual : findEmoji(query.trim(), usual.length).map(({ name }) => name)),
    [query],
  )
  return (
    <div class="emoji-picker">
      <input
        type="search"
        aria-label={said.findEmoji}
        placeholder={said.findEmoji}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key !== 'Enter' || event.isComposing || first === undefined) return
          event.preventDefault()
          choose(first)
        }}
      />
      <div class="emoji-picker-signs">
        {found.map((name) => (
          <button
            type="button"
            key={name}
            aria-label={name.replaceAll('_', ' ')}
            title={`:${name}:`}
            onClick={() => choose(name)}
          >
            {emojiOf(name)}
          </button>
        ))}
      </div>
      {found.length === 0 && <p role="status">{said.noEmoji}</p>}
    </div>
  )
}
