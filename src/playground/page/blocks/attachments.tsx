import { type Json, objects, textOf, wordsOf } from '../../json.ts'
import { secondsOf } from '../../plain/dates.ts'
import { useWords } from '../reading.ts'
import { DateText } from '../text/date.tsx'
import { Link } from '../text/link.tsx'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import { PlainText } from '../text/plain-text.tsx'
import { Blocks } from './blocks.tsx'
import { Folded } from './folded.tsx'
import { Picture } from './picture.tsx'
import { words } from './words.ts'

/** Legacy attachments and previews of links, below a message. In a place. */
export function Attachments({ attachments }: { attachments: Json[] }) {
  return (
    <div class="blocks-attachments">
      {attachments.map((one, at) => (
        <Attachment key={textOf(one.id) ?? at} attachment={one} />
      ))}
    </div>
  )
}

const namedColours: Readonly<Record<string, string>> = {
  good: 'var(--success)',
  warning: 'var(--warning)',
  danger: 'var(--danger)',
}

function colourOf(color: unknown): string {
  const name = textOf(color) ?? ''
  if (Object.hasOwn(namedColours, name)) return namedColours[name] ?? ''
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(name)?.[1]
  return digits ? `#${digits}` : 'var(--line-strong)'
}

function Attachment({ attachment }: { attachment: Json }) {
  const blocks = objects(attachment.blocks)
  const pretext = textOf(attachment.pretext)
  return (
    <div class="blocks-attachment">
      {pretext && <Mrkdwn text={pretext} />}
      <div class="blocks-attachment-body" style={{ borderInlineStartColor: colourOf(attachment.color) }}>
        {blocks.length > 0 ? <Blocks blocks={blocks} /> : <Legacy attachment={attachment} />}
      </div>
    </div>
  )
}

function Legacy({ attachment }: { attachment: Json }) {
  const { author_name, author_link, title, title_link, text, fallback, image_url, thumb_url } = attachment
  const author = textOf(author_name)
  const heading = textOf(title)
  const body = textOf(text) ?? (heading || author ? undefined : textOf(fallback))
  const picture = textOf(image_url) ?? textOf(thumb_url)
  return (
    <>
      {author && (
        <div class="blocks-attachment-author">
          <Link address={textOf(author_link) ?? ''}>{author}</Link>
        </div>
      )}
      {heading && (
        <div class="blocks-attachment-title">
          <Link address={textOf(title_link) ?? ''}>
            <PlainText text={heading} />
          </Link>
        </div>
      )}
      {body && (
        <Folded text={body}>
          <Mrkdwn text={body} />
        </Folded>
      )}
      <Fields fields={objects(attachment.fields)} />
      {picture && <Picture image={{ image_url: picture, alt_text: attachment.alt_text ?? fallback }} size="whole" />}
      <LegacyActions actions={objects(attachment.actions)} />
      <Footer attachment={attachment} />
    </>
  )
}

function Fields({ fields }: { fields: Json[] }) {
  if (fields.length === 0) return null
  return (
    <dl class="blocks-attachment-fields">
      {fields.map(({ title, value, short }) => (
        <div data-short={short === true}>
          <dt>
            <Mrkdwn text={textOf(title) ?? ''} />
          </dt>
          <dd>
            <Mrkdwn text={textOf(value) ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function LegacyActions({ actions }: { actions: Json[] }) {
  const { legacy } = useWords(words)
  if (actions.length === 0) return null
  const names = actions.map((one) => textOf(one.text) ?? wordsOf(one.text) ?? textOf(one.name) ?? '')
  return (
    <p class="blocks-unknown">
      {legacy} {names.join(', ')}
    </p>
  )
}

function Footer({ attachment: { footer, ts } }: { attachment: Json }) {
  const words = textOf(footer)
  const seconds = secondsOf(typeof ts === 'string' ? ts.replace(/\..*$/, '') : ts)
  if (!words && seconds === undefined) return null
  return (
    <div class="blocks-attachment-footer">
      {words && <Mrkdwn text={words} />}
      {words && seconds !== undefined && ' · '}
      {seconds !== undefined && <DateText seconds={seconds} form="{date_short} {time}" />}
    </div>
  )
}
