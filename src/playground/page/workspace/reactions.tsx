import { useActions } from '../actions.ts'
import { useWords } from '../reading.ts'
import { EmojiSign } from '../text/emoji-sign.tsx'
import type { Message, Reaction } from '../wire.ts'
import { ReactButton } from './message-tools.tsx'
import { personOf } from './names.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

export function Reactions(props: { message: Message; reactions: Reaction[]; setting: Setting }) {
  const { message, reactions, setting } = props
  return (
    <div class="reactions">
      {reactions.map((reaction) => (
        <Chip key={reaction.name} message={message} reaction={reaction} setting={setting} />
      ))}
      {setting.open && <ReactButton message={message} class="reactions-chip" />}
    </div>
  )
}

function Chip(props: { message: Message; reaction: Reaction; setting: Setting }) {
  const { message, reaction, setting } = props
  const said = useWords(words)
  const { act } = useActions()
  const { reading, open } = setting
  const mine = reaction.users.includes(reading.me)
  const who = reaction.users.map((id) => (id === reading.me ? said.you : personOf(reading, id, said.someone).realName))
  const told = said.message.reactions(listed(who, said.message.and), reaction.name)
  const toggle = () =>
    void act({ do: mine ? 'unreact' : 'react', channel: message.channel, ts: message.ts, emoji: reaction.name })
  return (
    <button
      type="button"
      class="reactions-chip"
      aria-pressed={mine}
      aria-label={`${reaction.name.replaceAll('_', ' ')}, ${reaction.count}. ${told}`}
      title={told}
      disabled={!open}
      onClick={toggle}
    >
      <EmojiSign name={reaction.name} />
      <span>{reaction.count}</span>
    </button>
  )
}

function listed(names: string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}
