import { setImmediate as immediate } from 'node:timers/promises'
import type { Language } from '../../platform/i18n.ts'
import type { Log } from '../../platform/log.ts'
import type { TravelClock } from '../clock.ts'
import type { Destination, JourneyCard } from '../page/wire.ts'
import type { Slack } from '../server/start.ts'
import { type Traveller, travel } from '../travel.ts'
import type { Bot } from './bot.ts'
import { Declined } from './declined.ts'
import { type Ahead, momentOf } from './destination.ts'
import { createJourney, type Journey } from './journey.ts'
import { brokenOff, travelling } from './messages.ts'
import { travellerIn } from './stride.ts'
import type { Turns } from './turns.ts'

/** How time passes: by itself, or on a journey, during which the clock stands but for its leaps. */
export interface Passage {
  /** Resolves when the journey is over. @throws Declined where it cannot be made, or ends early */
  travel(to: Destination, who: { person: string; language: Language }): Promise<void>
  /** Whether time passes by itself; during a journey, afterwards. */
  run(run: boolean): void
  /** A traveller that goes no further once time is interrupted. */
  until(traveller: Traveller): Traveller
  /** Whatever moves time goes no further, until `resume`. */
  interrupt(): void
  /** The clock stands, and no journey was ever made. */
  resume(): void
  /** The journey under way, or the last. */
  card(person: string): JourneyCard | undefined
}

interface Needs {
  slack: Pick<Slack, 'workspace'>
  clock: TravelClock
  bot: Bot
  turns: Turns
  ahead: Ahead
  log: Log
  /** Whether Slack is down. */
  isDown(): boolean
  /** Called when there is more to tell of a journey. */
  changed(): void
}

export function createPassage({ slack, clock, bot, turns, ahead, log, isDown, changed }: Needs): Passage {
  const { workspace } = slack
  let journey: Journey | undefined
  /** Somebody is on a journey, or about to be. */
  let underWay = false
  let interrupted = false
  let runs = false

  const goOn = () => {
    if (interrupted) throw new Interrupted('Time is moved no further.')
  }
  const until = (traveller: Traveller): Traveller => ({
    async settle() {
      goOn()
      await traveller.settle()
      goOn()
    },
    nextDue: () => traveller.nextDue(),
  })

  async function go(to: Destination, person: string, language: Language): Promise<void> {
    clock.pause()
    try {
      goOn()
      const moment = await momentOf(to, { person, now: clock.now(), ahead, language })
      await pass(moment, person)
    } catch (error) {
      throw error instanceof Interrupted ? new Declined(brokenOff(language)) : error
    } finally {
      if (runs && !interrupted) clock.run()
    }
  }

  async function pass(moment: number, person: string): Promise<void> {
    const mine = createJourney(workspace, moment)
    journey = mine
    changed()
    const traveller = travellerIn({ bot, now: clock.now, isDown, ahead, person, log })
    try {
      await travel(clock, until(traveller), moment, async () => {
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
    async travel(to, { person, language }) {
      if (underWay) throw new Declined(travelling(language))
      underWay = true
      try {
        await turns.take(() => go(to, person, language))
      } finally {
        underWay = false
      }
    },
    run(run) {
      runs = run
      if (underWay) return
      if (run) clock.run()
      else clock.pause()
    },
    until,
    interrupt() {
      interrupted = true
    },
    resume() {
      interrupted = false
      runs = false
      journey = undefined
      clock.pause()
    },
    card: (person) => journey?.card(workspace.users.get(person)),
  }
}

/** Somebody starts over or ends everything. */
class Interrupted extends Error {}
