import { useMemo } from 'preact/hooks'
import { Attachments } from '../blocks/attachments.tsx'
import { Blocks } from '../blocks/blocks.tsx'
import { Files } from '../blocks/files.tsx'
import { PlaceProvider, usePlaceAt } from '../place.tsx'
import { useWords } from '../reading.ts'
import { Avatar } from '../shared/avatar.tsx'
import { SpotLink } from '../shared/spot-link.tsx'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import type { Ephemeral, Message } from '../wire.ts'
import { useDismissed } from './dismissed.ts'
import { focusBefore } from './focus.ts'
import { Icon } from './icons.tsx'
import { personOf } from './names.ts'
import { Reactions } from './reactions.tsx'
import type { Setting } from './setting.ts'
import { ThreadBar } from './thread-bar.tsx'
import { words } from './words.ts'

/** What somebody said: who and when, what, and what others made of it. */
export function Said({ message, headed, setting }: { message: Message; headed: boolean; setting: Setting }) {
  const said = useWords(words).message
  const { blocks, attachments, files, edited, reactions = [] } = message
  return (
    <>
      {headed ? <Head message={message} setting={setting} /> : <Time message={message} setting={setting} />}
      <div class="message-body">
        {message.subtype === 'thread_broadcast' && message.thread_ts && !setting.thread && (
          <SpotLink
            class="message-to-thread"
            spot={{ to: 'channel', channel: message.channel, thread: message.thread_ts }}
          >
            {said.inThread}
          </SpotLink>
        )}
        {!blocks?.length && message.text && <Mrkdwn text={message.text} />}
        {(blocks || attachments || files) && <InPlace message={message} />}
        {edited && (
          <span class="message-edited" title={said.editedAt(setting.dates.full(edited.ts))}>
            {said.edited}
          </span>
        )}
        {reactions.length > 0 && <Reactions message={message} reactions={reactions} setting={setting} />}
        {!setting.thread && <ThreadBar message={message} setting={setting} />}
      </div>
    </>
  )
}

function InPlace({ message: { channel, ts, blocks = [], attachments = [], files = [] } }: { message: Message }) {
  const where = useMemo(() => ({ in: 'message' as const, channel, ts }), [channel, ts])
  const place = usePlaceAt({ surface: 'message', where })
  return (
    <PlaceProvider value={place}>
      {blocks.length > 0 && <Blocks blocks={blocks} />}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {files.length > 0 && <Files files={files} />}
    </PlaceProvider>
  )
}

function Head({ message, setting }: { message: Message; setting: Setting }) {
  const said = useWords(words)
  const person = personOf(setting.reading, message.user, said.someone)
  return (
    <header class="message-head">
      <Avatar person={person} size="large" />
      <strong class="message-name">{person.realName}</strong>
      {person.kind !== 'person' && <span class="message-app">{said.app}</span>}
      <Time message={message} setting={setting} />
    </header>
  )
}

function Time({ message: { channel, ts, thread_ts }, setting }: { message: Message; setting: Setting }) {
  const thread = thread_ts === ts ? undefined : thread_ts
  return (
    <SpotLink class="message-time" spot={{ to: 'channel', channel, at: ts, thread }} title={setting.dates.full(ts)}>
      {setting.dates.time(ts)}
    </SpotLink>
  )
}

/** What the app said to this person alone. */
export function Whispered({ ephemeral, setting }: { ephemeral: Ephemeral; setting: Setting }) {
  const said = useWords(words)
  const app = setting.app ?? personOf(setting.reading, '', said.app)
  const { channel, ts, blocks = [], text } = ephemeral
  const where = useMemo(() => ({ in: 'ephemeral' as const, channel, ts }), [channel, ts])
  const place = usePlaceAt({ surface: 'message', where })
  const [gone, dismiss] = useDismissed(ephemeral, setting.reading.me)
  if (gone) return null
  return (
    <article class="message" tabIndex={-1} data-key={`ephemeral ${ts}`} data-headed="true" data-only-you="true">
      <p class="message-only-you">
        <Icon name="eye" />
        {said.message.onlyYou}
      </p>
      <header class="message-head">
        <Avatar person={app} size="large" />
        <strong class="message-name">{app.realName}</strong>
        <span class="message-app">{said.app}</span>
        <span class="message-time" title={setting.dates.full(ts)}>
          {setting.dates.time(ts)}
        </span>
      </header>
      <div class="message-body">
        {blocks.length > 0 ? (
          <PlaceProvider value={place}>
            <Blocks blocks={blocks} />
          </PlaceProvider>
        ) : (
          <Mrkdwn text={text} />
        )}
      </div>
      <button
        type="button"
        class="message-dismiss"
        onClick={({ currentTarget }) => {
          focusBefore(currentTarget)
          dismiss()
        }}
      >
        {said.message.dismiss}
      </button>
    </article>
  )
}
