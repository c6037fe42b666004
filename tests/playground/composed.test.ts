import { describe, expect, it } from 'vitest'
import { composed } from '../../src/playground/server/people/composed.ts'

const said = (text: string) => composed(text).elements
const section = (...elements: unknown[]) => [{ type: 'rich_text_section', elements }]
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) })

describe('what the composer makes of typed text', () => {
  it.each([
    ['Nothing special', [text('Nothing special')]],
    [
      'Ask <@U1>, in <#C1|>.',
      [text('Ask '), { type: 'user', user_id: 'U1' }, text(', in '), { type: 'channel', channel_id: 'C1' }, text('.')],
    ],
    ['Well done :tada:', [text('Well done '), { type: 'emoji', name: 'tada' }]],
    ['At 10:05:30', [text('At 10:05:30')]],
    [
      'See https://fernhill.example/a?b=1&amp;c=2.',
      [text('See '), { type: 'link', url: 'https://fernhill.example/a?b=1&c=2' }, text('.')],
    ],
    [
      '*Now* and _here_, ~not~ `a &lt; b`',
      [
        text('Now', { bold: true }),
        text(' and '),
        text('here', { italic: true }),
        text(', '),
        text('not', { strike: true }),
        text(' '),
        text('a < b', { code: true }),
      ],
    ],
    ['*Thanks :tada:*', [text('Thanks ', { bold: true }), { type: 'emoji', name: 'tada', style: { bold: true } }]],
    ['2 * 3 * 4, snake_case_name, a* b*', [text('2 * 3 * 4, snake_case_name, a* b*')]],
    ['one\ntwo', [text('one\ntwo')]],
  ])('%s', (typed, elements) => {
    expect(said(typed)).toEqual(section(...elements))
  })
})
