import { describe, expect, it } from 'vitest'
import { complaintOf } from '../../../../src/playground/page/controls/complaint.ts'
import { fitter, newSince } from '../../../../src/playground/page/controls/sieve.ts'
import type { Exchange } from '../../../../src/playground/page/wire.ts'

const exchange = (more: Partial<Exchange>): Exchange => ({
  at: 0,
  from: 'app',
  what: 'chat.postMessage',
  request: { text: 'Hello' },
  answer: { ok: true },
  ...more,
})
const refused = { ok: false, error: 'invalid_blocks' }
const because = '[ERROR] no more than 50 items allowed [json-pointer:/blocks]'

describe('a complaint', () => {
  it.each([
    ['what Slack refused', { answer: refused, status: 200 }, 'invalid_blocks'],
    [
      'the reasons of the validator',
      { answer: { ...refused, errors: ['short'], response_metadata: { messages: [because] } }, status: 200 },
      `invalid_blocks · ${because}`,
    ],
    ['reasons that stand only in errors', { answer: { ...refused, errors: ['short'] } }, 'invalid_blocks · short'],
    [
      'a scope that is missing',
      { answer: { ok: false, error: 'missing_scope', needed: 'chat:write' } },
      'missing_scope · needed: chat:write',
    ],
    [
      'a limit that was reached',
      { answer: { ok: false, error: 'ratelimited' }, status: 429 },
      'HTTP 429 · ratelimited',
    ],
    [
      'an outage',
      { answer: 'The stand-in was asked to fail.', status: 503 },
      'HTTP 503 · The stand-in was asked to fail.',
    ],
    [
      'a refusal that came as text',
      { what: 'response_url', answer: '{"ok":false,"error":"used_url"}', status: 404 },
      'HTTP 404 · used_url',
    ],
    ['an error without words', { answer: undefined, status: 500 }, 'HTTP 500'],
    ['a broken connection', { answer: 'done, connection broken: {"ok":true}' }, 'done, connection broken: {"ok":true}'],
    ['a socket that was refused', { what: 'socket open', answer: 'refused', status: 403 }, 'HTTP 403 · refused'],
    ['an app that did not answer', { from: 'slack', what: 'event message', answer: 'http_timeout' }, 'http_timeout'],
    [
      'an app that answered with an error',
      { from: 'slack', what: 'event message', answer: 'http_error', status: 500 },
      'HTTP 500 · http_error',
    ],
  ] as const)('is %s', (_, more, expected) => expect(complaintOf(exchange(more))).toBe(expected))

  it.each([
    ['what went well', { status: 200 }],
    ['a response_url that was taken', { what: 'response_url', answer: 'ok', status: 200 }],
    ['a socket that stands', { what: 'socket open', answer: { type: 'hello' } }],
    ['a socket that closed', { what: 'socket close', answer: undefined }],
    ['an acknowledgement with nothing in it', { from: 'slack', what: 'block_actions', answer: undefined }],
    ['an acknowledgement in words', { from: 'slack', what: 'command /rondo', answer: 'Thank you' }],
    [
      'fields that were filled in wrongly',
      { from: 'slack', what: 'view_submission', answer: { response_action: 'errors' } },
    ],
    ['a message that quotes an error', { answer: { ok: true, message: { text: 'ok: false' } }, status: 200 }],
  ] as const)('is not %s', (_, more) => expect(complaintOf(exchange(more))).toBeUndefined())
})

describe('the filter', () => {
  const fits = fitter()

  it.each([
    ['', true],
    ['POSTmessage', true],
    [' hello ', true],
    ['invalid_blocks', true],
    ['200', true],
    ['goodbye', false],
  ])('%j looks at the name, the request, the answer and the status', (filter, expected) => {
    expect(fits(exchange({ answer: refused, status: 200 }), filter, false)).toBe(expected)
  })

  it('can leave complaints alone standing', () => {
    expect(fits(exchange({}), '', true)).toBe(false)
    expect(fits(exchange({ answer: refused }), '', true)).toBe(true)
    expect(fits(exchange({ answer: refused }), 'goodbye', true)).toBe(false)
  })

  it('counts what passes while it is paused, also when the oldest are forgotten', () => {
    const [a, b, c, d] = [exchange({}), exchange({}), exchange({}), exchange({})]
    expect(newSince([a, b], [a, b])).toBe(0)
    expect(newSince([a, b], [b, c, d])).toBe(2)
    expect(newSince([a], [b, c])).toBe(2)
    expect(newSince([], [a])).toBe(1)
  })
})
