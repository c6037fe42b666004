import { setImmediate as immediate } from 'node:timers/promises'
import { type Language, languageOf, type Phrase } from '../../platform/i18n.ts'
import type { Log } from '../../platform/log.ts'
import type { TravelClock } from '../clock.ts'
import type { Destination, WorldCard } from '../page/wire.ts'
import type { Slack } from '../server/start.ts'
import { type Traveller, travel } from '../travel.ts'
import { type BotProcess, createBot } from './bot.ts'
import { Declined } from './declined.ts'
import { type Ahead, momentOf } from './destination.ts'
import { createDriver } from './driver.ts'
import { createJourney, type Journey } from './journey.ts'
import { preparing, startedOver, telling, travelling } from './messages.ts'
import { travellerIn } from './stride.ts'
import { createTrouble } from './trouble.ts'
import { createTurns } from './turns.ts'

/** A Rondo and its Slack that travel through time. People go by Slack's id. */
export interface World {
  /** What the page shows. */
  card(person: string): WorldCard
  /** Calls `listener` when what a card says may have changed; the result ends that. */
  onChange(listener: () => void): () => void
  /** Why nobody can act at the moment, as a sentence for this person; undefined when they can. */
  busy(person?: string): string | undefined
  /** Starts the bot and lets it work; tells the story, or leaves the workspace empty. Resolves when people can act. */
  begin(how: { empty: boolean }): Promise<void>
  /** Resolves when it is over. @throws Declined where it cannot be gone to, or is not reached */
  travel(to: Destination, person: string): Promise<void>
  /** Whether time passes by itself; during a journey, afterwards. */
  runClock(run: boolean): void
  /** Lost answers add up: each time one more. */
  trouble(what: 'outage' | 'limits' | 'lostAnswer', on: boolean): void
  /** Breaks every connection of the bot; it makes new ones. */
  dropSocket(): void
  /** Resolves once it has stopped; when it is switched on, after its first try to start. */
  runBot(run: boolean): Promise<void>
  /** Forgets everything, also a journey under way, and begins anew. @throws Declined while the story is told */
  startOver(how: { empty: boolean }): Promise<void>
  /** Ends everything that was begun here; the stand-in and the database stay open. */
  stop(): Promise<void>
}

/** @param title 'Monday, 8 March 2027, 10:05' @param done how many parts of it are told, of how many */
export type OnScene = (title: string, done: number, of: number) => void

export interface WorldSettings {
  slack: Slack
  clock: TravelClock
  log: Log
  /** Epoch milliseconds. */
  beginsAt: number
  /** Starts Rondo on the database as it is. */
  launch(): Promise<BotProcess>
  /** Puts an empty database in the place of the one there is; nothing runs on it. */
  erase(): Promise<void>
  /** Plays the story from the beginning to its end. */
  tell(bot: Traveller, onScene: OnScene): Promise<void>
  ahead: Ahead
}

export function createWorld({ slack, clock, log, beginsAt, launch, erase, tell, ahead }: WorldSettings): World {
  const listeners = new Set<() => void>()
  const turns = createTurns()
  const bot = createBot({
    launch,
    log,
    changed() {
      changed()
      driver.wake()
    },
  })
  const driver = createDriver({ bot, clock, slack, turns, log })
  const trouble = createTrouble(slack)
  let story: WorldCard['story']
  let journey: Journey | undefined
  /** Somebody is on a journey, or about to be. */
  let underWay = false
  let notReady: Phrase | undefined = preparing
  /** Whatever moves time now is to give up. */
  let interrupted = false
  let stopped = false
  let runs = true

  function changed(): void {
    for (const listener of [...listeners]) listener()
  }

  const languageFor = (person: string | undefined): Language =>
    languageOf(slack.workspace.users.get(person ?? '')?.locale)

  const busy: World['busy'] = (person) => notReady?.(languageFor(person))

  function needRest(person?: string): void {
    const reason = busy(person)
    if (reason !== undefined) throw new Declined(reason)
  }

  function goOn(): void {
    if (stopped || interrupted) throw new Interrupted('Time is moved no further.')
  }

  /** People look on until it is done. */
  async function prepare(empty: boolean, work: () => Promise<void>): Promise<void> {
    notReady = empty ? preparing : telling
    changed()
    try {
      await turns.take(work)
    } catch (error) {
      if (!stopped) throw error
    } finally {
      notReady = undefined
      story = undefined
      changed()
    }
  }

  async function open(empty: boolean): Promise<void> {
    await bot.start()
    if (!empty) await tell(untilInterrupted(bot), onScene)
    runs = true
    clock.run()
    driver.start()
  }

  function onScene(title: string, done: number, of: number): void {
    story = { title, done, of }
    changed()
  }

  const untilInterrupted = (traveller: Traveller): Traveller => ({
    async settle() {
      goOn()
      await traveller.settle()
      goOn()
    },
    nextDue: () => traveller.nextDue(),
  })

  async function forget(): Promise<void> {
    interrupted = false
    clock.pause()
    trouble.clear()
    await bot.stop()
    await erase()
    clock.set(beginsAt)
    slack.reset()
    journey = undefined
  }

  async function go(to: Destination, person: string): Promise<void> {
    const language = languageFor(person)
    clock.pause()
    try {
      goOn()
      const until = await momentOf(to, { person, now: clock.now(), ahead, language })
      await pass(until, person)
    } catch (error) {
      throw error instanceof Interrupted ? new Declined(startedOver(language)) : error
    } finally {
      if (runs && !stopped) clock.run()
    }
  }

  async function pass(until: number, person: string): Promise<void> {
    const mine = createJourney(slack.workspace, until)
    journey = mine
    changed()
    const traveller = travellerIn({ bot, now: clock.now, isDown: () => trouble.card().outage, ahead, person, log })
    try {
      await travel(clock, untilInterrupted(traveller), until, async () => {
        if (mine.stop()) changed()
        // Whoever watches sees it happen.
        await immediate()
      })
    } finally {
      mine.end()
      changed()
    }
  }

  return {
    card: (person) => ({
      bot: bot.state,
      story,
      journey: journey?.card(slack.workspace.users.get(person)),
      trouble: trouble.card(),
      canTravel: true,
    }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    busy,
    begin: ({ empty }) => prepare(empty, () => open(empty)),
    async travel(to, person) {
      needRest(person)
      if (underWay) throw new Declined(travelling(languageFor(person)))
      underWay = true
      try {
        await turns.take(() => go(to, person))
      } finally {
        underWay = false
      }
    },
    runClock(run) {
      needRest()
      runs = run
      if (underWay) return
      if (run) clock.run()
      else clock.pause()
    },
    trouble(what, on) {
      needRest()
      trouble[what](on)
      changed()
    },
    dropSocket() {
      needRest()
      slack.sockets.kill('all')
    },
    async runBot(run) {
      needRest()
      await (run ? bot.persist() : bot.stop())
    },
    async startOver({ empty }) {
      needRest()
      interrupted = true
      await prepare(empty, async () => {
        await forget()
        await open(empty)
      })
    },
    async stop() {
      stopped = true
      trouble.clear()
      await driver.stop()
      await turns.take(async () => bot.stop())
      clock.pause()
    },
  }
}

/** Somebody starts over or ends everything. */
class Interrupted extends Error {}
