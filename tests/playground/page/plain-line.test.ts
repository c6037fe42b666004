import { expect, it } from 'vitest'
import { readingOf } from '../../../src/playground/page/reading.ts'
import { plainLine } from '../../../src/playground/page/text/plain-line.ts'
import { screen } from './controls/stage.tsx'

it('reads a message aloud without its mark-up, in one line', () => {
  const text = 'Hi Tom, this is waiting for you:\n• *Pipeline review* in <#C1>\n\n> _until noon_'
  expect(plainLine(text, readingOf(screen()))).toBe(
    'Hi Tom, this is waiting for you: • Pipeline review in #marketing-sales until noon',
  )
})
