import { describe, expect, it } from 'vitest'
import { unreadOf } from '../../../../src/playground/page/workspace/unread.ts'
import { channel, said, ts } from '../given.ts'

const read = ts('2026-04-08T09:00:00Z')

describe('what is unread', () => {
  it.each([
    ['a message of somebody else', {}, { count: 1, personal: 0 }],
    ['a mention', { text: 'Ask <@U1>.' }, { count: 1, personal: 1 }],
    ['a mention of somebody else', { text: 'Ask <@U12>.' }, { count: 1, personal: 0 }],
    ['a word to everybody', { text: '<!here> lunch' }, { count: 1, personal: 1 }],
    ['own words', { user: 'U1' }, { count: 0, personal: 0 }],
    ['somebody who came', { subtype: 'channel_join' }, { count: 0, personal: 0 }],
    ['a reply in a thread', { thread_ts: ts('2026-04-01T09:00:00Z') }, { count: 0, personal: 0 }],
  ])('%s', (_what, over, expected) => {
    const messages = [said('2026-04-08T08:59:00Z', { text: '<@U1>' }), said('2026-04-08T09:01:00Z', over)]
    expect(unreadOf(messages, channel({ lastRead: read }), 'U1')).toEqual(expected)
  })

  it('is all for this person in a DM, and nothing where one has not joined', () => {
    const messages = [said('2026-04-08T09:01:00Z'), said('2026-04-08T09:02:00Z')]
    expect(unreadOf(messages, channel({ kind: 'im', lastRead: read }), 'U1')).toEqual({ count: 2, personal: 2 })
    expect(unreadOf(messages, channel({ joined: false }), 'U1')).toEqual({ count: 0, personal: 0 })
  })
})
