import type { SectionBlock } from '@slack/types'
import type { Language } from '../platform/i18n.ts'
import { escaped, section } from '../platform/slack/blocks.ts'
import { fold, pack } from '../platform/slack/fold.ts'
import { compare, folded, type Line, type Shown } from './compare.ts'
import * as say from './messages.ts'

const mostInSection = 2_900

/** A text to read, whole: what does not fit in one block goes on in the next. */
export function textBlocks(lines: readonly Line[]): SectionBlock[] {
  return packed(lines.flatMap((line) => (line.heading ? marked('\n*', line.text, '*') : marked('• ', line.text, ''))))
}

/** What one text changes of another: added, ~removed~, and how much stays. */
export function comparisonBlocks(before: readonly Line[], after: readonly Line[], language: Language): SectionBlock[] {
  return packed(folded(compare(before, after)).flatMap((one) => changeLines(one, language)))
}

function changeLines(one: Shown, language: Language): string[] {
  switch (one.sign) {
    case 'unchanged':
      return [`_… ${say.unchanged(language, one.count)}_`]
    case 'same':
      return marked('\n*', one.text, '*')
    case 'removed':
      return marked('➖ ~', one.text, '~')
    case 'added':
      return marked('➕ ', one.text, '')
  }
}

/** Marks hold within a line, so every part of a long one has its own; and none next to a space. */
function marked(opens: string, text: string, closes: string): string[] {
  const width = (part: string): number => opens.length + escaped(part).length + closes.length
  return fold(text, mostInSection, width).map((part) => `${opens}${escaped(part.trim())}${closes}`)
}

const packed = (lines: readonly string[]): SectionBlock[] =>
  pack(lines, mostInSection, '\n').map((part) => section(part.trim()))
