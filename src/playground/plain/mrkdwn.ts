import { dateText, secondsOf } from './dates.ts'
import type { Reading } from './reading.ts'

/** Slack's mark-up as a person reads it: references by name, emphasis without its signs, the three signs unescaped. */
export function mrkdwn(text: string, reading: Reading): string {
  const parts = text.split(/(<[^<>]*>)/)
  const shown = parts.map((part) => (/^<.*>$/.test(part) ? reference(part.slice(1, -1), reading) : emphasis(part)))
  return unescaped(shown.join(''))
}

/** `&amp;`, `&lt;` and `&gt;` as signs. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function reference(inside: string, reading: Reading): string {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : inside.slice(bar + 1)
  if (target.startsWith('@')) return `@${reading.user?.(target.slice(1)) ?? (label || target.slice(1))}`
  if (target.startsWith('#')) return `#${reading.channel?.(target.slice(1)) ?? (label || target.slice(1))}`
  if (target.startsWith('!')) return command(target.slice(1), label, reading)
  const address = target.replace(/^mailto:/, '')
  return label === '' || label === address ? address : `${label} (${address})`
}

function command(target: string, label: string, reading: Reading): string {
  const [word = '', ...rest] = target.split('^')
  if (word === 'subteam') return `@${reading.group?.(rest[0] ?? '') ?? (label || rest[0])}`
  if (word !== 'date') return `@${word}`
  const seconds = secondsOf(rest[0])
  return seconds === undefined ? label : dateText(seconds, rest[1] ?? '', reading)
}

/** Takes the signs of bold, italic and code away where Slack would have shown the emphasis. */
function emphasis(text: string): string {
  return ['\\*', '_', '`'].reduce(
    (done, sign) =>
      done.replace(
        new RegExp(`(^|[\\s(["'>:;,.!?–-])${sign}(\\S|\\S[^\\n]*?\\S)${sign}(?=$|[\\s)\\]"'<:;,.!?–-])`, 'gm'),
        '$1$2',
      ),
    text,
  )
}
