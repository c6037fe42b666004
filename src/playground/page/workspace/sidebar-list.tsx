import type { ComponentChildren } from 'preact'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import type { ChannelCard } from '../wire.ts'
import { ChannelMark } from './channel-mark.tsx'
import { Icon } from './icons.tsx'
import { SidebarLink } from './sidebar-link.tsx'
import type { Sight } from './sight.ts'
import { words } from './words.ts'

/** The app, channels and direct messages. */
export function SidebarList({ screen, sight, went }: { screen: Screen; sight: Sight; went: () => void }) {
  const said = useWords(words).sidebar
  const { app, appChannel, channels, others, direct, current, unread } = sight
  const unreadInApp = appChannel && unread.get(appChannel.id)
  const link = (channel: ChannelCard) => (
    <SidebarLink
      key={channel.id}
      spot={{ to: 'channel', channel: channel.id }}
      current={channel.id === current}
      unread={unread.get(channel.id)}
      went={went}
      mark={<ChannelMark screen={screen} channel={channel} />}
      name={channel.name}
      note={channel.kind === 'private' ? said.private : undefined}
    />
  )
  return (
    <>
      {app && (
        <Group title={said.apps}>
          <SidebarLink
            spot={{ to: 'app', tab: unreadInApp?.count ? 'messages' : 'home' }}
            current={current !== undefined && current === appChannel?.id}
            unread={unreadInApp}
            went={went}
            mark={<Avatar person={app} size="tiny" />}
            name={app.realName}
          />
        </Group>
      )}
      <Group title={said.channels}>{channels.map(link)}</Group>
      {others.length > 0 && (
        <details class="sidebar-browse" open={others.some(({ id }) => id === current)}>
          <summary>
            <Icon name="fold" />
            {said.browse}
          </summary>
          <ul>{others.map(link)}</ul>
        </details>
      )}
      {direct.length > 0 && <Group title={said.direct}>{direct.map(link)}</Group>}
    </>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="sidebar-group">
      <h2 class="sidebar-title">{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}
