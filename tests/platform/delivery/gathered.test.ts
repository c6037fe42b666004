import { describe, expect, it } from 'vitest'
import { toLocal } from '../../../src/calendar/wall-time.ts'
import { gathered, itemsChanged, type Mornings, toldSince } from '../../../src/platform/delivery/gathered.ts'
import { createLog } from '../../../src/platform/log.ts'
import type { Person } from '../../../src/platform/person.ts'
import type { Item } from '../../../src/platform/rendered.ts'
import { engines } from '../../support/databases.ts'
import { anna, monday, pass, useWorld, workspaceId } from '../../support/delivery-world.ts'

const hour = 3_600_000
const person: Person = {
  id: 'p1',
  workspaceId,
  slackId: anna,
  name: 'Anna de Wit',
  language: 'en',
  zone: 'Europe/Amsterdam',
  kind: 'member',
  admin: false,
  messages: 'daily',
}
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: `Title ${id}`,
  from: monday,
  buttons: [],
  ...more,
})

describe.each(engines)('the gathered message on %s', (engine) => {
  const world = useWorld(engine)

  /** Anna works from nine to five, unless she is away. */
  function gather({ who = person, due = [] as Item[], coming = [] as Item[], nudges = [async () => due] } = {}) {
    const state = { away: false }
    const mornings: Mornings = {
      begun: async (_db, now) => {
        const { date, time } = toLocal(now, who.zone)
        return state.away || time < '09:00' || time >= '17:00' ? [] : [{ person: who, date }]
      },
      find: async () => who,
      nextStart: async (_db, now) => {
        const starts = [0, 1].map((days) => monday + days * 24 * hour)
        return starts.find((start) => start > now)
      },
    }
    const feature = gathered({ mornings, nudges, coming: [async () => coming], log: createLog('silent') })
    Object.assign(world().messages, feature.messages)
    world().jobs.push(...feature.jobs)
    return state
  }
  const messages = () => world().slack.person('anna').directMessages()
  const said = () => messages().map(({ text }) => text)
  const deliveries = () => world().db.selectFrom('delivery').select(['cause', 'state', 'reason']).execute()

  it('is sent once, when the working day begins', async () => {
    const { clock, worker } = world()
    clock.set(monday - hour)
    gather({ due: [item('a')] })
    const loop = worker()
    await pass(clock, hour - 1, [loop])
    expect(said()).toEqual([])
    await pass(clock, 23 * hour, [loop])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title a'])
    expect(Number(messages()[0]?.ts) * 1000).toBe(monday)
    await pass(clock, hour + 1, [loop])
    expect(said()).toHaveLength(2)
  })

  it('shows what waits now when that changes, in its place and without a new message', async () => {
    const { clock, worker, db, slack } = world()
    const due = [item('a'), item('b')]
    gather({ due })
    const loop = worker()
    await pass(clock, 60_000, [loop])
    const changed = () =>
      db.transaction().execute((trx) => itemsChanged(trx, workspaceId, ['p1', 'somebody else'], clock.now()))
    due.shift()
    await changed()
    await pass(clock, 60_000, [loop])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title b'])
    due.push(item('c'))
    due.shift()
    await changed()
    await changed()
    await pass(clock, 60_000, [loop])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title c'])
    due.shift()
    await changed()
    await pass(clock, 60_000, [loop])
    expect(said()).toEqual(['Hi Anna, nothing is waiting for you any more.'])
    expect(slack.traffic.filter(({ what }) => what === 'chat.update')).toHaveLength(3)
    await changed()
    await pass(clock, 60_000, [loop])
    expect(slack.traffic.filter(({ what }) => what === 'chat.update')).toHaveLength(3)
  })

  it('follows after work and while away, stays while nobody can tell what waits, and on the next day', async () => {
    const { clock, worker, db } = world()
    const due = [item('a')]
    let broken = false
    const nudges = async () => (broken ? Promise.reject(new Error('not now')) : due)
    const state = gather({ nudges: [nudges] })
    const loop = worker()
    await pass(clock, 60_000, [loop])
    const stood = said()
    const changed = () => db.transaction().execute((trx) => itemsChanged(trx, workspaceId, ['p1'], clock.now()))
    due.shift()
    broken = true
    await changed()
    await pass(clock, 60_000, [loop])
    expect(said()).toEqual(stood)
    broken = false
    await pass(clock, hour, [loop])
    expect(said()).toEqual(['Hi Anna, nothing is waiting for you any more.'])
    state.away = true
    due.push(item('b'))
    await changed()
    await pass(clock, 8 * hour, [loop])
    const atNight = ['Hi Anna, this is waiting for you:\n• Title b']
    expect(said()).toEqual(atNight)
    due.shift()
    clock.travelTo(monday + 16 * hour)
    await changed()
    await pass(clock, hour, [loop])
    expect(said()).toEqual(atNight)
  })

  it('is known to have told somebody from the moment it stood in Slack on', async () => {
    const { clock, worker, db } = world()
    gather({ due: [item('a')] })
    const somebody = { workspaceId, slackId: anna }
    await pass(clock, 48 * hour, [worker()])
    expect(await toldSince(db, somebody, monday - hour)).toBe(monday)
    expect(await toldSince(db, somebody, monday)).toBe(monday)
    expect(await toldSince(db, somebody, monday + 1)).toBe(monday + 24 * hour)
    expect(await toldSince(db, somebody, monday + 49 * hour)).toBeUndefined()
    expect(await toldSince(db, { ...somebody, workspaceId: 'w2' }, monday)).toBeUndefined()
    expect(await toldSince(db, { ...somebody, slackId: 'U0BRAM0001' }, monday)).toBeUndefined()
    await db.updateTable('delivery').set({ pilot_id: 'p1' }).execute()
    expect(await toldSince(db, somebody, monday)).toBeUndefined()
  })

  it('is worded with what waits when it goes out, whatever changed before', async () => {
    const { clock, worker, db, slack } = world()
    clock.set(monday - hour)
    gather({ due: [item('a')] })
    await db.transaction().execute((trx) => itemsChanged(trx, workspaceId, ['p1'], clock.now()))
    await pass(clock, 2 * hour, [worker()])
    expect(said()).toHaveLength(1)
    expect(slack.traffic.filter(({ what }) => what === 'chat.update')).toEqual([])
  })

  it('is still sent, once, when Rondo comes back during the working day', async () => {
    const { clock, worker } = world()
    clock.set(monday + 3 * hour)
    gather({ due: [item('a')] })
    await pass(clock, hour, [worker(), worker()])
    expect(said()).toHaveLength(1)
  })

  it('is not sent when nothing is due', async () => {
    const { clock, worker } = world()
    gather({ due: [item('tomorrow', { from: monday + 24 * hour })] })
    await pass(clock, hour, [worker()])
    expect(said()).toEqual([])
    expect(await deliveries()).toEqual([
      { cause: `gathered:${workspaceId}:2026-12-07`, state: 'skipped', reason: 'nothing due' },
    ])
  })

  it('waits for the first thing that is due later today', async () => {
    const { clock, worker } = world()
    gather({ due: [item('later', { from: monday + 3 * hour }), item('soon', { from: monday + 2 * hour })] })
    const loop = worker()
    await pass(clock, 2 * hour - 1, [loop])
    expect(said()).toEqual([])
    await pass(clock, 1, [loop])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title soon'])
    expect(JSON.stringify(messages()[0]?.blocks)).toContain('*Later today*\\n12:00 Title later')
  })

  it('lists what is overdue first, then the oldest, and announces what comes later today', async () => {
    const { clock, worker } = world()
    const due = [
      item('new', { from: monday - hour }),
      item('old', { from: monday - 9 * hour }),
      item('overdue', { overdue: true }),
      item('afternoon', { from: monday + 5 * hour, buttons: [{ action: 'x', text: 'Do', value: '1' }] }),
    ]
    const coming = [
      item('afternoon', { from: monday + 5 * hour }),
      item('evening', { from: monday + 4 * hour }),
      item('old'),
    ]
    gather({ due, coming })
    await pass(clock, 0, [worker()])
    const titles = said()[0]?.split('\n').slice(1)
    expect(titles).toEqual(['• Title overdue', '• Title old', '• Title new'])
    const blocks = JSON.stringify(messages()[0]?.blocks)
    expect(blocks).toContain('*Later today*\\n13:00 Title evening\\n14:00 Title afternoon')
    expect(blocks).not.toContain('"action_id":"x"')
  })

  it.each([
    ['en', 'Hi Anna, this is waiting for you:', '…and 3 more. See everything with `/rondo`.'],
    ['nl', 'Hoi Anna, dit staat voor je klaar:', '…en nog 3. Met `/rondo` zie je alles.'],
  ] as const)(
    'shows twenty things with their buttons, and says how many more there are: %s',
    async (language, hello, more) => {
      const { clock, worker } = world()
      const buttons = [{ action: 'actions:done', text: 'Done', value: 'v' }]
      const due = Array.from({ length: 23 }, (_, index) => item(`${index}`, { buttons }))
      gather({ who: { ...person, language }, due })
      await pass(clock, 0, [worker()])
      const [text] = said()
      expect(text?.split('\n')).toHaveLength(22)
      expect(text).toContain(hello)
      expect(text).toContain(more)
      expect(messages()[0]?.blocks?.filter(({ type }) => type === 'actions')).toHaveLength(20)
    },
  )

  it('is not sent to somebody who has meanwhile become away', async () => {
    const { clock, worker } = world()
    const state = gather({ due: [item('later', { from: monday + hour })] })
    const loop = worker()
    await pass(clock, hour - 1, [loop])
    state.away = true
    await pass(clock, 2 * hour, [loop])
    expect(said()).toEqual([])
    expect(await deliveries()).toMatchObject([{ state: 'skipped', reason: 'not at work' }])
  })

  it('brings what the other features have when one cannot tell', async () => {
    const { clock, worker } = world()
    const broken = async (): Promise<Item[]> => {
      throw new Error('no such table')
    }
    gather({ nudges: [broken, async () => [item('a')]] })
    await pass(clock, 0, [worker()])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title a'])
  })

  it('is tried again where nothing is known to be due because a feature could not tell', async () => {
    const { clock, worker } = world()
    const answers = [Promise.reject(new Error('the connection broke')), Promise.resolve([item('a')])]
    for (const answer of answers) answer.catch(() => undefined)
    gather({ nudges: [async () => (await answers.shift()) ?? []] })
    await pass(clock, hour, [worker()])
    expect(said()).toEqual(['Hi Anna, this is waiting for you:\n• Title a'])
  })

  it('is each workspace’s own for somebody who is in two under one Slack id', async () => {
    const { clock } = world()
    const elsewhere = { ...person, workspaceId: 'w2' }
    const begun = async () => [person, elsewhere].map((who) => ({ person: who, date: '2026-12-07' }))
    const both = gathered({
      mornings: { begun, nextStart: async () => undefined, find: async () => undefined },
      nudges: [],
      coming: [],
      log: createLog('silent'),
    })
    for (const job of both.jobs) await job.run(world().db, clock.now())
    expect((await deliveries()).map(({ cause }) => cause).toSorted()).toEqual(
      ['gathered:w2:2026-12-07', `gathered:${workspaceId}:2026-12-07`].toSorted(),
    )
  })
})
