import { useWords } from '../reading.ts'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import type { Message } from '../wire.ts'
import { Icon } from './icons.tsx'
import { personOf } from './names.ts'
import type { Line } from './rows.ts'
import type { Setting } from './setting.ts'
import { ThreadBar } from './thread-bar.tsx'
import { words } from './words.ts'

/** A small line: somebody came or went, a message is gone. */
export function Notice({ message, setting }: { message: Message; setting: Setting }) {
  const said = useWords(words)
  const { realName } = personOf(setting.reading, message.user, said.someone)
  return (
    <>
      <p class="message-notice">
        {sentence(said.message, message, realName, setting.channelName)}{' '}
        <span class="message-notice-time" title={setting.dates.full(message.ts)}>
          {setting.dates.time(message.ts)}
        </span>
      </p>
      {!setting.thread && <ThreadBar message={message} setting={setting} />}
    </>
  )
}

type Sentences = (typeof words)['en']['message']

function sentence(said: Sentences, message: Message, name: string, channel: string): string {
  if (message.subtype === 'tombstone') return said.deleted
  if (message.subtype === 'channel_join') return said.joined(name, channel)
  if (message.subtype === 'channel_leave') return said.left(name, channel)
  if (message.subtype === 'channel_name') return said.renamed(name, message.old_name ?? '', message.name ?? '')
  return message.text
}

/** A line of this window alone: the answer to a command, or what went wrong. */
export function LineRow({ line }: { line: Line }) {
  const said = useWords(words).message
  return (
    <article
      class="message"
      tabIndex={-1}
      data-key={`line ${line.id}`}
      data-only-you="true"
      data-trouble={line.trouble}
    >
      <p class="message-only-you">
        <Icon name="eye" />
        {said.onlyYou}
      </p>
      <div class="message-line">{line.trouble ? line.text : <Mrkdwn text={line.text} />}</div>
    </article>
  )
}
