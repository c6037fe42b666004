import { describe, expect, it } from 'vitest'
import { type Plain, plain, type Reading } from '../../src/playground/plain.ts'

const dutch: Reading = {
  reader: { locale: 'nl-NL', tz: 'Europe/Amsterdam' },
  user: (id) => ({ U1: 'Anna de Wit' })[id],
  channel: (id) => ({ C1: 'sales' })[id],
  group: (id) => ({ S1: 'marketing' })[id],
  now: Date.UTC(2026, 4, 11, 7),
}
const english: Reading = { ...dutch, reader: { locale: 'en-US', tz: 'America/New_York' } }
const words = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const text = (content: string) => ({ type: 'text', text: content })
const option = (name: string) => ({ text: words(name), value: name.toLowerCase() })
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: words('What changed?'),
  element: { action_id: 'a', ...element },
  ...more,
})
const noon = Date.UTC(2026, 4, 11, 10) / 1000

describe('text', () => {
  const cases: [written: string, shown: string][] = [
    ['Hello <@U1>, see <#C1> and <!subteam^S1>', 'Hello @Anna de Wit, see #sales and @marketing'],
    ['<@U9|somebody> in <#C9|elsewhere>', '@somebody in #elsewhere'],
    ['<!here>', '@here'],
    ['*bold*, _italic_ and `code`', 'bold, italic and code'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    [
      '<https://example.com|the page> or <https://example.com>',
      'the page (https://example.com) or https://example.com',
    ],
    ['<mailto:a@b.nl|a@b.nl>', 'a@b.nl'],
    ['Tom &amp; Jerry &lt;3', 'Tom & Jerry <3'],
    ['&lt;@U1&gt; &amp;lt;', '<@U1> &lt;'],
    [`<!date^${noon}^{date_short} {time}|x>`, '11 mei 2026 12:00'],
    [`<!date^${noon}^{date_long}|x>`, 'maandag 11 mei 2026'],
    [`<!date^${noon}^{date_pretty}|x>`, 'vandaag'],
    [`<!date^${noon + 86_400}^{date_short_pretty} om {time}|x>`, 'morgen om 12:00'],
    [`<!date^${noon}^{date_num}|x>`, '2026-05-11'],
    [`<!date^${noon}^{ago}|x>`, 'over 3 uur'],
    ['<!date^never^{time}|some time>', 'some time'],
    ['<!date^99999999999999^{time}|much later>', 'much later'],
    ['<!date^^{time}|some time>', 'some time'],
  ]
  it.each(cases)('%s', (written, shown) => {
    expect(plain({ text: written }, dutch)).toBe(shown)
  })

  it('shows a date in the zone and language of who reads', () => {
    expect(plain({ text: `<!date^${noon}^{date_short} at {time}|x>` }, english)).toBe('May 11, 2026 at 6:00 AM')
  })

  it('shows the day of the calendar where the reader is', () => {
    const evening = Date.UTC(2026, 4, 11, 23) / 1000
    const written = { text: `<!date^${evening}^{date_num}|x>` }
    expect(plain(written, dutch)).toBe('2026-05-12')
    expect(plain(written, english)).toBe('2026-05-11')
  })

  it('leaves ids where nobody knows the names', () => {
    expect(plain({ text: '<@U9> <#C9> <!subteam^S9>' })).toBe('@U9 #C9 @S9')
  })
})

describe('blocks', () => {
  const table = [
    [
      { type: 'raw_text', text: 'Team' },
      { type: 'raw_text', text: 'Score' },
    ],
    [
      { type: 'raw_text', text: 'Marketing' },
      { type: 'raw_number', value: 7, text: '7' },
    ],
  ]
  const cases: [what: string, block: object, shown: string][] = [
    ['a header', { type: 'header', text: words('Check-in') }, '# Check-in'],
    ['a section', { type: 'section', text: mrkdwn('*Open* for <@U1>') }, 'Open for @Anna de Wit'],
    ['plain text as it is', { type: 'section', text: words('*not bold* <@U1>') }, '*not bold* <@U1>'],
    ['fields', { type: 'section', fields: [words('One'), words('Two')] }, 'One\nTwo'],
    [
      'a button beside a text',
      { type: 'section', text: words('Text'), accessory: { type: 'button', text: words('Answer') } },
      'Text  [Answer]',
    ],
    [
      'buttons',
      {
        type: 'actions',
        elements: [
          { type: 'button', text: words('Answer') },
          { type: 'button', text: words('Skip') },
        ],
      },
      '[Answer] [Skip]',
    ],
    [
      'an overflow menu',
      { type: 'actions', elements: [{ type: 'overflow', options: [option('Edit'), option('Stop')] }] },
      '[… Edit / Stop]',
    ],
    [
      'a select',
      {
        type: 'actions',
        elements: [{ type: 'static_select', placeholder: words('Choose'), options: [option('One')] }],
      },
      '[Choose ▾]',
    ],
    [
      'a chosen option',
      {
        type: 'actions',
        elements: [{ type: 'static_select', options: [option('One')], initial_option: option('One') }],
      },
      '[One ▾]',
    ],
    [
      'a chosen person',
      { type: 'actions', elements: [{ type: 'users_select', initial_user: 'U1' }] },
      '[@Anna de Wit ▾]',
    ],
    [
      'chosen channels',
      { type: 'actions', elements: [{ type: 'multi_channels_select', initial_channels: ['C1'] }] },
      '[#sales ▾]',
    ],
    [
      'checkboxes',
      {
        type: 'actions',
        elements: [{ type: 'checkboxes', options: [option('One'), option('Two')], initial_options: [option('Two')] }],
      },
      '[ ] One\n[x] Two',
    ],
    [
      'radio buttons',
      {
        type: 'actions',
        elements: [{ type: 'radio_buttons', options: [option('One'), option('Two')], initial_option: option('One') }],
      },
      '(•) One\n( ) Two',
    ],
    [
      'a context',
      { type: 'context', elements: [mrkdwn('_small_'), { type: 'image', alt_text: 'logo' }] },
      'small  [image: logo]',
    ],
    ['a divider', { type: 'divider' }, '────────'],
    ['an image', { type: 'image', alt_text: 'A chart', title: words('Trend') }, 'Trend\n[image: A chart]'],
    ['an alert', { type: 'alert', text: words('Careful') }, '! Careful'],
    ['markdown', { type: 'markdown', text: '**Bold** &amp; more' }, 'Bold & more'],
    [
      'rich text',
      rich(line(text('For '), { type: 'user', user_id: 'U1' }, text(' in '), { type: 'channel', channel_id: 'C1' })),
      'For @Anna de Wit in #sales',
    ],
    [
      'a list',
      rich({ type: 'rich_text_list', style: 'bullet', elements: [line(text('One')), line(text('Two'))] }),
      '• One\n• Two',
    ],
    [
      'an indented numbered list',
      rich({ type: 'rich_text_list', style: 'ordered', indent: 1, offset: 2, elements: [line(text('Three'))] }),
      '  3. Three',
    ],
    ['a quote', rich({ type: 'rich_text_quote', elements: [text('Said\nso')] }), '> Said\n> so'],
    [
      'a link and a date',
      rich(
        line({ type: 'link', url: 'https://example.com', text: 'page' }, text(' '), {
          type: 'date',
          timestamp: noon,
          format: '{time}',
        }),
      ),
      'page (https://example.com) 12:00',
    ],
    ['a table', { type: 'table', rows: table }, 'Team      | Score\nMarketing | 7'],
    [
      'a data table',
      { type: 'data_table', caption: 'Scores', rows: table },
      'Scores\nTeam      | Score\nMarketing | 7',
    ],
    [
      'a container',
      {
        type: 'container',
        title: words('More'),
        subtitle: words('2 items'),
        child_blocks: [{ type: 'section', text: words('One') }],
      },
      '▾ More – 2 items\n  One',
    ],
    ['something unknown', { type: 'hologram' }, '[hologram: cannot be shown here]'],
  ]
  it.each(cases)('shows %s', (_what, block, shown) => {
    expect(plain([block], dutch)).toBe(shown)
  })

  it('shows charts with their numbers', () => {
    const data = [
      { label: 'Q1', value: 3 },
      { label: 'Q2', value: 4.5 },
    ]
    const chart = { type: 'line', series: [{ name: 'Sales', data }], axis_config: { categories: ['Q1', 'Q2'] } }
    expect(plain([{ type: 'data_visualization', title: 'Trend', chart }])).toBe(
      '[line chart: Trend]\n      | Q1 | Q2\nSales | 3  | 4.5',
    )
    const pie = { type: 'pie', segments: data }
    expect(plain([{ type: 'data_visualization', title: 'Parts', chart: pie }])).toBe(
      '[pie chart: Parts]\nQ1 | 3\nQ2 | 4.5',
    )
  })
})

describe('fields', () => {
  const field = (element: object, more?: object): Plain => [input(element, more)]
  const typed = { type: 'plain_text_input' }
  const cases: [what: string, blocks: Plain, shown: string][] = [
    ['an empty one', field(typed), 'What changed?\n  […]'],
    ['a placeholder', field({ ...typed, placeholder: words('A line') }), 'What changed?\n  [A line]'],
    ['a first value', field({ ...typed, initial_value: 'News' }), 'What changed?\n  [News]'],
    [
      'a hint, and that it may be left out',
      field(typed, { hint: words('In short'), optional: true }),
      'What changed? (optional)\n  […]\n  In short',
    ],
    ['a date', field({ type: 'datepicker', initial_date: '2026-05-11' }), 'What changed?\n  [2026-05-11]'],
    ['a moment', field({ type: 'datetimepicker', initial_date_time: noon }), 'What changed?\n  [11 mei 2026 12:00]'],
  ]
  it.each(cases)('show %s', (_what, blocks, shown) => {
    expect(plain(blocks, dutch)).toBe(shown)
  })

  it('show what is filled in and what is wrong, in a modal with its buttons', () => {
    const view = {
      type: 'modal',
      title: words('Answer'),
      submit: words('Send'),
      close: words('Cancel'),
      blocks: [input(typed)],
      values: { b: { a: { type: 'plain_text_input', value: 'Filled' } } },
      errors: { b: 'Too short' },
    }
    expect(plain(view)).toBe('── Answer ──\nWhat changed?\n  [Filled]\n  ! Too short\n[Cancel] [Send]')
  })
})

it('shows a message by its blocks, with attachments and files', () => {
  const message = {
    text: 'for the notification',
    blocks: [{ type: 'section', text: words('Body') }],
    attachments: [{ text: 'Attached' }],
    files: [{ title: 'export.csv' }],
  }
  expect(plain(message)).toBe('Body\n  Attached\n[file: export.csv]')
  expect(plain({ text: 'Only text' })).toBe('Only text')
})

it('shows a Home without a frame', () => {
  expect(plain({ type: 'home', blocks: [{ type: 'header', text: words('Hello') }] })).toBe('# Hello')
})
