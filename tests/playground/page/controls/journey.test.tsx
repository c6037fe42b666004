import { describe, expect, it } from 'vitest'
import { Journey, JourneyPanel } from '../../../../src/playground/page/controls/journey.tsx'
import { journeyLines } from '../../../../src/playground/page/controls/journey-lines.ts'
import { readingOf } from '../../../../src/playground/page/reading.ts'
import { message, world } from '../given.ts'
import { drawn, now, sanne, screen, wordsOf } from './stage.tsx'

const review = message('100.000001', {
  text: '\n*Pipeline review: <!date^1806908400^{date}|Monday>*\nAnswer until noon',
})
const reply = message('100.000003', { text: 'Two have answered', thread_ts: '100.000001' })
const on = screen({ messages: new Map([['C1', [review, reply]]]) })
const post = ({ ts }: { ts: string }) => ({ channel: 'C1', ts })
const stop = { at: now, posts: [], changes: [], direct: 0, mine: 0 }
const linesOf = (...stops: Parameters<typeof journeyLines>[0]['stops']) =>
  journeyLines({ stops }, on.messages, readingOf(on))

describe('the lines of a journey', () => {
  it('name the first line of what was said, without mark-up, and where it stands', () => {
    expect(linesOf({ ...stop, posts: [post(review)], direct: 11 })).toEqual([
      {
        at: now,
        direct: 11,
        mine: 0,
        told: [
          {
            channel: 'marketing-sales',
            text: 'Pipeline review: 5 April 2027',
            changed: false,
            spot: { to: 'channel', channel: 'C1', at: '100.000001' },
          },
        ],
      },
    ])
  })

  it('lead into the thread for a reply', () => {
    const [line] = linesOf({ ...stop, posts: [post(reply)] })
    expect(line?.told[0]?.spot).toEqual({ to: 'channel', channel: 'C1', at: reply.ts, thread: review.ts })
  })

  it('tell what was changed apart from what was new, and what was both once', () => {
    const [line] = linesOf({ ...stop, posts: [post(reply)], changes: [post(reply), post(review)] })
    expect(line?.told.map(({ text, changed }) => [text, changed])).toEqual([
      ['Two have answered', false],
      ['Pipeline review: 5 April 2027', true],
    ])
  })

  it.each([
    ['> _Later_ than <#C1> &amp; others', 'Later than #marketing-sales & others'],
    ['*<https://example.com|The report>* for <@U9|Ann>', 'The report for @Ann'],
    ['&lt;@U9&gt;', '<@U9>'],
    ['', undefined],
  ])('read %j as %j', (text, expected) => {
    const messages = new Map([['C1', [message('100.000001', { text })]]])
    const [line] = journeyLines({ stops: [{ ...stop, posts: [post(review)] }] }, messages, readingOf(on))
    expect(line?.told[0]?.text).toBe(expected)
  })

  it('have no words for what is gone again', () => {
    expect(linesOf({ ...stop, posts: [{ channel: 'C1', ts: '7.7' }] })[0]?.told[0]?.text).toBeUndefined()
  })
})

describe('the panel of a journey', () => {
  const journey = {
    from: now - 26 * 3_600_000,
    to: now,
    over: true,
    stops: [{ ...stop, posts: [post(review)], direct: 11 }],
  }
  const panel = (more = {}, as = on) =>
    drawn(<JourneyPanel journey={{ ...journey, ...more }} messages={as.messages} onClose={() => {}} />, as)

  it('tells how much time went by, when it stopped and what came', () => {
    const html = panel()
    expect(wordsOf(html)).toContain('1 day and 2 hours went by')
    expect(wordsOf(html)).toContain('Mon 5 April 09:05')
    expect(wordsOf(html)).toContain('#marketing-sales: Pipeline review: 5 April 2027')
    expect(wordsOf(html)).toContain('11 direct messages')
    expect(html).toContain('href="/archives/C1/p100000001?as=U2TOM"')
  })

  it('leads to one’s own messages with the app where one of the direct ones is among them', () => {
    const own = (direct: number, mine: number) => panel({ stops: [{ ...stop, direct, mine }] })
    expect(own(11, 0)).not.toContain('href="/app/messages')
    expect(own(11, 1)).toContain('href="/app/messages')
    expect(wordsOf(own(11, 1))).toContain('11 direct messages, 1 of them to you')
    expect(wordsOf(own(1, 1))).not.toContain('of them')
  })

  it('speaks the reader’s language, in their zone', () => {
    const text = wordsOf(panel({}, screen({ me: sanne, messages: on.messages })))
    expect(text).toContain('1 dag en 2 uur verder')
    expect(text).toContain('ma 5 april 10:05')
    expect(text).toContain('11 privéberichten')
  })

  it('says where it goes while it is under way, and that nothing came when nothing did', () => {
    expect(wordsOf(panel({ over: false, stops: [] }))).toContain('On the way to Mon 5 April 09:05')
    expect(wordsOf(panel({ over: false, stops: [] }))).not.toContain('Nothing arrived')
    expect(wordsOf(panel({ stops: [] }))).toContain('Nothing arrived')
  })

  it('does not come up again for a journey that was over before', () => {
    const shown = (over: boolean, more = {}) =>
      drawn(<Journey screen={screen({ world: world({ journey: { ...journey, over }, ...more }) })} />, on)
    expect(shown(true)).toBe('')
    expect(shown(false)).toContain('class="journey"')
    expect(shown(false, { story: { title: '', done: 0, of: 1 } })).toBe('')
  })
})
