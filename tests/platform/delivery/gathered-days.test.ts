import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, weekdayOf } from '../../../src/calendar/local-date.ts'
import { toInstant, toLocal } from '../../../src/calendar/wall-time.ts'
import { gathered, itemsChanged, type Mornings } from '../../../src/platform/delivery/gathered.ts'
import { silentLog } from '../../../src/platform/log.ts'
import type { Person } from '../../../src/platform/person.ts'
import type { Item } from '../../../src/platform/rendered.ts'
import { engines } from '../../support/databases.ts'
import { anna, monday, pass, useWorld, workspaceId } from '../../support/delivery-world.ts'

const hour = 3_600_000
const day = 24 * hour
const zone = 'Europe/Amsterdam'
const button = { action: 'actions:done', text: 'Done', value: 'v' }
const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, title: `Title ${id}`, from: monday, buttons: [button] },
  ...more,
})

interface Life {
  messages: Person['messages']
  language: Person['language']
  away: boolean
  daysOff: Set<LocalDate>
  due: Item[]
  heldBack: Set<string>
}

describe.each(engines)('the days of the gathered message on %s', (engine) => {
  const world = useWorld(engine)

  /** Anna works on working days from nine to five, unless she is away. */
  function live(said: Partial<Life> = {}): Life {
    const life: Life = {
      ...{ messages: 'daily', language: 'en', away: false, daysOff: new Set(), due: [item('a')], heldBack: new Set() },
      ...said,
    }
    const works = (date: LocalDate) => weekdayOf(date) <= 5 && !life.daysOff.has(date)
    const who = (): Person => ({
      ...{ id: 'p1', workspaceId, slackId: anna, name: 'Anna de Wit', zone, kind: 'member', admin: false },
      ...{ language: life.language, messages: life.messages },
    })
    const mornings: Mornings = {
      begun: async (_db, now) => {
        const { date, time } = toLocal(now, zone)
        return life.away || !works(date) || time < '09:00' || time >= '17:00' ? [] : [{ person: who(), date }]
      },
      find: async () => who(),
      nextStart: async (_db, now) => {
        const { date } = toLocal(now, zone)
        const starts = [0, 1].map((days) => toInstant(addDays(date, days), '09:00', zone))
        return starts.find((start) => start > now)
      },
    }
    const sources = { mornings, nudges: [async () => life.due], coming: [], log: silentLog }
    const feature = gathered({ ...sources, heldBack: async () => life.heldBack })
    Object.assign(world().messages, feature.messages)
    world().jobs.push(...feature.jobs)
    return life
  }
  const messages = () => world().slack.person('anna').directMessages()
  const days = () => messages().map(({ ts }) => toLocal(Math.floor(Number(ts)) * 1000, zone).date)
  const changed = () =>
    world()
      .db.transaction()
      .execute((trx) => itemsChanged(trx, workspaceId, ['p1'], world().clock.now()))
  const updates = () => world().slack.traffic.filter(({ what }) => what === 'chat.update').length
  const withButtons = () => messages().map(({ blocks }) => (blocks ?? []).some(({ type }) => type === 'actions'))

  it.each([
    ['daily', [], ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15']],
    ['monday', [], ['2026-12-07', '2026-12-14']],
    ['monday', ['2026-12-07', '2026-12-14'], ['2026-12-08', '2026-12-15']],
    ['home', [], []],
  ] as const)('%s, with %j off: sent on %j', async (choice, off, expected) => {
    const { clock, worker } = world()
    live({ messages: choice, daysOff: new Set(off) })
    await pass(clock, 8 * day + 4 * hour, [worker()])
    expect(days()).toEqual(expected)
  })

  it('of Mondays only comes on the first day that somebody works, and brings nothing when nothing was due then', async () => {
    const { clock, worker } = world()
    const life = live({ messages: 'monday', away: true })
    const loop = worker()
    await pass(clock, 2 * day, [loop])
    life.away = false
    await pass(clock, day, [loop])
    expect(days()).toEqual(['2026-12-09'])
    life.due = []
    await pass(clock, 5 * day, [loop])
    life.due = [item('b')]
    await pass(clock, 3 * day, [loop])
    expect(days()).toEqual(['2026-12-09'])
  })

  it('of Mondays only follows on its day, and is not sent again', async () => {
    const { clock, worker } = world()
    const life = live({ messages: 'monday' })
    const loop = worker()
    await pass(clock, hour, [loop])
    life.due = [item('b')]
    await changed()
    await pass(clock, day, [loop])
    expect(messages().map(({ text }) => text)).toEqual(['Hi Anna, this is waiting for you:\n• Title b'])
  })

  it.each(['home', 'monday'] as const)('is not sent on a day on which somebody chose otherwise: %s', async (choice) => {
    const { clock, worker } = world()
    clock.set(monday + day)
    const life = live({ messages: 'monday', due: [] })
    const loop = worker()
    await pass(clock, day - hour, [loop])
    life.messages = 'daily'
    life.due = [item('later', { from: monday + 2 * day + 2 * hour })]
    await pass(clock, 2 * hour, [loop])
    life.messages = choice
    await pass(clock, day, [loop])
    expect(days()).toEqual([])
  })

  it('chosen for Mondays in the middle of a week comes on the next', async () => {
    const { clock, worker } = world()
    const life = live({ messages: 'home' })
    const loop = worker()
    await pass(clock, 2 * day, [loop])
    life.messages = 'monday'
    await pass(clock, 5 * day + hour, [loop])
    expect(days()).toEqual(['2026-12-14'])
  })

  it('leaves the one before it without buttons, and no other', async () => {
    const { clock, worker } = world()
    const life = live()
    const loop = worker()
    await pass(clock, hour, [loop])
    expect(withButtons()).toEqual([true])
    await pass(clock, day, [loop])
    expect(withButtons()).toEqual([false, true])
    expect(messages()[0]?.text).toBe(
      'This was open on Monday 7 December. What still is, you find in my latest message and in Home.',
    )
    expect(updates()).toBe(1)
    life.language = 'nl'
    await changed()
    await pass(clock, day, [loop])
    expect(withButtons()).toEqual([false, false, true])
    expect(messages()[1]?.text).toContain('Dit stond open op dinsdag 8 december.')
    expect(messages()[0]?.text).toContain('Monday 7 December')
    expect(updates()).toBe(3)
  })

  it('leaves one alone that shows no buttons any more, and one that nothing followed', async () => {
    const { clock, worker } = world()
    const life = live()
    const loop = worker()
    await pass(clock, hour, [loop])
    life.due = []
    await changed()
    await pass(clock, hour, [loop])
    life.due = [item('b')]
    await pass(clock, day, [loop])
    life.due = []
    await pass(clock, day, [loop])
    expect(messages()[0]?.text).toBe('Hi Anna, nothing is waiting for you any more.')
    expect(withButtons()).toEqual([false, true])
    expect(updates()).toBe(1)
  })

  it('is retired by the next one, not by the turn of the day', async () => {
    const { clock, worker } = world()
    live()
    const loop = worker()
    await pass(clock, 15 * hour - 1, [loop])
    await changed()
    clock.set(monday + 16 * hour)
    await pass(clock, hour, [loop])
    expect(withButtons()).toEqual([true])
  })

  it('only loses what no longer waits on the days after its own, until the next one stands', async () => {
    const { clock, worker } = world()
    const life = live({ messages: 'monday', due: [item('a'), item('b')] })
    const loop = worker()
    const follows = async (due: Item[], hours: number) => {
      life.due = due
      await changed()
      await pass(clock, hours * hour, [loop])
      return messages().map(({ text }) => text)
    }
    await pass(clock, day, [loop])
    const fresh = item('new', { from: monday + day })
    expect(await follows([item('b'), fresh], 24)).toEqual(['Hi Anna, this is waiting for you:\n• Title b'])
    const gone = 'This was open on Monday 7 December. What still is, you find in my latest message and in Home.'
    expect(await follows([fresh], 24)).toEqual([gone])
    expect(await follows([], 24)).toEqual([gone])
    expect(days()).toEqual(['2026-12-07'])
    expect((await follows([item('c')], 84))[1]).toBe('Hi Anna, this is waiting for you:\n• Title c')
    const stood = messages()[0]?.text
    expect(await follows([], 1)).toEqual([stood, 'Hi Anna, nothing is waiting for you any more.'])
  })

  it('says nothing of what is held back', async () => {
    const { clock, worker } = world()
    live({
      due: [item('pilot', { partnershipId: 'p1' }), item('other', { partnershipId: 'p2' }), item('own')],
      heldBack: new Set(['p1']),
    })
    await pass(clock, hour, [worker()])
    expect(messages()[0]?.text).toBe('Hi Anna, this is waiting for you:\n• Title other\n• Title own')
  })

  it('is at most one a working day, and none where nothing is due, whatever happens', async () => {
    const { clock, worker, db } = world()
    const loop = worker()
    const life = live()
    const event = fc.oneof(
      fc.record({ messages: fc.constantFrom('daily', 'monday', 'home') }),
      fc.record({ away: fc.boolean() }),
      fc.record({ due: fc.subarray([item('a'), item('b'), item('c')]) }),
      fc.integer({ min: 1, max: 4 }).map((hours) => ({ due: [item('later', { from: -hours })] })),
    )
    const step = fc.tuple(event, fc.boolean(), fc.integer({ min: 1, max: 30 }))
    let sent = 0
    const story = fc.array(step, { minLength: 5, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        await db.deleteFrom('delivery_event').execute()
        await db.deleteFrom('delivery').where('parent_id', 'is not', null).execute()
        await db.deleteFrom('delivery').execute()
        clock.travelTo(clock.now() + 14 * day)
        Object.assign(life, { messages: 'daily', away: false, due: [item('a')] })
        const before = messages().length
        for (const [change, told, hours] of steps) {
          const stood = messages().length
          Object.assign(life, change)
          for (const one of life.due) if (one.from < 0) one.from = clock.now() - one.from * hour
          if (told) await changed()
          const began = clock.now()
          await pass(clock, hours * hour, [loop])
          const fresh = messages().slice(stood)
          for (const { ts } of fresh) {
            const { time } = toLocal(Math.floor(Number(ts)) * 1000, zone)
            expect(time >= '09:00' && time < '17:00' && !life.away && life.messages !== 'home').toBe(true)
            expect(life.due.some(({ from }) => from <= Number(ts) * 1000)).toBe(true)
            expect(Number(ts) * 1000).toBeGreaterThanOrEqual(began)
          }
        }
        const sentOn = days().slice(before)
        sent += sentOn.length
        expect(new Set(sentOn).size).toBe(sentOn.length)
        expect(sentOn.filter((date) => weekdayOf(date) > 5)).toEqual([])
      }),
      { numRuns: 25, seed: 20_261_207 },
    )
    expect(sent).toBeGreaterThan(25)
  })
})
