import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Json } from '../../../src/playground/json.ts'
import { Attachments } from '../../../src/playground/page/blocks/attachments.tsx'
import { Blocks } from '../../../src/playground/page/blocks/blocks.tsx'
import { compareCells } from '../../../src/playground/page/blocks/cell.tsx'
import { nextOrder, sorted } from '../../../src/playground/page/blocks/data-table.tsx'
import { Files, sizeText } from '../../../src/playground/page/blocks/files.tsx'
import { linesShown } from '../../../src/playground/page/blocks/folded.tsx'
import { put } from '../rules/row.ts'
import { pathsOf, payloads, reworded, richest } from './payloads.ts'
import { type Drawing, drawn, dutch, english, placeAt, wordsIn } from './reader.tsx'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const block = (one: Json, how?: Drawing) => drawn(<Blocks blocks={[one]} />, how)
/** What a person reads, and what shows when they point at it. */
const readable = (html: string) => `${wordsIn(html)} ${[...html.matchAll(/ title="([^"]*)"/g)].map(([, one]) => one)}`

describe('every payload that the stand-in takes', () => {
  it.each(payloads.map((one) => [one.name, one] as const))('%s', (_name, { surface, blocks }) => {
    const again = reworded(blocks)
    for (const reading of [english, dutch]) {
      const html = drawn(<Blocks blocks={again.blocks} />, { reading, place: placeAt(surface) })
      expect(html).not.toContain('blocks-unknown')
      const seen = readable(html)
      expect(again.words.filter((word) => !seen.includes(word))).toEqual([])
    }
    expect(drawn(<Blocks blocks={blocks} />, { place: placeAt(surface) })).not.toContain('blocks-unknown')
  })

  it('is looked through with all its kinds of blocks, and with words to look for', () => {
    expect(richest.map(({ blocks }) => blocks[0]?.type).sort()).toEqual([
      'actions',
      'alert',
      'card',
      'carousel',
      'container',
      'context',
      'context_actions',
      'data_table',
      'data_visualization',
      'divider',
      'file',
      'header',
      'image',
      'input',
      'markdown',
      'plan',
      'rich_text',
      'section',
      'table',
      'task_card',
      'video',
    ])
    expect(payloads.flatMap(({ blocks }) => reworded(blocks).words).length).toBeGreaterThan(1000)
  })
})

describe('what is no block as it should be', () => {
  const strange = [
    undefined,
    null,
    '',
    'x',
    0,
    -1,
    1.5,
    1e308,
    true,
    [],
    {},
    [null],
    [[null]],
    [{}],
    [[{}]],
    { type: 'x' },
  ]
  it.each(richest.map((one) => [String(one.blocks[0]?.type), one] as const))(
    'a strange %s breaks nothing',
    (_type, one) => {
      for (const path of pathsOf(one.blocks[0]))
        for (const value of strange) {
          const changed = put(one.blocks[0], path, value)
          if (typeof changed !== 'object' || changed === null || Array.isArray(changed)) continue
          expect(() => block(changed as Json, { place: placeAt(one.surface) }), `${path}: ${value}`).not.toThrow()
        }
    },
  )

  it.each([
    [english, 'This playground cannot draw a “hologram” block.'],
    [dutch, 'Deze speeltuin kan een blok “hologram” niet tekenen.'],
  ])('is a named box', (reading, words) => {
    expect(wordsIn(block({ type: 'hologram' }, { reading }))).toBe(words)
    expect(wordsIn(block({ type: 'constructor' }, { reading }))).toContain('“constructor”')
  })

  it('is a named box when it is a chart of nothing', () => {
    expect(wordsIn(block({ type: 'data_visualization', title: 'x', chart: { type: 'donut' } }))).toContain(
      '“data_visualization”',
    )
  })
})

describe('a section', () => {
  const long = { type: 'section', text: mrkdwn('A sentence of some length. '.repeat(40)) }

  it('folds what is long in a message, by its characters and by its lines', () => {
    expect(block(long)).toContain('>See more</button>')
    expect(block({ ...long, text: plain('line\n'.repeat(16)) })).toContain('aria-expanded="false"')
  })

  it.each([
    ['x'.repeat(5000), 8],
    ['line\n'.repeat(40), 15],
    [`${'x'.repeat(89)}\n`.repeat(20), 8],
  ])('shows about as much as Slack does: %#', (text, lines) => {
    expect(linesShown(text)).toBe(lines)
  })

  it('shows what is short whole, and what is long in a modal or when asked to', () => {
    expect(block({ ...long, text: plain('x'.repeat(700)) })).not.toContain('See more')
    expect(block(long, { place: placeAt('modal') })).not.toContain('See more')
    expect(block({ ...long, expand: true })).not.toContain('See more')
  })
})

describe('a picture', () => {
  afterEach(() => vi.unstubAllGlobals())
  const picture = { type: 'image', alt_text: 'A cat', image_url: 'https://example.com/cat.png' }

  it.each([
    ['a block', picture],
    ['beside a section', { type: 'section', text: plain('x'), accessory: picture }],
    ['in a context', { type: 'context', elements: [picture] }],
    ['of a card', { type: 'card', hero_image: picture, icon: picture }],
  ])('of others is not loaded: %s', (_where, one) => {
    const html = block(one)
    expect(html).not.toMatch(/<img|src=|url\(/)
    expect(wordsIn(html)).toContain('A cat')
    expect(html).toContain('https://example.com/cat.png')
  })

  it("of the page's own address is drawn", () => {
    vi.stubGlobal('location', new URL('http://127.0.0.1:3000/archives/C1'))
    expect(block({ ...picture, image_url: 'http://127.0.0.1:3000/cat.png' })).toContain('<img')
    expect(block({ ...picture, image_url: 'http://127.0.0.1:3001/cat.png' })).not.toContain('<img')
  })
})

describe('an input', () => {
  const input = {
    type: 'input',
    block_id: 'b',
    label: plain('Why?'),
    hint: plain('Say it'),
    element: { type: 'plain_text_input', action_id: 'a' },
  }

  it('says what is optional, how to fill it in and what is wrong, in this order', () => {
    const html = block({ ...input, optional: true }, { place: placeAt('modal', { b: 'Too short' }) })
    expect(wordsIn(html)).toMatch(/Why\? \(optional\).*Too short.*Say it/s)
    expect(wordsIn(block({ ...input, optional: true }, { reading: dutch, place: placeAt('modal') }))).toContain(
      '(optioneel)',
    )
  })

  it('says nothing is wrong when that is another field', () => {
    expect(block(input, { place: placeAt('modal', { c: 'Too short' }) })).toContain('data-wrong="false"')
  })

  it('of one choice can be emptied only where it may be left empty', () => {
    const element = { type: 'users_select', action_id: 'a', initial_value: 'U2' }
    const place = { ...placeAt('modal'), filled: () => 'U2' }
    expect(wordsIn(block({ ...input, element }, { place }))).not.toContain('×')
    expect(wordsIn(block({ ...input, element, optional: true }, { place }))).toContain('×')
  })
})

describe('a container', () => {
  const container = {
    type: 'container',
    title: plain('Open'),
    child_blocks: [{ type: 'section', text: plain('Inside') }],
  }

  it.each([
    [{}, undefined],
    [{ is_collapsible: true }, true],
    [{ is_collapsible: true, default_collapsed: true }, false],
  ])('%j is open as it should be', (more, open) => {
    const details = /<details[^>]*>/.exec(block({ ...container, ...more }))?.[0]
    expect(details && / open/.test(details)).toBe(open)
  })
})

describe('a table', () => {
  const text = (words: string) => ({ type: 'raw_text', text: words })
  const number = (value: number) => ({ type: 'raw_number', value, text: `${value} pt` })
  const rows = [
    [text('Name'), text('Score')],
    [text('Ben 10'), number(7)],
    [text('anna'), number(12)],
    [text('Ben 9'), number(-3)],
  ]

  it('has its first row as head, and numbers on the right', () => {
    const html = block({ type: 'table', rows })
    expect(html.match(/<th scope="col"/g)).toHaveLength(2)
    expect(html.match(/<td[^>]*data-align="right"/g)).toHaveLength(3)
  })

  it('aligns and wraps as it is told', () => {
    const html = block({ type: 'table', rows, column_settings: [null, { align: 'center', is_wrapped: true }] })
    expect(html.match(/<td data-align="center" data-wrapped="true">/g)).toHaveLength(3)
    expect(html.match(/<td data-wrapped="false">/g)).toHaveLength(3)
  })

  it('of data shows one page of its rows and says which', () => {
    const many = Array.from({ length: 23 }, (_, at) => [text(`row ${at + 1}.`)])
    const words = wordsIn(block({ type: 'data_table', caption: 'All', rows: [[text('Name')], ...many], page_size: 5 }))
    expect(words).toContain('1–5 of 23')
    expect(words).toContain('row 5.')
    expect(words).not.toContain('row 6.')
  })

  it('of data names its rows by the column that does', () => {
    expect(block({ type: 'data_table', caption: 'All', rows, row_header_column_index: 0 })).toContain('<th scope="row"')
  })

  it('of data sorts up, down, and then as it came', () => {
    const up = nextOrder(undefined, 1)
    const down = nextOrder(up, 1)
    expect([up, down, nextOrder(down, 1), nextOrder(down, 0)]).toEqual([
      { column: 1, down: false },
      { column: 1, down: true },
      undefined,
      { column: 0, down: false },
    ])
  })

  it('of data sorts numbers by value, and words as people do', () => {
    const names = (column: number, down: boolean) =>
      sorted(rows.slice(1), { column, down }, (a, b) => compareCells(a, b, english)).map(
        ([name]) => name && 'text' in name && name.text,
      )
    expect(names(1, false)).toEqual(['Ben 9', 'Ben 10', 'anna'])
    expect(names(1, true)).toEqual(['anna', 'Ben 10', 'Ben 9'])
    expect(names(0, false)).toEqual(['anna', 'Ben 9', 'Ben 10'])
  })
})

describe('an alert', () => {
  it.each([
    ['warning', 'Warning: Careful'],
    ['nonsense', 'Note: Careful'],
  ])('of level %s says so to who cannot see it', (level, words) => {
    expect(wordsIn(block({ type: 'alert', level, text: plain('Careful') }, { place: placeAt('modal') }))).toBe(words)
  })
})

describe('tasks', () => {
  const task = (status: string) => ({ type: 'task_card', task_id: status, title: `Do ${status}`, status })

  it('say how far they are, one by one and together', () => {
    const tasks = ['pending', 'in_progress', 'complete', 'error'].map(task)
    const words = wordsIn(block({ type: 'plan', title: 'Plan', tasks }))
    expect(words).toContain('Plan1 of 4 done')
    for (const one of ['Do pending To do', 'Do in_progress Under way', 'Do complete Done', 'Do error Failed'])
      expect(words).toContain(one)
  })

  it('link their sources, as far as those may be followed', () => {
    const sources = [
      { type: 'url', url: 'https://x.nl', text: 'good' },
      { type: 'url', url: 'javascript:alert(1)', text: 'bad' },
    ]
    const html = block({ ...task('complete'), sources })
    expect(html).toMatch(/<a [^>]*href="https:\/\/x.nl"[^>]*>good<\/a>/)
    expect(html).toContain('<li>bad</li>')
  })
})

describe('a legacy attachment', () => {
  const shown = (attachment: Json) => drawn(<Attachments attachments={[attachment]} />)

  it('says all it has', () => {
    const html = shown({
      pretext: 'Before',
      color: '#36a64f',
      author_name: 'Who',
      title: 'Title',
      title_link: 'https://x.nl',
      text: '*Text*',
      fields: [{ title: 'Field', value: 'Value', short: true }],
      footer: 'Foot',
      ts: 1_700_000_000,
    })
    expect(wordsIn(html)).toBe('BeforeWhoTitleTextFieldValueFoot · Nov 14, 2023 5:13 PM')
    expect(html).toContain('#36a64f')
    expect(html).toContain('<strong>Text</strong>')
  })

  it('shows its blocks rather than all that', () => {
    expect(wordsIn(shown({ text: 'x', fallback: 'y', blocks: [{ type: 'header', text: plain('Blocks') }] }))).toBe(
      'Blocks',
    )
  })

  it('shows its fallback when it has nothing else', () => {
    expect(wordsIn(shown({ fallback: 'Instead' }))).toBe('Instead')
  })

  it.each([[{}], [{ color: 'red;x' }], [{ fields: 1, ts: 'x', blocks: null, actions: [{ text: {} }] }]])(
    'breaks on nothing: %j',
    (one) => {
      expect(() => shown(one)).not.toThrow()
      expect(shown(one)).not.toContain('red;')
    },
  )
})

describe('files', () => {
  it('have a name, a kind and a size', () => {
    const files = [{ id: 'F1', name: 'plan.pdf', title: 'The plan', filetype: 'pdf', size: 1_234_000 }, {}]
    expect(wordsIn(drawn(<Files files={files} />))).toContain('The planplan.pdf · PDF · 1.2 MB')
  })

  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1500, '1.5 kB'],
    [5e12, '5,000 GB'],
  ])('of %d bytes are %s', (bytes, words) => {
    expect(sizeText(bytes, 'en-US')).toBe(words)
  })
})
