import { secondsOf } from '../../plain/dates.ts'
import { unescaped } from '../../plain/mrkdwn.ts'
import type { Inline } from './pieces.ts'

/** What stands between `<` and `>`; undefined where Slack knows no such thing, so that it stays as it is written. */
export function referenceIn(inside: string): Inline | undefined {
  const bar = inside.indexOf('|')
  const target = unescaped(bar < 0 ? inside : inside.slice(0, bar))
  const label = unescaped(bar < 0 ? '' : inside.slice(bar + 1))
  if (/^@\w/.test(target)) return { is: 'user', id: target.slice(1), label }
  if (/^#\w/.test(target)) return { is: 'channel', id: target.slice(1), label }
  if (target.startsWith('!')) return command(target.slice(1), label)
  if (!/^[a-z][a-z0-9+.-]*:\S*$/i.test(target)) return undefined
  return { is: 'link', address: target, inner: [{ is: 'text', text: label || target.replace(/^mailto:/, '') }] }
}

function command(target: string, label: string): Inline | undefined {
  const [word = '', ...rest] = target.split('^')
  if (word === 'subteam' && rest[0]) return { is: 'group', id: rest[0], label }
  if (word === 'here' || word === 'channel' || word === 'everyone') return { is: 'broadcast', range: word }
  if (word !== 'date') return undefined
  const seconds = secondsOf(rest[0])
  if (seconds === undefined || !rest[1]) return { is: 'text', text: label }
  return { is: 'date', seconds, form: rest[1], address: rest[2], fallback: label }
}
