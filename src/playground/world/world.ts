import { type Language, languageOf, type Phrase } from '../../platform/i18n.ts'
import type { Log } from '../../platform/log.ts'
import type { TravelClock } from '../clock.ts'
import type { Destination, WorldCard } from '../page/wire.ts'
import type { Slack } from '../server/start.ts'
import type { Traveller } from '../travel.ts'
import { type BotProcess, createBot } from './bot.ts'
import { Declined } from './declined.ts'
import type { Ahead } from './destination.ts'
import { createDriver } from './driver.ts'
import { preparing, telling } from './messages.ts'
import { createPassage } from './passage.ts'
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
  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
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
  const isDown = () => trouble.card().outage
  const passage = createPassage({ slack, clock, bot, turns, ahead, log, isDown, changed })
  let story: WorldCard['story']
  let notReady: Phrase | undefined = preparing
  let stopped = false

  const languageFor = (person: string | undefined): Language =>
    languageOf(slack.workspace.users.get(person ?? '')?.locale)

  const busy: World['busy'] = (person) => notReady?.(languageFor(person))

  function needRest(person?: string): void {
    const reason = busy(person)
    if (reason !== undefined) throw new Declined(reason)
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
    if (!empty) await tell(passage.until(bot), onScene)
    passage.run(true)
    driver.start()
  }

  function onScene(title: string, done: number, of: number): void {
    story = { title, done, of }
    changed()
  }

  async function forget(): Promise<void> {
    passage.resume()
    trouble.clear()
    await bot.stop()
    await erase()
    clock.set(beginsAt)
    slack.reset()
  }

  return {
    card: (person) => ({
      bot: bot.state,
      story,
      journey: passage.card(person),
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
      await passage.travel(to, { person, language: languageFor(person) })
    },
    runClock(run) {
      needRest()
      passage.run(run)
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
      passage.interrupt()
      await prepare(empty, async () => {
        // Meanwhile somebody may have ended everything.
        if (stopped) return
        await forget()
        await open(empty)
      })
    },
    async stop() {
      stopped = true
      passage.interrupt()
      trouble.clear()
      // A start can take as long as Slack does not let it in, and holds the turn meanwhile.
      if (bot.state === 'starting') await bot.stop()
      await driver.stop()
      await turns.take(() => bot.stop())
      clock.pause()
    },
  }
}
