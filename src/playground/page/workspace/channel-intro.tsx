import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import type { ChannelCard } from '../wire.ts'
import { Icon } from './icons.tsx'
import { callOf } from './names.ts'
import { words } from './words.ts'

/** What stands above the first message: which conversation this is, and who can see it. */
export function ChannelIntro({ screen, channel }: { screen: Screen; channel: ChannelCard }) {
  const said = useWords(words).channel
  const name = callOf(channel)
  return (
    <div class="channel-intro">
      <p class="channel-intro-name">
        {channel.kind === 'private' && <Icon name="lock" />}
        {name}
      </p>
      <p>
        {channel.kind !== 'im' && `${said.beginning(name)} `}
        {about()}
      </p>
    </div>
  )

  function about(): string {
    if (channel.kind === 'public') return said.public
    if (channel.kind === 'private' || channel.kind === 'mpim') return said.private
    if (channel.partner === screen.me.id) return said.self
    const app = channel.partner && screen.people.get(channel.partner)?.kind === 'app'
    return app ? said.appDirect(name) : said.direct(name)
  }
}
