/**
 * Long texts in parts that fit, with nothing lost: the parts of a text together are the text again.
 */

/**
 * Cuts a text into parts, where it can after a line or a word.
 * @param width how much room a part takes; it grows with the part
 * @returns at least one part; together they are the text
 */
export function fold(text: string, limit: number, width: (part: string) => number): string[] {
  const points = [...text]
  const parts: string[] = []
  let from = 0
  while (from < points.length) {
    const most = longest(points, from, limit, width)
    const to = most === points.length ? most : breakBefore(points, from, most)
    parts.push(points.slice(from, to).join(''))
    from = to
  }
  return parts.length > 0 ? parts : ['']
}

/** Puts texts together, in order, into as few parts as fit. A text that alone is too long keeps a part of its own. */
export function pack(texts: readonly string[], limit: number, between: string): string[] {
  const parts: string[] = []
  for (const text of texts) {
    const last = parts.at(-1)
    const joined = last === undefined ? text : `${last}${between}${text}`
    if (last !== undefined && joined.length <= limit) parts[parts.length - 1] = joined
    else parts.push(text)
  }
  return parts
}

/** The furthest end of a part that still fits; always at least one point on. */
function longest(points: string[], from: number, limit: number, width: (part: string) => number): number {
  let fits = from + 1
  let tooFar = points.length + 1
  while (tooFar - fits > 1) {
    const middle = Math.floor((fits + tooFar) / 2)
    if (width(points.slice(from, middle).join('')) <= limit) fits = middle
    else tooFar = middle
  }
  return fits
}

/** After the last white space of the second half of a part; else at its end. */
function breakBefore(points: string[], from: number, to: number): number {
  for (let at = to; at > (from + to) / 2; at--) if (/\s/.test(points[at - 1] ?? '')) return at
  return to
}
