import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { ChannelHead } from './channel-head.tsx'
import { Conversation } from './conversation.tsx'
import { words } from './words.ts'

/**
 * A channel or DM: what was said there, and where one writes.
 * @param visit changes with every visit, so that `at` is shown again
 */
export function ChannelView(props: { screen: Screen; channel: string; at?: string | undefined; visit?: unknown }) {
  const { screen, channel: id, at, visit } = props
  const said = useWords(words).channel
  const channel = screen.channels.find((one) => one.id === id)
  if (!channel) return <p class="channel-unknown">{said.unknown}</p>
  return (
    <section class="channel">
      <ChannelHead screen={screen} channel={channel} />
      <Conversation screen={screen} channel={channel} at={at} visit={visit} />
    </section>
  )
}
