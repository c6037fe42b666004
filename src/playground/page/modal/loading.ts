import { type Json, objects, textOf, wordsOf } from '../../json.ts'
import type { View } from '../wire.ts'

const saysSo = /(…|\.\.\.)(\s|:[\w+-]+:|\W)*$|^:?(hourglass|loading)/i

/** Whether a view only says that the real one is being made: nothing to fill in or press, and words that trail off. */
export function isLoading({ submit, blocks }: Pick<View, 'submit' | 'blocks'>): boolean {
  const said = blocks.flatMap(wordsIn)
  const quiet = blocks.every((block) =>
    ['section', 'context', 'header', 'image', 'divider'].includes(String(block.type)),
  )
  return submit === null && quiet && blocks.length <= 3 && said.some((text) => saysSo.test(text.trim()))
}

function wordsIn(block: Json): string[] {
  return [wordsOf(block.text), ...objects(block.elements).map((one) => textOf(one.text) ?? '')]
}
