import { describe, expect, it } from 'vitest'
import {
  claimAbandoned,
  firstTime,
  isKnown,
  purgeInbox,
  releaseLeases,
  renewLeases,
  writeInbox,
} from '../../../src/platform/slack/inbox.ts'
import { engines, useDatabase } from '../../support/databases.ts'

const body = JSON.stringify({ text: 'odd: \' " \u0000 \ud800 € 🎉 \n' })
const row = (key: string, more: object = {}) => ({
  key,
  kind: 'command' as const,
  body,
  receivedAt: 1_000,
  attempts: 1,
  leaseUntil: 61_000,
  ...more,
})
const none = new Map<string, number>()

describe.each(engines)('the inbox on %s', (engine) => {
  const database = useDatabase(engine)
  const db = () => database().db
  const rows = () => db().selectFrom('inbox').selectAll().orderBy('key').execute()
  const write = (...args: [Parameters<typeof writeInbox>[2], Map<string, number>]) => writeInbox(db(), engine, ...args)

  it('keeps what it was given', async () => {
    expect(await write([row('a'), row('b', { attempts: 0, leaseUntil: 0 })], none)).toEqual(new Set(['a', 'b']))
    expect(await rows()).toEqual([
      { key: 'a', kind: 'command', body, received_at: 1_000, done_at: null, attempts: 1, lease_until: 61_000 },
      { key: 'b', kind: 'command', body, received_at: 1_000, done_at: null, attempts: 0, lease_until: 0 },
    ])
  })

  it('knows a key it has, done or not, and leaves its row alone', async () => {
    await write([row('a'), row('b')], none)
    await write([], new Map([['b', 2_000]]))
    expect(await write([row('a', { body: '{}' }), row('b'), row('c')], none)).toEqual(new Set(['c']))
    expect((await rows()).map(({ key, body: kept, done_at }) => [key, kept, done_at])).toEqual([
      ['a', body, null],
      ['b', null, 2_000],
      ['c', body, null],
    ])
  })

  it('wipes a body when it is done, in the same commit as what is new', async () => {
    await write([row('a')], none)
    await write([row('b')], new Map([['a', 5_000]]))
    expect(await rows()).toMatchObject([
      { key: 'a', body: null, done_at: 5_000, received_at: 1_000 },
      { key: 'b', body, done_at: null },
    ])
  })

  it('gives abandoned rows to one of several that ask at once', async () => {
    await write([row('a', { leaseUntil: 10 }), row('b', { leaseUntil: 99 }), row('c', { leaseUntil: 10 })], none)
    await write([], new Map([['c', 5]]))
    const claim = { leaseOverBy: 50, leaseUntil: 150, limit: 10 }
    const claims = await Promise.all([1, 2, 3].map(() => claimAbandoned(db(), engine, claim)))
    expect(claims.flat()).toEqual([{ key: 'a', kind: 'command', body, receivedAt: 1_000, attempts: 2 }])
  })

  it('takes the oldest first, no more than asked for', async () => {
    await write([row('new', { receivedAt: 9, leaseUntil: 0 }), row('old', { receivedAt: 1, leaseUntil: 0 })], none)
    const claimed = await claimAbandoned(db(), engine, { leaseOverBy: 50, leaseUntil: 150, limit: 1 })
    expect(claimed.map(({ key }) => key)).toEqual(['old'])
  })

  it('holds on to leases and hands them back', async () => {
    await write([row('a'), row('b'), row('c')], none)
    await renewLeases(db(), ['a', 'b'], 70_000)
    await releaseLeases(db(), ['a'])
    expect((await rows()).map((one) => [one.key, one.lease_until, one.attempts])).toEqual([
      ['a', 0, 0],
      ['b', 70_000, 1],
      ['c', 61_000, 1],
    ])
  })

  it('does a submission once, also when two come at the same time', async () => {
    const once = () =>
      db()
        .transaction()
        .execute((trx) => firstTime(trx, 'view:1', 'submission', 1))
    expect((await Promise.all([once(), once(), once()])).toSorted()).toEqual([false, false, true])
    expect(await isKnown(db(), 'view:1')).toBe(true)
    expect(await isKnown(db(), 'view:2')).toBe(false)
  })

  it('forgets a submission whose effect failed', async () => {
    const failing = db()
      .transaction()
      .execute(async (trx) => {
        await firstTime(trx, 'view:1', 'submission', 1)
        throw new Error('the effect failed')
      })
    await expect(failing).rejects.toThrow()
    expect(await isKnown(db(), 'view:1')).toBe(false)
  })

  it('keeps the keys of what is done for 48 hours, and what is not done for ever', async () => {
    const hours = 3_600_000
    await write([row('old'), row('recent'), row('open')], none)
    await write(
      [],
      new Map([
        ['old', 1],
        ['recent', 2 * hours],
      ]),
    )
    await purgeInbox(db(), 49 * hours)
    expect((await rows()).map(({ key }) => key)).toEqual(['open', 'recent'])
  })
})
