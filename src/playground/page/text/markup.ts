import { inlines, verbatimWords } from './inlines.ts'
import type { Piece } from './pieces.ts'

/** Slack's mark-up: blocks of code, quotes, and all else line by line. Slack knows no lists here; neither do we. */
export function markup(text: string, { verbatim = false } = {}): Piece[] {
  return text.split(/```([^`][\s\S]*?)```/).flatMap((part, at): Piece[] => {
    if (at % 2 === 1) return [{ is: 'code', inner: verbatimWords(part.replace(/^\n|\n$/g, '')) }]
    return lines(at > 0 ? part.replace(/^\n/, '') : part, verbatim)
  })
}

const sign = /^ ?(?:>|&gt;) ?/
const restOfAll = /^ ?(?:>>>|&gt;&gt;&gt;) ?/

function lines(text: string, verbatim: boolean): Piece[] {
  const pieces: Piece[] = []
  const all = text.split('\n')
  let at = 0
  while (at < all.length) {
    const from = at
    const line = all[at] ?? ''
    if (restOfAll.test(line)) {
      const rest = [line.replace(restOfAll, ''), ...all.slice(at + 1)].join('\n')
      return [...pieces, quote(rest, verbatim)]
    }
    const quoted = sign.test(line)
    while (at < all.length && sign.test(all[at] ?? '') === quoted && (at === from || !restOfAll.test(all[at] ?? '')))
      at += 1
    const run = all.slice(from, at)
    if (quoted) pieces.push(quote(run.map((one) => one.replace(sign, '')).join('\n'), verbatim))
    else pieces.push(...paragraph(run.join('\n'), verbatim))
  }
  return pieces
}

function quote(text: string, verbatim: boolean): Piece {
  return { is: 'quote', inner: paragraph(text, verbatim) }
}

function paragraph(text: string, verbatim: boolean): Piece[] {
  return text.trim() === '' ? [] : [{ is: 'paragraph', inner: inlines(text.replace(/\n$/, ''), { verbatim }) }]
}
