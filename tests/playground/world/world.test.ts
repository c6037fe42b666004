import { describe, expect, it } from 'vitest'
import { toLocal } from '../../../src/calendar/wall-time.ts'
import { channels, zone } from '../../../src/playground/story/cast.ts'
import { beginsAt } from '../../../src/playground/story/play.ts'
import { Declined } from '../../../src/playground/world/declined.ts'
import { at, type Journeyed, journeyOf, reviews, type Stage, sanne, storyUntil, tom, useWorld } from './stage.ts'

const told = { empty: false }

/** Two teams that were set up on a Thursday, and a clock that stands still: else real time passes too. */
async function begun(stage: () => Stage, how = told): Promise<Stage> {
  await stage().world.begin(how)
  stage().world.runClock(false)
  return stage()
}

describe('a journey through time', () => {
  const stage = useWorld()

  it('lists over a weekend with a holiday what was said and to how many, and nothing on days off', async () => {
    const { world, clock } = await begun(stage)
    await world.travel({ instant: at('2027-03-25', '12:00') }, sanne)
    await world.travel({ instant: at('2027-03-30', '12:00') }, sanne)
    expect(clock.now()).toBe(at('2027-03-30', '12:00'))
    expect(world.card(sanne).journey).toMatchObject({
      from: at('2027-03-25', '12:00'),
      to: at('2027-03-30', '12:00'),
      over: true,
    })
    // Easter Monday is no working day; those in London begin an hour later.
    expect(journeyOf(stage(), sanne)).toEqual<Journeyed[]>([
      { date: '2027-03-30', time: '09:00', posts: 1, changes: 0, direct: 8 },
      { date: '2027-03-30', time: '10:00', posts: 0, changes: 0, direct: 4 },
    ])
  })

  it('goes to the next working morning of whoever asks', async () => {
    const { world, clock } = await begun(stage)
    await world.travel({ instant: at('2027-03-26', '18:00') }, sanne)
    await world.travel({ next: 'morning' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-30', time: '09:01' })
    await world.travel({ next: 'morning' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-31', time: '09:01' })
    await world.travel({ next: 'morning' }, tom)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-31', time: '10:01' })
  })

  it('goes to the next check-in, and from one that is open to its summary', async () => {
    const { slack, world, clock } = await begun(stage)
    await world.travel({ next: 'occurrence' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-01', time: '09:01' })
    expect(reviews(stage())).toHaveLength(1)
    await world.travel({ next: 'occurrence' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-01', time: '17:01' })
    const [root] = reviews(stage())
    expect(slack.thread(channels.shared, root?.ts ?? '').at(-1)?.text).toMatch(/^Summary/)
    await world.travel({ next: 'occurrence' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-08', time: '09:01' })
  })

  it('leaves the clock standing or running as it was, and lets it stand meanwhile', async () => {
    const { world, clock } = await begun(stage)
    await world.travel({ hours: 1 }, sanne)
    expect(clock.running).toBe(false)
    world.runClock(true)
    const seen: boolean[] = []
    const unlisten = world.onChange(() => seen.push(clock.running))
    const journey = world.travel({ next: 'occurrence' }, sanne)
    await journey
    unlisten()
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen)).toEqual(new Set([false]))
    expect(clock.running).toBe(true)
  })

  it.each([true, false])('leaves it as somebody asks meanwhile, but not at once: %s', async (run) => {
    const { world, clock } = await begun(stage)
    world.runClock(!run)
    const seen: boolean[] = []
    const journey = world.travel({ instant: at('2027-03-01', '10:00') }, sanne)
    world.onChange(() => {
      world.runClock(run)
      if (!world.card(sanne).journey?.over) seen.push(clock.running)
    })
    await journey
    expect(new Set(seen)).toEqual(new Set([false]))
    expect(clock.running).toBe(run)
  })

  it.each([
    ['back', { instant: beginsAt }, /Kies een moment dat nog moet komen/],
    ['nowhere', { hours: Number.NaN }, /Kies een moment dat nog moet komen/],
    ['further than a year', { hours: 24 * 400 }, /meer dan een jaar/],
  ])('refuses in a sentence to go %s', async (_where, to, sentence) => {
    const { world, clock } = await begun(stage)
    const before = clock.now()
    await expect(world.travel(to, sanne)).rejects.toThrow(sentence)
    expect(clock.now()).toBe(before)
  })

  it('is one at a time: a second is refused in the language of whoever asks, and the first goes on', async () => {
    const { world, clock } = await begun(stage)
    const before = clock.now()
    const first = world.travel({ hours: 2 }, sanne)
    await expect(world.travel({ hours: 5 }, sanne)).rejects.toThrow(/al op reis/)
    await expect(world.travel({ hours: 5 }, tom)).rejects.toThrow(/on your way/)
    await first
    expect(clock.now()).toBe(before + 2 * 3_600_000)
    await world.travel({ hours: 1 }, tom)
    expect(clock.now()).toBe(before + 3 * 3_600_000)
  })
})

describe('trouble at a click', () => {
  const stage = useWorld()
  const morning = { instant: at('2027-03-01', '08:55') }
  const late = 'so it opens now'

  it('opens a review once when an outage is over, and says that it is late', async () => {
    const { slack, world } = await begun(stage)
    await world.travel(morning, sanne)
    world.trouble('outage', true)
    expect(world.card(sanne).trouble).toMatchObject({ outage: true })
    await slack.until(() => slack.sockets.count === 0)
    await world.travel({ instant: at('2027-03-01', '11:00') }, sanne)
    expect(reviews(stage())).toEqual([])
    world.trouble('outage', false)
    await world.travel({ hours: 0.5 }, sanne)
    expect(reviews(stage()).map((root) => slack.plain(root).includes(late))).toEqual([true])
    // Whoever clicks now is heard.
    await slack.until(() => slack.sockets.count > 0)
    expect(await slack.person('tom').command('/rondo', { in: channels.shared })).toMatchObject({ acked: true })
  })

  it('passes a weekend in an outage without trying again every few seconds', async () => {
    const { slack, world, clock } = await begun(stage)
    world.trouble('outage', true)
    await world.travel({ instant: at('2027-03-01', '12:00') }, sanne)
    expect(clock.now()).toBe(at('2027-03-01', '12:00'))
    const tries = slack.traffic.filter(({ what }) => what === 'api.test' || what === 'chat.postMessage')
    expect(tries.length).toBeLessThan(500)
  })

  it('says once what stands in Slack although the answer was lost', async () => {
    const { world } = await begun(stage)
    await world.travel(morning, sanne)
    world.trouble('lostAnswer', true)
    world.trouble('lostAnswer', true)
    expect(world.card(sanne).trouble.lostAnswers).toBe(2)
    world.trouble('lostAnswer', false)
    expect(world.card(sanne).trouble.lostAnswers).toBe(0)
    world.trouble('lostAnswer', true)
    await world.travel({ hours: 1 }, sanne)
    expect(world.card(sanne).trouble.lostAnswers).toBe(0)
    expect(reviews(stage())).toHaveLength(1)
  })

  it('loses no answer to an outage that comes after it was asked for', async () => {
    const { slack, world } = await begun(stage)
    await world.travel(morning, sanne)
    world.trouble('lostAnswer', true)
    world.trouble('outage', true)
    await world.travel({ hours: 0.5 }, sanne)
    expect(world.card(sanne).trouble.lostAnswers).toBe(1)
    expect(slack.messages(channels.shared).filter(({ user }) => user === slack.bot.userId)).toEqual([])
  })

  it('keeps within the published limits while they hold, and says all the same', async () => {
    const { world } = await begun(stage)
    world.trouble('limits', true)
    expect(world.card(sanne).trouble.limits).toBe(true)
    await world.travel({ next: 'occurrence' }, sanne)
    expect(reviews(stage())).toHaveLength(1)
    world.trouble('limits', false)
    expect(world.card(sanne).trouble.limits).toBe(false)
  })

  it('opens a review once that came while the bot was off, and says that it is late', async () => {
    const { slack, world, clock } = await begun(stage)
    await world.travel(morning, sanne)
    await world.runBot(false)
    expect(world.card(sanne).bot).toBe('stopped')
    await world.travel({ next: 'occurrence' }, sanne)
    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-03-01', time: '09:01' })
    await world.travel({ hours: 2 }, sanne)
    expect(reviews(stage())).toEqual([])
    await world.runBot(true)
    expect(world.card(sanne).bot).toBe('running')
    // Nobody moves the clock: it does what is due as soon as it runs.
    await slack.until(() => reviews(stage()).length > 0)
    await world.travel({ hours: 1 }, sanne)
    expect(reviews(stage()).map((root) => slack.plain(root).includes(late))).toEqual([true])
  })

  it('starts the bot while Slack is down, and it works once that is over', async () => {
    const { slack, world } = await begun(stage)
    await world.runBot(false)
    world.trouble('outage', true)
    await world.runBot(true)
    expect(world.card(sanne).bot).toBe('running')
    world.trouble('outage', false)
    await slack.until(() => slack.sockets.count > 0)
    await world.travel({ next: 'occurrence' }, sanne)
    expect(reviews(stage())).toHaveLength(1)
  })

  it('makes new connections when all were dropped', async () => {
    const { slack, world } = await begun(stage)
    await slack.until(() => world.card(sanne).trouble.sockets === 2)
    world.dropSocket()
    await slack.until(() => world.card(sanne).trouble.sockets === 0)
    await slack.until(() => world.card(sanne).trouble.sockets === 2)
  })
})

describe('what people do while nobody travels', () => {
  const stage = useWorld()

  it('has its effect at once, also when two do it at once, and shows as time passes by itself', async () => {
    const { slack, world } = await begun(stage)
    await world.travel({ instant: at('2027-03-01', '10:05') }, sanne)
    const answered = ['tom', 'daan'].map(async (name) => {
      const person = slack.person(name)
      const message = person.directMessages().at(-1)
      if (!message) throw new Error(`${name} was not asked.`)
      await person.click(message, 'checkins:answer')
      await person.nextModal('checkins:answer')
      return person.submit({ deals: `Something of ${name}` })
    })
    expect(await Promise.all(answered)).toMatchObject([{ acked: true }, { acked: true }])
    world.runClock(true)
    await slack.until(() => reviews(stage()).some((root) => slack.plain(root).includes('2 of 12 answered')))
  })
})

describe('starting over', () => {
  const stage = useWorld(storyUntil('2027-03-02'))

  it('tells the same story again, whatever was done since, with its progress', async () => {
    const { slack, world, clock } = await begun(stage)
    const first = everythingSaid(stage())
    expect(first.length).toBeGreaterThan(15)
    const ended = clock.now()
    await world.travel({ hours: 24 * 8 }, sanne)
    slack.person('tom').say('Something else', { in: channels.shared })
    world.trouble('outage', true)

    const scenes: string[] = []
    const unlisten = world.onChange(() => {
      const { story } = world.card(sanne)
      if (story) scenes.push(`${story.title} ${story.done}/${story.of}`)
    })
    await world.startOver(told)
    unlisten()
    world.runClock(false)
    expect(everythingSaid(stage())).toEqual(first)
    expect(clock.now() - ended).toBeLessThan(60_000)
    expect(scenes[0]).toMatch(/^Thursday, 25 February 2027, 10:00 0\//)
    expect(new Set(scenes).size).toBeGreaterThan(2)
    expect(world.card(sanne)).toMatchObject({ bot: 'running', trouble: { outage: false } })
    expect(world.card(sanne).journey).toBeUndefined()
    expect(world.card(sanne).story).toBeUndefined()
  })

  it('lets people only look on while the story is told', async () => {
    const { world } = stage()
    const telling = world.begin(told)
    expect(world.busy(sanne)).toMatch(/verhaal/)
    expect(world.busy()).toMatch(/story/)
    await expect(world.travel({ hours: 1 }, sanne)).rejects.toThrow(Declined)
    await expect(world.startOver(told)).rejects.toThrow(Declined)
    await expect(world.runBot(false)).rejects.toThrow(Declined)
    expect(() => world.trouble('outage', true)).toThrow(Declined)
    expect(() => world.dropSocket()).toThrow(Declined)
    expect(() => world.runClock(false)).toThrow(Declined)
    await telling
    expect(world.busy(sanne)).toBeUndefined()
  })

  it('ends a journey that is under way, in a sentence', async () => {
    const { world, clock } = await begun(stage)
    const journey = world.travel({ hours: 24 * 300 }, sanne)
    const [ended] = await Promise.all([journey.catch((error: unknown) => error), world.startOver({ empty: true })])
    expect(ended).toEqual(new Declined('De reis is afgebroken: iemand is opnieuw begonnen.'))
    expect(clock.now() - beginsAt).toBeLessThan(60_000)
  })

  it('leaves a workspace empty where that is asked for, in which Rondo answers and nothing is planned', async () => {
    const { slack, world, clock } = await begun(stage)
    await world.startOver({ empty: true })
    expect(clock.running).toBe(true)
    expect(clock.now() - beginsAt).toBeLessThan(60_000)
    expect(everythingSaid(stage())).toEqual([])
    await expect(world.travel({ next: 'morning' }, sanne)).rejects.toThrow(/\/rondo setup/)
    await expect(world.travel({ next: 'occurrence' }, tom)).rejects.toThrow(/\/rondo setup/)
    await world.travel({ hours: 1 }, sanne)
    await slack.person('sanne').command('/rondo', { in: channels.shared })
    await slack.until(() => slack.person('sanne').ephemerals().length > 0)
  })
})

describe('ending', () => {
  const stage = useWorld()

  it('is possible in the middle of the story', async () => {
    const { world } = stage()
    const telling = world.begin(told)
    await new Promise<void>((resolve) => {
      world.onChange(() => {
        if (world.card(sanne).story) resolve()
      })
    })
    await world.stop()
    await telling
    expect(world.card(sanne).bot).toBe('stopped')
  })

  it('is possible while Slack does not let Rondo start', async () => {
    const { world, slack } = stage()
    slack.fault({ kind: 'status', status: 403, method: 'auth.test' })
    const beginning = world.begin(told)
    await slack.until(() => slack.traffic.length > 0)
    await world.stop()
    await beginning
    expect(world.card(sanne).bot).toBe('stopped')
  })

  it('is possible while somebody starts over', async () => {
    const { world } = await begun(stage)
    const again = world.startOver(told)
    const scenes: unknown[] = []
    world.onChange(() => scenes.push(world.card(sanne).story))
    await Promise.all([world.stop(), again])
    expect(world.card(sanne)).toMatchObject({ bot: 'stopped' })
    expect(scenes.filter(Boolean)).toEqual([])
  })

  it('is possible in the middle of a journey', async () => {
    const { world, clock } = await begun(stage)
    const journey = world.travel({ hours: 24 * 300 }, sanne)
    const ended = expect(journey).rejects.toThrow(Declined)
    await world.stop()
    await ended
    expect(clock.running).toBe(false)
  })
})

/** By channel, as it can be read: ids and moments differ by the second in which things were said. */
function everythingSaid({ slack }: Stage): string[] {
  return [...slack.workspace.channels.values()].flatMap(({ id, name, messages }) =>
    messages.map((message) => `${name} ${id}: ${slack.plain(message)}`).toSorted(),
  )
}
