import type { Log } from '../../platform/log.ts'
import type { Traveller } from '../travel.ts'
import type { Bot } from './bot.ts'
import type { Ahead } from './destination.ts'

const minuteMs = 60_000
/** While Slack is down: Rondo would try it every few seconds, thousands of times on a weekend. */
const leastMs = 15 * minuteMs
/** While the bot is off nothing is due, and people can still see the time pass. */
const mostMs = 3 * 60 * minuteMs

interface Needs {
  bot: Bot
  now(): number
  /** Whether Slack is down. */
  isDown(): boolean
  ahead: Ahead
  /** Who travels: Slack's id. */
  person: string
  log: Log
}

/**
 * What a journey works on: time passes whether the bot runs, Slack is down, or something goes wrong. It stops where Rondo
 * has something to do. While Slack is down that is to try again and again, of which only every quarter of an hour is done;
 * the moments at which something happens to people are stopped at all the same.
 */
export function travellerIn({ bot, now, isDown, ahead, person, log }: Needs): Traveller {
  let restsUntil = 0
  return {
    async settle() {
      try {
        await bot.settle()
      } catch (error) {
        log.error({ about: 'playground', error }, 'something went wrong on a journey through time')
        restsUntil = now() + minuteMs
      }
    },
    async nextDue() {
      const next = await stride()
      return next && Math.max(next, restsUntil)
    },
  }

  async function stride(): Promise<number | undefined> {
    if (bot.state !== 'running') return now() + mostMs
    const next = await bot.nextDue()
    if (next === undefined || !isDown()) return next
    const coming = await Promise.all([ahead.morning(person, now()), ahead.occurrence(person, now())])
    return Math.max(next, Math.min(now() + leastMs, ...coming.filter((at) => at !== undefined)))
  }
}
