import type { ComponentChildren } from 'preact'
import { DateText } from './date.tsx'
import { EmojiSign } from './emoji-sign.tsx'
import { Link } from './link.tsx'
import { Broadcast, ChannelMention, GroupMention, UserMention } from './mention.tsx'
import type { Inline, Style } from './pieces.ts'

/** What stands in a line. */
export function Inlines({ inner }: { inner: Inline[] }) {
  return inner.map((one, at) => <OneInline key={at} one={one} />)
}

function OneInline({ one }: { one: Inline }) {
  switch (one.is) {
    case 'text':
      return <>{one.text}</>
    case 'emoji':
      return <EmojiSign name={one.name} />
    case 'styled':
      return (
        <Styled style={one.style}>
          <Inlines inner={one.inner} />
        </Styled>
      )
    case 'link':
      return (
        <Link address={one.address}>
          <Inlines inner={one.inner} />
        </Link>
      )
    case 'user':
      return <UserMention id={one.id} label={one.label} />
    case 'channel':
      return <ChannelMention id={one.id} label={one.label} />
    case 'group':
      return <GroupMention id={one.id} label={one.label} />
    case 'broadcast':
      return <Broadcast range={one.range} />
    case 'date':
      return <DateText seconds={one.seconds} form={one.form} address={one.address} />
  }
}

export function Styled({ style, children }: { style: Style; children: ComponentChildren }) {
  switch (style) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'strike':
      return <s>{children}</s>
    case 'code':
      return <code class="text-code">{children}</code>
  }
}
