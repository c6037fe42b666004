import { describe, expect, it } from 'vitest'
import { createDates } from '../../../../src/playground/page/workspace/dates.ts'
import {
  type Item,
  inChannel,
  inThread,
  type Row,
  toItems,
  toRows,
} from '../../../../src/playground/page/workspace/rows.ts'
import { said, ts, whispered } from '../given.ts'

const amsterdam = createDates({ locale: 'nl-NL', tz: 'Europe/Amsterdam', language: 'nl' })
const newYork = createDates({ locale: 'en-US', tz: 'America/New_York', language: 'en' })

const rowsOf = (items: Item[], over: Partial<Parameters<typeof toRows>[1]> = {}) =>
  toRows(items, { from: 0, to: items.length, dates: amsterdam, me: 'U1', ...over })

/** What is drawn, in short: a day, the mark, `User` with a head and `user` without one. */
const short = (rows: Row[]) =>
  rows.map((row) => {
    if (row.is === 'day') return row.day
    if (row.is !== 'message') return row.is
    return row.headed ? row.message.user : row.message.user.toLowerCase()
  })

describe('what a channel draws', () => {
  it('parts the days where midnight is for the reader', () => {
    const items = toItems(
      [said('2026-04-08T21:59:00Z'), said('2026-04-08T22:01:00Z'), said('2026-04-09T04:01:00Z')],
      [],
      [],
    )
    expect(short(rowsOf(items))).toEqual(['2026-04-08', 'U2', '2026-04-09', 'U2', 'U2'])
    expect(short(rowsOf(items, { dates: newYork }))).toEqual(['2026-04-08', 'U2', 'u2', '2026-04-09', 'U2'])
  })

  it('keeps two minutes together over the hour that a clock change leaves out', () => {
    const items = toItems([said('2026-03-29T00:59:00Z'), said('2026-03-29T01:01:00Z')], [], [])
    expect(short(rowsOf(items))).toEqual(['2026-03-29', 'U2', 'u2'])
  })

  it.each([
    ['within five minutes', '2026-04-08T09:05:00Z', {}, 'u2'],
    ['after more than five minutes', '2026-04-08T09:05:01Z', {}, 'U2'],
    ['by somebody else', '2026-04-08T09:01:00Z', { user: 'U3' }, 'U3'],
    ['as a line about the channel', '2026-04-08T09:01:00Z', { subtype: 'channel_join' }, 'U2'],
    ['as an answer in a thread sent to the channel too', '2026-04-08T09:01:00Z', { subtype: 'thread_broadcast' }, 'U2'],
  ])('a message %s', (_how, instant, over, shown) => {
    const items = toItems([said('2026-04-08T09:00:00Z'), said(instant, over)], [], [])
    expect(short(rowsOf(items)).at(-1)).toBe(shown)
  })

  it('gives a head to what follows something that only this person sees', () => {
    const items = toItems(
      [said('2026-04-08T09:00:00Z'), said('2026-04-08T09:02:00Z')],
      [whispered('2026-04-08T09:01:00Z')],
      [],
    )
    expect(short(rowsOf(items))).toEqual(['2026-04-08', 'U2', 'ephemeral', 'U2'])
  })

  it('draws part of it as the whole would be drawn', () => {
    const items = toItems(
      ['09:00', '09:01', '09:02', '09:30'].map((time) => said(`2026-04-08T${time}:00Z`)),
      [],
      [],
    )
    expect(short(rowsOf(items, { from: 2 }))).toEqual(['u2', 'U2'])
    expect(short(rowsOf(items, { from: 1, to: 3 }))).toEqual(['u2', 'u2'])
  })

  it('marks the first unread message, which has a head then', () => {
    const items = toItems(
      ['09:00', '09:01', '09:02'].map((time) => said(`2026-04-08T${time}:00Z`)),
      [],
      [],
    )
    expect(short(rowsOf(items, { unreadAfter: ts('2026-04-08T09:00:00Z') }))).toEqual([
      '2026-04-08',
      'U2',
      'unread',
      'U2',
      'u2',
    ])
  })

  it('marks nothing above own words, above who came and went, or where all was read', () => {
    const own = said('2026-04-08T09:01:00Z', { user: 'U1' })
    const came = said('2026-04-08T09:02:00Z', { subtype: 'channel_join' })
    const items = toItems([said('2026-04-08T09:00:00Z'), own, came], [], [])
    expect(short(rowsOf(items, { unreadAfter: ts('2026-04-08T09:00:00Z') }))).not.toContain('unread')
    const later = toItems([own, came, said('2026-04-08T09:03:00Z')], [], [])
    expect(short(rowsOf(later, { unreadAfter: '0' }))).toEqual(['2026-04-08', 'U1', 'U2', 'unread', 'U2'])
  })

  it('has a key of its own for everything, also where two things stand at one instant', () => {
    const items = toItems(
      [said('2026-04-08T09:00:00Z')],
      [whispered('2026-04-08T09:00:00Z')],
      [{ id: 0, ts: ts('2026-04-08T09:00:00Z'), text: 'x', trouble: true }],
    )
    const keys = rowsOf(items).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('what belongs to a channel and to a thread', () => {
  const root = said('2026-04-08T09:00:00Z', { thread_ts: ts('2026-04-08T09:00:00Z') })
  const reply = said('2026-04-08T09:01:00Z', { thread_ts: root.ts })
  const both = said('2026-04-08T09:02:00Z', { thread_ts: root.ts, subtype: 'thread_broadcast' })
  const other = said('2026-04-08T09:03:00Z')

  it('keeps replies out of the channel, unless they were sent there too', () => {
    expect(inChannel([root, reply, both, other])).toEqual([root, both, other])
  })

  it('keeps a thread together', () => {
    expect(inThread([root, reply, both, other], root.ts)).toEqual([root, reply, both])
  })
})

describe('a line of this window alone', () => {
  const line = { id: 1, ts: ts('2026-04-08T09:00:05Z'), text: 'Nothing is open.', trouble: false }

  it('stands in its place in time', () => {
    const items = toItems([said('2026-04-08T09:00:00Z'), said('2026-04-08T09:01:00Z')], [], [line])
    expect(items.map(({ is }) => is)).toEqual(['message', 'line', 'message'])
  })

  it('is not said twice when the answer came by itself', () => {
    expect(toItems([], [whispered('2026-04-08T09:00:04Z')], [line]).map(({ is }) => is)).toEqual(['ephemeral'])
  })

  it('stays beside the same words of another time, and where it tells of trouble', () => {
    expect(toItems([], [whispered('2026-04-07T09:00:04Z')], [line])).toHaveLength(2)
    expect(toItems([], [whispered('2026-04-08T09:00:04Z')], [{ ...line, trouble: true }])).toHaveLength(2)
  })
})
