import { describe, expect, it } from 'vitest'
import { toLocal } from '../../../src/calendar/wall-time.ts'
import { gathered, itemsChanged, type Mornings } from '../../../src/platform/delivery/gathered.ts'
import { refresh, say } from '../../../src/platform/delivery/outbox.ts'
import type { Feature, Wording } from '../../../src/platform/feature.ts'
import { silentLog } from '../../../src/platform/log.ts'
import type { Person } from '../../../src/platform/person.ts'
import type { Item } from '../../../src/platform/rendered.ts'
import { engines } from '../../support/databases.ts'
import { anna, monday, pass, shared, useWorld, workspaceId } from '../../support/delivery-world.ts'

const hour = 3_600_000
const person: Person = {
  ...{ id: 'p1', workspaceId, slackId: anna, name: 'Anna', language: 'en', zone: 'Europe/Amsterdam' },
  ...{ kind: 'member', admin: false, messages: 'daily' },
}
const mornings: Mornings = {
  begun: async (_db, now) => [{ person, date: toLocal(now, person.zone).date }],
  find: async () => person,
  nextStart: async () => undefined,
}
const item = (title: string, from: number): Item => ({ id: title, title, from, buttons: [] })

describe.each(engines)('what happens at one moment, on %s', (engine) => {
  const world = useWorld(engine)
  const gather = (items: NonNullable<Feature['nudges']>) => {
    const feature = gathered({ mornings, nudges: [items], coming: [], log: silentLog })
    Object.assign(world().messages, feature.messages)
    return feature
  }
  const said = () =>
    world()
      .slack.person('anna')
      .directMessages()
      .map(({ text }) => text)

  it('does not lose an update that is asked for while another finds nothing to say', async () => {
    const { db, clock, worker, messages, slack, say } = world()
    let wording: Wording = { text: 'one', blocks: [] }
    let meanwhile = async () => {}
    messages['test:flip'] = {
      render: async () => {
        const now = wording
        await meanwhile()
        return now
      },
    }
    const id = await say({ what: 'test:flip' })
    const loop = worker()
    await pass(clock, 5_000, [loop])
    const ask = () => db.transaction().execute((trx) => refresh(trx, id, clock.now()))
    wording = { skip: 'not now' }
    meanwhile = async () => {
      meanwhile = async () => {}
      wording = { text: 'two', blocks: [] }
      await ask()
    }
    await ask()
    await pass(clock, 60_000, [loop])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['two'])
  })

  it('words a gathered message with what is due sooner than what it waited for', async () => {
    const { db, clock, worker, jobs } = world()
    const items = [item('at four', monday + 7 * hour)]
    jobs.push(...gather(async () => items).jobs)
    const loop = worker()
    await pass(clock, hour, [loop])
    items.push(item('since ten', monday + hour))
    await db.transaction().execute((trx) => itemsChanged(trx, workspaceId, ['p1'], clock.now()))
    await pass(clock, 60_000, [loop])
    expect(said()).toEqual([expect.stringContaining('since ten')])
  })
})

describe('what two do at one moment, on postgres', () => {
  const world = useWorld('postgres')

  it('is planned once, by the others without trouble', async () => {
    const { db, clock } = world()
    const plan = (cause: string) =>
      db.transaction().execute(async (trx) => {
        const post = { workspaceId, cause, kind: 'post', recipient: shared, what: 'test:x', about: {} } as const
        await say(trx, { ...post, dueAt: clock.now() }, clock.now())
      })
    for (let n = 0; n < 60; n++) await Promise.all(Array.from({ length: 6 }, () => plan(`test:${n}`)))
    expect(await db.selectFrom('delivery').select('cause').execute()).toHaveLength(60)
  })

  it('stands in a gathered message that is claimed while what it lists is being changed', async () => {
    const { db, clock, worker, slack, messages } = world()
    await db.insertInto('gate').values({ scope: 'a fact', not_before: 1 }).execute()
    const nudges: NonNullable<Feature['nudges']> = async (from) => {
      const fact = await from.selectFrom('gate').select('not_before').where('scope', '=', 'a fact').executeTakeFirst()
      return [item(`fact ${fact?.not_before}`, monday)]
    }
    const feature = gathered({ mornings, nudges: [nudges], coming: [], log: silentLog })
    Object.assign(messages, feature.messages)
    for (const job of feature.jobs) await job.run(db, clock.now())
    const [changed, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const change = db.transaction().execute(async (trx) => {
      await trx.updateTable('gate').set({ not_before: 2 }).where('scope', '=', 'a fact').execute()
      await itemsChanged(trx, workspaceId, ['p1'], clock.now())
      changed.resolve()
      await goOn.promise
    })
    await changed.promise
    await worker().tick()
    goOn.resolve()
    await change
    await pass(clock, 60_000, [worker()])
    expect(
      slack
        .person('anna')
        .directMessages()
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('fact 2')])
  })
})
