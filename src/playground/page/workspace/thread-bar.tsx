import { useWords } from '../reading.ts'
import { Avatar } from '../shared/avatar.tsx'
import { SpotLink } from '../shared/spot-link.tsx'
import type { Message } from '../wire.ts'
import { personOf } from './names.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

const mostFaces = 5

/** Who replied and when last; leads to the thread. */
export function ThreadBar({ message, setting }: { message: Message; setting: Setting }) {
  const said = useWords(words)
  const { reply_count: count = 0, reply_users: users = [], latest_reply: latest, channel, ts } = message
  if (count === 0) return null
  return (
    <SpotLink class="thread-bar" spot={{ to: 'channel', channel, thread: ts }}>
      {users.slice(0, mostFaces).map((id) => (
        <Avatar key={id} person={personOf(setting.reading, id, said.someone)} />
      ))}
      <span class="thread-bar-count">{said.message.replies(count)}</span>
      {latest && (
        <span class="thread-bar-last">{said.message.lastReply(setting.dates.moment(latest, setting.today))}</span>
      )}
    </SpotLink>
  )
}
