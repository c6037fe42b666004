/** What somebody typed into a text area, one thing per line, and what may be wrong with a line. */
export interface TypedLine {
  /** As they count: the first is 1, empty ones count. */
  number: number
  text: string
}

export type Trouble =
  | 'nothing'
  | 'too many'
  | 'too much'
  | 'too long'
  | 'twice'
  | 'no meaning'
  | 'no keeper'
  | 'no step'
  | 'no work'
  | 'no decider'

export interface Problem {
  what: Trouble
  /** The line it is about, where it is about one. */
  line?: TypedLine
}

/** Thrown while reading, and caught in one place: see `readTyped`. */
export class Misread extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.what)
    this.problem = problem
  }
}

const mostLines = 60

const bullet = /^(?:[-–—•·*]|\d{1,2}[.)])(?:\s+|$)/u

/**
 * The lines that say something, without the dashes and numbers people begin them with.
 * @throws Misread where there are more than sixty
 */
export function linesOf(typed: string): TypedLine[] {
  const lines = typed
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((text, index) => ({ number: index + 1, text: unbulleted(text) }))
    .filter(({ text }) => text !== '')
  const surplus = lines[mostLines]
  if (surplus) throw new Misread({ what: 'too many', line: surplus })
  return lines
}

/** Lines of which no two say the same. */
export function plainLines(typed: string): string[] {
  const lines = linesOf(typed)
  unlikeEachOther(lines, ({ text }) => text)
  return lines.map(({ text }) => text)
}

/** @throws Misread naming the line that says what one before it says */
export function unlikeEachOther(lines: readonly TypedLine[], nameOf: (line: TypedLine) => string): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const name = nameOf(line).toLowerCase()
    if (seen.has(name)) throw new Misread({ what: 'twice', line })
    seen.add(name)
  }
}

/** Without the dash or number it begins with. */
export function unbulleted(text: string): string {
  let bare = text.trim()
  while (bullet.test(bare)) bare = bare.replace(bullet, '').trim()
  return bare
}
