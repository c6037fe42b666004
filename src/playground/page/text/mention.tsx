import { type PageReading, useReading, useWords } from '../reading.ts'
import { SpotLink } from '../shared/spot-link.tsx'
import { words } from './words.ts'

/** A person by name; the reader stands out. Who it is stands in its title. */
export function UserMention({ id, label = '' }: { id: string; label?: string }) {
  const reading = useReading()
  const said = useWords(words)
  const mine = id === reading.me
  const notes = [titleOf(id, reading, said), mine ? said.you : ''].filter((one) => one !== '')
  return (
    <span class="text-mention" data-me={mine} title={notes.join(' · ') || undefined}>
      @{reading.user(id) ?? (label || id)}
    </span>
  )
}

function titleOf(id: string, reading: PageReading, said: (typeof words)['en']): string {
  const card = reading.person(id)
  if (!card) return ''
  const state = card.deleted ? said.deactivated : card.guest ? said.guest : ''
  return [card.realName, card.title, state].filter((one) => one !== '').join(' · ')
}

/** A channel by name, to go there. One the reader cannot see is private to them. */
export function ChannelMention({ id, label = '' }: { id: string; label?: string }) {
  const reading = useReading()
  const { privateChannel } = useWords(words)
  const name = reading.channel(id)
  if (name === undefined) return <span class="text-mention">{label ? `#${label}` : `🔒 ${privateChannel}`}</span>
  return (
    <SpotLink spot={{ to: 'channel', channel: id }} class="text-mention">
      #{name}
    </SpotLink>
  )
}

export function GroupMention({ id, label = '' }: { id: string; label?: string }) {
  const name = useReading().group(id) ?? (label.replace(/^@/, '') || id)
  return <span class="text-mention">@{name}</span>
}

/** `@here` and the like: the reader is meant as well. */
export function Broadcast({ range }: { range: string }) {
  return (
    <span class="text-mention" data-me={true}>
      @{range}
    </span>
  )
}
