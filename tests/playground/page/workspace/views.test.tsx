import type { ComponentChildren } from 'preact'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../../src/playground/page/reading.ts'
import type { Screen } from '../../../../src/playground/page/screen.ts'
import type { Message } from '../../../../src/playground/page/wire.ts'
import { AppView } from '../../../../src/playground/page/workspace/app-view.tsx'
import { ChannelView } from '../../../../src/playground/page/workspace/channel-view.tsx'
import { Sidebar } from '../../../../src/playground/page/workspace/sidebar.tsx'
import { ThreadPane } from '../../../../src/playground/page/workspace/thread-pane.tsx'
import { appChannel, channel, people, said, screenOf, ts, whispered } from '../given.ts'
import * as reader from '../reader.tsx'

const drawn = (screen: Screen, what: ComponentChildren) => reader.drawn(what, { reading: readingOf(screen) })
const words = (screen: Screen, what: ComponentChildren) => reader.wordsIn(drawn(screen, what))
const inC1 = (messages: Message[], over: Partial<Screen> = {}) =>
  screenOf({ messages: new Map([['C1', messages]]), ...over })
const view = (screen: Screen) => <ChannelView screen={screen} channel="C1" />
const dutchReader = { ...people[0], locale: 'nl-NL', tz: 'Europe/Amsterdam' } as Screen['me']

describe('a channel', () => {
  it('says who spoke once, when, and what, in the zone and language of the reader', () => {
    const screen = inC1([
      said('2026-04-07T22:30:00Z', { text: 'First' }),
      said('2026-04-07T22:31:00Z', { text: 'Second' }),
    ])
    const english = words(screen, view(screen))
    expect(english.match(/Ben Okafor/g)).toHaveLength(1)
    expect(english).toContain('Yesterday')
    expect(english).toContain('23:30')
    const other = { ...screen, me: dutchReader }
    expect(words(other, view(other))).toContain('VandaagNieuwBOBen Okafor00:30First00:31Second')
  })

  it('shows the initials of a person, and the mark and tag of the app', () => {
    const screen = inC1([said('2026-04-08T08:00:00Z'), said('2026-04-08T08:01:00Z', { user: 'UB', bot_id: 'B1' })])
    const html = drawn(screen, view(screen))
    expect(html).toContain('>BO<')
    expect(html).toMatch(/data-kind="app"[^>]*><svg/)
    expect(html.match(/class="message-app"/g)).toHaveLength(1)
  })

  it('speaks of somebody whom nobody knows', () => {
    const screen = inC1([said('2026-04-08T08:00:00Z', { user: 'U404' })])
    expect(words(screen, view(screen))).toContain('Someone')
  })

  it('shows who replied, how often and when last, and leads to the thread', () => {
    const root = said('2026-04-08T08:00:00Z')
    const screen = inC1([
      {
        ...root,
        thread_ts: root.ts,
        reply_count: 3,
        reply_users: ['U1', 'U3'],
        latest_reply: ts('2026-04-08T08:20:00Z'),
      },
      said('2026-04-08T08:20:00Z', { text: 'A reply', thread_ts: root.ts, user: 'U3' }),
    ])
    const html = drawn(screen, view(screen))
    expect(reader.wordsIn(html)).toContain('AWZK3 repliesLast reply today at 09:20')
    expect(html).toContain(`thread_ts=${root.ts}`)
    expect(reader.wordsIn(html)).not.toContain('A reply')
  })

  it('puts what only this person sees in its place in time', () => {
    const screen = inC1(
      [said('2026-04-08T08:00:00Z', { text: 'Before' }), said('2026-04-08T08:10:00Z', { text: 'After' })],
      {
        ephemerals: [whispered('2026-04-08T08:05:00Z', { text: 'Between' })],
      },
    )
    expect(words(screen, view(screen))).toMatch(
      /Before.*Only visible to you.*Rondo.*APP.*Between.*Dismiss message.*After/,
    )
  })

  it('keeps an ephemeral of a thread, and one of another channel, out', () => {
    const screen = inC1([said('2026-04-08T08:00:00Z')], {
      ephemerals: [
        whispered('2026-04-08T08:05:00Z', { text: 'In a thread', thread_ts: ts('2026-04-08T08:00:00Z') }),
        whispered('2026-04-08T08:05:00Z', { text: 'Elsewhere', channel: 'C2' }),
      ],
    })
    expect(words(screen, view(screen))).not.toMatch(/In a thread|Elsewhere/)
  })

  it('marks the first unread message', () => {
    const screen = inC1(
      [said('2026-04-08T08:00:00Z', { text: 'Old' }), said('2026-04-08T08:01:00Z', { text: 'Fresh' })],
      {
        channels: [channel({ lastRead: ts('2026-04-08T08:00:00Z') })],
      },
    )
    expect(words(screen, view(screen))).toMatch(/Old.*New.*Fresh/)
  })

  it('draws blocks in place of the text, and says what was edited', () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'From *blocks*' } }]
    const edited = { user: 'U2', ts: ts('2026-04-08T08:30:00Z') }
    const screen = inC1([said('2026-04-08T08:00:00Z', { text: 'Fallback', blocks, edited })])
    const shown = words(screen, view(screen))
    expect(shown).toContain('From blocks(edited)')
    expect(shown).not.toContain('Fallback')
  })

  it('says small who came, who left, and what is gone, in the language of the reader', () => {
    const screen = inC1(
      [
        said('2026-04-08T08:00:00Z', { subtype: 'channel_join', text: 'x' }),
        said('2026-04-08T08:01:00Z', { subtype: 'channel_leave', text: 'x' }),
        said('2026-04-08T08:02:00Z', { subtype: 'tombstone', text: 'This message was deleted.' }),
      ],
      { me: dutchReader },
    )
    const shown = words(screen, view(screen))
    expect(shown).toContain('Ben Okafor neemt nu deel aan #marketing-sales.')
    expect(shown).toContain('Ben Okafor heeft #marketing-sales verlaten.')
    expect(shown).toContain('Dit bericht is verwijderd.')
  })

  it('shows reactions, and which are the reader’s own', () => {
    const screen = inC1([
      said('2026-04-08T08:00:00Z', {
        reactions: [
          { name: 'eyes', users: ['U1', 'U2'], count: 2 },
          { name: 'tada', users: ['U3'], count: 1 },
        ],
      }),
    ])
    const html = drawn(screen, view(screen))
    expect(html).toMatch(/aria-pressed="true"[^>]*aria-label="eyes, 2\. you and Ben Okafor reacted/)
    expect(html).toMatch(/aria-pressed="false"[^>]*aria-label="tada, 1\. Zoë Kuipers reacted/)
  })

  it('draws the newest of two thousand messages, and not all', () => {
    const begin = Date.parse('2026-01-01T00:00:00Z')
    const screen = inC1(
      Array.from({ length: 2000 }, (_, at) =>
        said(new Date(begin + at * 60_000).toISOString(), { text: `Number ${at}.` }),
      ),
    )
    const shown = words(screen, view(screen))
    expect(shown).toContain('Number 1999.')
    expect(shown).not.toContain('Number 1900.')
    const old = screen.messages.get('C1')?.[500]?.ts
    expect(words(screen, <ChannelView screen={screen} channel="C1" at={old} />)).toContain('Number 500.')
  })

  it.each([
    ['is joined', {}, /<textarea/],
    ['could be joined', { joined: false }, /Join channel/],
    ['is archived', { archived: true }, /is archived/],
  ])('offers what one can do where it %s', (_how, over, expected) => {
    const screen = inC1([], { channels: [channel(over)] })
    const html = drawn(screen, view(screen))
    expect(html).toMatch(expected)
    expect(html.includes('<textarea')).toBe(String(expected) === '/<textarea/')
  })

  it('says what it is where nothing was said, and where it is not there', () => {
    const screen = inC1([])
    expect(words(screen, view(screen))).toContain('the very beginning of #marketing-sales')
    expect(words(screen, <ChannelView screen={screen} channel="C404" />)).toContain('does not exist')
  })
})

describe('a thread', () => {
  const root = said('2026-04-08T08:00:00Z', { text: 'Root', reply_count: 1 })
  const messages = [
    { ...root, thread_ts: root.ts },
    said('2026-04-08T08:05:00Z', { text: 'Reply', thread_ts: root.ts }),
    said('2026-04-08T08:06:00Z', { text: 'Of the channel' }),
  ]

  it('has its root, its replies and its ephemerals', () => {
    const screen = inC1(messages, {
      ephemerals: [whispered('2026-04-08T08:07:00Z', { text: 'Hush', thread_ts: root.ts })],
    })
    const shown = words(screen, <ThreadPane screen={screen} channel="C1" root={root.ts} />)
    expect(shown).toMatch(/Root.*1 reply.*Reply.*Hush/)
    expect(shown).not.toContain('Of the channel')
  })

  it('says so where it is not there any more', () => {
    const screen = inC1([])
    expect(words(screen, <ThreadPane screen={screen} channel="C1" root="1.000000" />)).toContain('not there any more')
  })
})

describe('the app’s place', () => {
  const home = {
    id: 'V1',
    blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Open for you' } }],
    values: {},
    errors: {},
  }

  it('shows its Home, and says so while there is none', () => {
    const screen = screenOf({ home: home as unknown as NonNullable<Screen['home']> })
    expect(words(screen, <AppView screen={screen} tab="home" />)).toContain('Open for you')
    const empty = screenOf()
    expect(words(empty, <AppView screen={empty} tab="home" />)).toContain('Rondo has shown nothing here yet.')
  })

  it('shows the messages with it, to which nobody can write', () => {
    const screen = screenOf({
      messages: new Map([['D1', [said('2026-04-08T08:00:00Z', { channel: 'D1', text: 'Good morning' })]]]),
    })
    const html = drawn(screen, <AppView screen={screen} tab="messages" />)
    expect(html).toContain('Good morning')
    expect(html).toContain('Sending messages to this app has been turned off.')
    expect(html).not.toContain('<textarea')
  })
})

describe('the sidebar', () => {
  const screen = screenOf({
    channels: [
      channel({ lastRead: ts('2026-04-08T08:00:00Z') }),
      channel({ id: 'C2', name: 'sales', kind: 'private' }),
      channel({ id: 'C3', name: 'random', joined: false }),
      { ...appChannel, lastRead: '0' },
    ],
    messages: new Map([
      ['C1', [said('2026-04-08T08:01:00Z')]],
      ['D1', [said('2026-04-08T08:01:00Z', { user: 'UB', channel: 'D1' })]],
    ]),
  })
  const html = drawn(screen, <Sidebar screen={screen} spot={{ to: 'channel', channel: 'C2' }} />)
  const entry = (name: string) => html.match(new RegExp(`<a[^>]*>(?:(?!</a>).)*>${name}<.*?</a>`))?.[0] ?? ''

  it('marks the current channel and what is unread, with a number where it is for this person', () => {
    expect(entry('sales')).toContain('aria-current="page"')
    expect(entry('sales')).toContain('data-unread="false"')
    expect(entry('marketing-sales')).toContain('data-unread="true"')
    expect(entry('marketing-sales')).not.toContain('sidebar-badge')
    expect(entry('Rondo')).toMatch(/sidebar-badge[^>]*>1</)
  })

  it('leads to the app’s messages where something is unread there', () => {
    expect(entry('Rondo')).toContain('/app/messages')
  })

  it('has the DM with the app once, and other channels behind a fold', () => {
    expect(html.match(/>Rondo</g)).toHaveLength(1)
    expect(html).toMatch(/<details[^>]*>.*Browse channels.*random/)
  })

  it('names a private channel as one', () => {
    expect(reader.wordsIn(entry('sales'))).toContain('private channel')
  })
})
