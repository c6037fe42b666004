import type { ComponentChildren } from 'preact'
import { isJson, type Json, textOf } from '../../json.ts'
import { secondsOf } from '../../plain/dates.ts'
import { DateText } from './date.tsx'
import { signOf } from './emoji.ts'
import { EmojiSign } from './emoji-sign.tsx'
import { Styled } from './inline.tsx'
import { Link } from './link.tsx'
import { Broadcast, ChannelMention, GroupMention, UserMention } from './mention.tsx'
import type { Style } from './pieces.ts'

/** Something in a line of rich text, with its style. */
export function RichInline({ one }: { one: Json }) {
  return <InStyle style={one.style}>{inlineOf(one)}</InStyle>
}

function inlineOf(one: Json): ComponentChildren {
  const field = (key: string) => textOf(one[key]) ?? ''
  switch (one.type) {
    case 'user':
      return <UserMention id={field('user_id')} />
    case 'channel':
      return <ChannelMention id={field('channel_id')} />
    case 'usergroup':
      return <GroupMention id={field('usergroup_id')} />
    case 'broadcast':
      return <Broadcast range={field('range')} />
    case 'team':
      return <span class="text-mention">@{field('team_id')}</span>
    case 'emoji':
      return <RichEmoji one={one} />
    case 'link':
      return <Link address={field('url')}>{textOf(one.text) ?? field('url').replace(/^mailto:/, '')}</Link>
    case 'date':
      return <RichDate one={one} />
    case 'color':
      return <Colour value={field('value')} />
    default:
      return textOf(one.text) ?? textOf(one.value) ?? ''
  }
}

const styles: Style[] = ['bold', 'italic', 'strike', 'code']

function InStyle({ style, children }: { style: unknown; children: ComponentChildren }) {
  if (!isJson(style)) return <>{children}</>
  const worn = styles.filter((one) => style[one] === true)
  const dressed = worn.reduce<ComponentChildren>((inner, one) => <Styled style={one}>{inner}</Styled>, children)
  if (style.underline === true) return <u>{dressed}</u>
  return <>{dressed}</>
}

function RichEmoji({ one }: { one: Json }) {
  const name = textOf(one.name) ?? ''
  const tone = Number.isInteger(one.skin_tone) && !name.includes('::') ? `::skin-tone-${one.skin_tone}` : ''
  return <EmojiSign name={name + tone} sign={fromHex(one.unicode) ?? signOf(name + tone) ?? signOf(name)} />
}

/** Slack writes a sign as code points in hexadecimal: `1f44b-1f3fc`. */
function fromHex(unicode: unknown): string | undefined {
  if (typeof unicode !== 'string' || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode)) return undefined
  const points = unicode.split('-').map((one) => Number.parseInt(one, 16))
  return points.every((one) => one <= 0x10ffff) ? String.fromCodePoint(...points) : undefined
}

function RichDate({ one }: { one: Json }) {
  const seconds = secondsOf(one.timestamp)
  const form = textOf(one.format)
  if (seconds === undefined || form === undefined) return <>{textOf(one.fallback) ?? ''}</>
  return <DateText seconds={seconds} form={form} address={textOf(one.url)} />
}

function Colour({ value }: { value: string }) {
  const known = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)
  return (
    <span class="text-colour">
      {known && <span class="text-swatch" style={{ background: value }} aria-hidden="true" />}
      {value}
    </span>
  )
}
