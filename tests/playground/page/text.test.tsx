import { describe, expect, it } from 'vitest'
import { emojiOf, findEmoji } from '../../../src/playground/page/text/emoji.ts'
import { spotOf } from '../../../src/playground/page/text/link.tsx'
import { MarkdownText } from '../../../src/playground/page/text/markdown-text.tsx'
import { Mrkdwn } from '../../../src/playground/page/text/mrkdwn.tsx'
import { PlainText } from '../../../src/playground/page/text/plain-text.tsx'
import { RichText } from '../../../src/playground/page/text/rich-text.tsx'
import { TextObject } from '../../../src/playground/page/text/text-object.tsx'
import { drawn, dutch, english, readingAs, wordsIn } from './reader.tsx'

/** Without classes and the outermost element. */
const bare = (html: string) =>
  html
    .replaceAll(/ (class|target|rel|title|role|aria-label|dateTime|datetime|data-level)="[^"]*"/g, '')
    .replace(/^<(span|div)>(.*)<\/\1>$/s, '$2')
const mrkdwn = (text: string) => bare(drawn(<Mrkdwn text={text} />))

describe("Slack's mark-up", () => {
  const cases: [what: string, written: string, shown: string][] = [
    ['bold', '*bold* text', '<strong>bold</strong> text'],
    ['italic', 'an _italic_ word', 'an <em>italic</em> word'],
    ['struck out', '~gone~', '<s>gone</s>'],
    ['styles within each other', '*bold and _italic_*', '<strong>bold and <em>italic</em></strong>'],
    ['code as it is', '`*x* :wave:`', '<code>*x* :wave:</code>'],
    ['no bold within a word', '2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['no bold between spaces', '2 * 3 * 4', '2 * 3 * 4'],
    ['no bold that is never closed', 'a *b and c', 'a *b and c'],
    ['no bold over two lines', '*a\nb*', '*a\nb*'],
    ['no bold by two stars', '**a**', '**a**'],
    ['bold around a reference', '*<@U2>*', '<strong><span data-me="false">@Ben Okafor</span></strong>'],
    ['bold before a comma', '*a*, b', '<strong>a</strong>, b'],
    ['no style from a sign within a link', '*<https://x.nl/*a|x>', '*<a href="https://x.nl/*a">x</a>'],
    ['a link with a label', '<https://x.nl|the page>', '<a href="https://x.nl">the page</a>'],
    [
      'a link without',
      '<https://x.nl/?a=1&amp;b=2>',
      '<a href="https://x.nl/?a=1&amp;b=2">https://x.nl/?a=1&amp;b=2</a>',
    ],
    ['an address that stands bare', 'see https://x.nl/a.', 'see <a href="https://x.nl/a">https://x.nl/a</a>.'],
    ['an e-mail address', '<mailto:a@b.nl|a@b.nl>', '<a href="mailto:a@b.nl">a@b.nl</a>'],
    ['escaped signs', 'Tom &amp; Jerry &lt;3', 'Tom &amp; Jerry &lt;3'],
    ['signs escaped twice', '&amp;lt;', '&amp;lt;'],
    ['an escaped reference', '&lt;@U1&gt;', '&lt;@U1>'],
    ['an emoji', ':wave: hello', '<span>👋</span> hello'],
    ['an emoji with a skin tone', ':wave::skin-tone-3:', '<span>👋🏼</span>'],
    ['an emoji by the name that only Slack has for it', ':double_vertical_bar: Paused', '<span>⏸️</span> Paused'],
    ['an emoji nobody knows', ':rondo-logo:', ':rondo-logo:'],
    ['times, which are no emoji', '10:30:45', '10:30:45'],
    ['a quote', '&gt; one\n> two\nthree', '<blockquote><p>one\ntwo</p></blockquote><p>three</p>'],
    ['a quote of all the rest', 'a\n&gt;&gt;&gt; b\nc', '<p>a</p><blockquote><p>b\nc</p></blockquote>'],
    ['a block of code', 'a\n```\n*b*\n  c &lt;\n```\nd', '<p>a</p><pre>*b*\n  c &lt;</pre><p>d</p>'],
    ['lines that look like a list, as lines', '• a\n• b\n1. c', '• a\n• b\n1. c'],
    ['a user group', '<!subteam^S1> <!subteam^S9|@ops>', '<span>@marketing</span> <span>@ops</span>'],
    [
      'somebody unknown',
      '<@U9|somebody> <@U9>',
      '<span data-me="false">@somebody</span> <span data-me="false">@U9</span>',
    ],
    ['a channel one cannot see', '<#C9|secret> <#C9>', '<span>#secret</span> <span>🔒 private channel</span>'],
    ['a date that is none', '<!date^never^{time}|some time>', 'some time'],
    ['a date beyond all calendars', '<!date^99999999999999^{time}|much later>', 'much later'],
  ]
  it.each(cases)('%s', (_what, written, shown) => {
    expect(mrkdwn(written)).toBe(shown)
  })

  it('lets the reader stand out among those who are named, and whoever is here', () => {
    const html = drawn(<Mrkdwn text="<@U1> <@U2> <!here>" />)
    expect([...html.matchAll(/data-me="(\w+)"[^>]*>([^<]*)/g)].map(([, me, name]) => [name, me])).toEqual([
      ['@Anna de Wit', 'true'],
      ['@Ben Okafor', 'false'],
      ['@here', 'true'],
    ])
  })

  it('says on demand who somebody is', () => {
    expect(drawn(<Mrkdwn text="<@U2>" />)).toContain('title="Ben Okafor · Account manager"')
  })

  it('leads to a channel within the page', () => {
    expect(mrkdwn('<#C1>')).toBe('<a href="/archives/C1?as=U1">#marketing-sales</a>')
  })

  it('leaves bare addresses as they are when asked to', () => {
    expect(bare(drawn(<Mrkdwn text="https://x.nl" verbatim={true} />))).toBe('https://x.nl')
  })

  it('reads 40,000 signs that are never closed without going through them again for each', () => {
    for (const part of ['*a ', '*_~', '`', '<', ':a', '_*_', '```', '&gt;', 'http://'])
      expect(wordsIn(drawn(<Mrkdwn text={part.repeat(40_000 / part.length)} />)).length).toBeGreaterThan(1000)
  })
})

describe('a link', () => {
  it.each([
    ['https://acme.slack.com/archives/C1/p1700000000000100', { to: 'channel', channel: 'C1', at: '1700000000.000100' }],
    ['https://acme.slack.com/archives/C1', { to: 'channel', channel: 'C1' }],
    ['https://acme.slack.com/team/U1', undefined],
    ['https://acme.slack.com.evil.nl/archives/C1', undefined],
    ['https://example.com/archives/C1', undefined],
    ['no address', undefined],
  ])('%s goes where it should', (address, spot) => {
    expect(spotOf(address)).toEqual(spot)
  })

  it("to a message of this Slack stays in the page, as the reader's own", () => {
    const html = drawn(<Mrkdwn text="<https://acme.slack.com/archives/C1/p1700000000000100|there>" />)
    expect(html).toContain('href="/archives/C1/p1700000000000100?as=U1"')
    expect(html).not.toContain('_blank')
  })

  it('to elsewhere opens beside the page and says nothing of where it comes from', () => {
    expect(drawn(<Mrkdwn text="<https://x.nl>" />)).toMatch(/href="https:\/\/x.nl" target="_blank" rel="noreferrer"/)
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<img src=x onerror=alert(1)>',
  '<javascript:alert(1)|click me>',
  '<JaVaScRiPt:alert(1)>',
  '<data:text/html,<script>alert(1)</script>|x>',
  '<https://x.nl" onclick="alert(1)|x>',
  '<vbscript:x|y>',
  '[click me](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '**[<b>x</b>](data:text/html,x)**',
  '<!date^0^<b>{date}</b>^javascript:alert(1)|x>',
  '<@<script>>',
  '</span></div><script>',
  '```<script>',
  '| <script> | b |\n|---|---|\n| <img> | d |',
]

describe('hostile text', () => {
  const kinds: [string, (text: string) => string][] = [
    ['mark-up', (text) => drawn(<Mrkdwn text={text} />)],
    ['plain text', (text) => drawn(<PlainText text={text} />)],
    ['Markdown', (text) => drawn(<MarkdownText text={text} />)],
    [
      'rich text',
      (text) =>
        drawn(
          <RichText
            block={{
              elements: [
                {
                  type: 'rich_text_section',
                  elements: ['text', 'link', 'color', 'emoji', 'team'].map((type) => ({
                    type,
                    text,
                    url: text,
                    value: text,
                    name: text,
                    team_id: text,
                    unicode: text,
                  })),
                },
                { type: 'rich_text_preformatted', language: text, elements: [{ type: 'text', text }] },
              ],
            }}
          />,
        ),
    ],
  ]
  it.each(kinds)('stays text as %s', (_kind, draw) => {
    for (const text of hostile) {
      const html = draw(text)
      expect(html).not.toMatch(/<(script|img|b)\b/i)
      expect(html).not.toMatch(/href="(?!https?:|mailto:|\/archives\/)/)
      for (const [, attributes = ''] of html.matchAll(/<\w+((?: [\w-]+(?:="[^"]*")?)*)\/?>/g))
        expect(attributes.replaceAll(/"[^"]*"/g, '')).not.toMatch(/ on\w+=/)
    }
  })

  it.each(['<javascript:alert(1)|click me>', '[click me](javascript:alert(1))'])('%s shows its words', (text) => {
    expect(wordsIn(drawn(<MarkdownText text={text} />))).toContain('click me')
  })
})

describe('a date', () => {
  const evening = Date.UTC(2026, 4, 11, 22, 30) / 1000
  const now = Date.UTC(2026, 4, 11, 9)
  const cases: [form: string, nl: string, en: string][] = [
    ['{date_num}', '2026-05-12', '2026-05-11'],
    ['{date_long}', 'dinsdag 12 mei 2026', 'Monday, May 11, 2026'],
    ['{date_short} om {time}', '12 mei 2026 om 0:30', 'May 11, 2026 om 6:30 PM'],
    ['{date_short_pretty}', 'morgen', 'today'],
    ['{ago}', 'over 14 uur', 'in 14 hours'],
  ]
  it.each(cases)('%s stands in the language and zone of the reader', (form, nl, en) => {
    const text = `<!date^${evening}^${form}|x>`
    const inDutch = drawn(<Mrkdwn text={text} />, { reading: readingAs('nl-NL', 'Europe/Amsterdam', now) })
    const inEnglish = drawn(<Mrkdwn text={text} />, { reading: readingAs('en-US', 'America/New_York', now) })
    expect(wordsIn(inDutch).replaceAll('\u202f', ' ')).toBe(nl)
    expect(wordsIn(inEnglish).replaceAll('\u202f', ' ')).toBe(en)
  })

  it('says the whole of itself on demand, and to machines', () => {
    const html = drawn(<Mrkdwn text={`<!date^${evening}^{time}|x>`} />, { reading: dutch })
    expect(html).toContain('title="dinsdag 12 mei 2026 0:30"')
    expect(html).toMatch(/datetime="2026-05-11T22:30:00.000Z"/i)
  })

  it('can be a link', () => {
    expect(drawn(<Mrkdwn text={`<!date^${evening}^{date}^https://x.nl|x>`} />)).toContain('href="https://x.nl"')
  })
})

describe('a text object', () => {
  it('is mark-up only where it says so', () => {
    expect(bare(drawn(<TextObject text={{ type: 'mrkdwn', text: '*a*' }} />))).toBe('<strong>a</strong>')
    expect(bare(drawn(<TextObject text={{ type: 'plain_text', text: '*a* <@U1> https://x.nl' }} />))).toBe(
      '*a* &lt;@U1> https://x.nl',
    )
  })

  it('shows emoji in plain text unless it shall not', () => {
    expect(wordsIn(drawn(<TextObject text={{ type: 'plain_text', text: ':tada: a' }} />))).toBe('🎉 a')
    expect(wordsIn(drawn(<TextObject text={{ type: 'plain_text', text: ':tada: a', emoji: false }} />))).toBe(
      ':tada: a',
    )
  })

  it.each([undefined, null, 'x', 1, {}, { type: 'mrkdwn' }, { type: 'mrkdwn', text: 1 }])(
    'is nothing for %j',
    (text) => {
      expect(drawn(<TextObject text={text} />)).toBe('')
    },
  )
})

describe('rich text', () => {
  const rich = (...elements: object[]) =>
    bare(drawn(<RichText block={{ type: 'rich_text', elements }} />, { reading: english }))
  const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
  const text = (content: string, style = {}) => ({ type: 'text', text: content, style })
  const inline: [what: string, element: object, shown: string][] = [
    ['text as it is', text('*a* <b>'), '*a* &lt;b>'],
    [
      'styles',
      text('a', { bold: true, italic: true, strike: true, code: true, underline: true }),
      '<u><code><s><em><strong>a</strong></em></s></code></u>',
    ],
    ['a link', { type: 'link', url: 'https://x.nl', text: 'x' }, '<a href="https://x.nl">x</a>'],
    ['a person', { type: 'user', user_id: 'U1' }, '<span data-me="true">@Anna de Wit</span>'],
    ['a channel', { type: 'channel', channel_id: 'C1' }, '<a href="/archives/C1?as=U1">#marketing-sales</a>'],
    ['a group', { type: 'usergroup', usergroup_id: 'S1' }, '<span>@marketing</span>'],
    ['all', { type: 'broadcast', range: 'channel' }, '<span data-me="true">@channel</span>'],
    ['an emoji', { type: 'emoji', name: 'wave' }, '<span>👋</span>'],
    ['an emoji by its code', { type: 'emoji', name: 'ours', unicode: '1f44b-1f3fc' }, '<span>👋🏼</span>'],
    ['an emoji with a tone', { type: 'emoji', name: 'wave', skin_tone: 6 }, '<span>👋🏿</span>'],
    ['an emoji nobody knows', { type: 'emoji', name: 'ours' }, '<span>:ours:</span>'],
    [
      'a date',
      { type: 'date', timestamp: 1_700_000_000, format: '{date_short}', fallback: 'f' },
      '<time>Nov 14, 2023</time>',
    ],
    ['a date without a form', { type: 'date', timestamp: 1, fallback: 'f' }, 'f'],
    ['what is not known', { type: 'new', text: 'x' }, 'x'],
  ]
  it.each(inline)('shows %s', (_what, element, shown) => {
    expect(rich(line(element))).toBe(`<div>${shown}</div>`)
  })

  it('shows a colour beside its name', () => {
    expect(rich(line({ type: 'color', value: '#ff0000' }))).toContain('background:#ff0000')
    expect(rich(line({ type: 'color', value: 'red;x:url(//y)' }))).not.toContain('style')
  })

  it('counts on where a list goes on, and indents', () => {
    const list = { type: 'rich_text_list', style: 'ordered', offset: 2, indent: 1, elements: [line(text('c'))] }
    const html = rich(list, { ...list, style: 'bullet', indent: 4 })
    expect(html).toContain('<ol data-indent="1" start="3"><li><span>c</span></li></ol>')
    expect(html).toContain('<ul data-indent="4">')
  })

  it('quotes, and keeps code as it is', () => {
    expect(rich({ type: 'rich_text_quote', elements: [text('q')] })).toBe('<blockquote>q</blockquote>')
    expect(rich({ type: 'rich_text_preformatted', elements: [text('a\n  b')] })).toBe('<pre>a\n  b</pre>')
  })
})

describe('Markdown', () => {
  const cases: [what: string, written: string, shown: string][] = [
    ['bold, italic, struck out', '**a** *b* _c_ ~~d~~', '<strong>a</strong> <em>b</em> <em>c</em> <s>d</s>'],
    ['code', '`**a**`', '<code>**a**</code>'],
    ['a link', '[a **b**](https://x.nl)', '<a href="https://x.nl">a <strong>b</strong></a>'],
    ['no link within a link', '[a *https://y.nl*](https://x.nl)', '<a href="https://x.nl">a <em>https://y.nl</em></a>'],
    ['a picture as a link', '![a](https://x.nl/a.png)', '<a href="https://x.nl/a.png">a</a>'],
    ['escaped signs', '\\*a\\* \\[b]', '*a* [b]'],
    ['names with lines', 'snake_case_name', 'snake_case_name'],
    ['references and emoji of Slack', '<@U2> :tada:', '<span data-me="false">@Ben Okafor</span> <span>🎉</span>'],
    ['headings', '# a\n### b', '<h3>a</h3><h5>b</h5>'],
    ['paragraphs', 'a\nb\n\nc', '<p>a\nb</p><p>c</p>'],
    ['a rule', 'a\n\n---\nb', '<p>a</p><hr/><p>b</p>'],
    ['a quote', '> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
    ['code over lines', '```ts\n*a*\n```', '<pre>*a*</pre>'],
    ['a list', '- a\n- b', '<ul><li><span>a</span></li><li><span>b</span></li></ul>'],
    ['a list that starts later', '3. a\n4. b', '<ol start="3"><li><span>a</span></li><li><span>b</span></li></ol>'],
    [
      'a list within a list',
      '- a\n  1. b',
      '<ul><li><span>a</span><ol start="1"><li><span>b</span></li></ol></li></ul>',
    ],
    [
      'tasks',
      '- [x] a\n- [ ] b',
      '<ul><li data-task="true"><span>☑</span><span>a</span></li><li data-task="true"><span>☐</span><span>b</span></li></ul>',
    ],
    [
      'a table',
      '| a | b |\n|---|--:|\n| 1 | **2** |',
      '<div><table><thead><tr><th scope="col">a</th><th scope="col" data-align="right">b</th></tr></thead><tbody><tr><td>1</td><td data-align="right"><strong>2</strong></td></tr></tbody></table></div>',
    ],
    ['a line that is no table', 'a | b', 'a | b'],
  ]
  it.each(cases)('shows %s', (_what, written, shown) => {
    expect(bare(drawn(<MarkdownText text={written} />))).toBe(shown)
  })

  it('reads 12,000 signs that nest or are never closed', () => {
    for (const part of ['>', '- ', '*', '**a ', '[', '](', '|', '`', '  - a\n', '> - ', '#\n', '_a_', '|a\n|-\n'])
      expect(() => drawn(<MarkdownText text={part.repeat(12_000 / part.length)} />)).not.toThrow()
  })
})

describe('emoji', () => {
  it.each([
    ['white_check_mark', '✅'],
    ['large_green_circle', '🟢'],
    ['thinking_face', '🤔'],
    ['flag-nl', '🇳🇱'],
    ['male-technologist', '👨‍💻'],
    ['+1::skin-tone-2', '👍🏻'],
    ['tada::skin-tone-2', '🎉'],
    ['constructor', ':constructor:'],
    ['nobody-knows', ':nobody-knows:'],
  ])('%s is %s', (name, sign) => {
    expect(emojiOf(name)).toBe(sign)
  })

  it('is found by its name, by the beginning of it first', () => {
    expect(findEmoji('wave')[0]).toEqual({ name: 'wave', sign: '👋' })
    expect(findEmoji(':thumb')[0]).toEqual({ name: 'thumbsup', sign: '👍' })
    expect(
      findEmoji('smile')
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['smile', 'smiley', 'smiley_cat'])
    expect(findEmoji('zzzz')).toEqual([])
    expect(findEmoji('', 7)).toHaveLength(7)
  })
})
