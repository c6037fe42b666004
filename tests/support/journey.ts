import { afterEach, beforeEach } from 'vitest'
import { type Rondo, startRondo } from '../../src/app.ts'
import type { Database, Engine } from '../../src/platform/database/database.ts'
import { createLog } from '../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { travel } from '../../src/playground/travel.ts'
import { useDatabase } from './databases.ts'

export interface Journey {
  slack: Slack
  clock: TravelClock
  /** The one that runs now; `restart` puts another in its place. */
  rondo(): Rondo
  database(): Database
  /** Warnings and errors that were logged. */
  trouble: Record<string, unknown>[]
  /** Lets time pass, stopping wherever something is due. @param instant epoch milliseconds */
  until(instant: number): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

export interface JourneySettings {
  engine: Engine
  mode: 'socket' | 'http'
  seed: Seed
  /** Epoch milliseconds. */
  startsAt: number
}

/** The whole of Rondo between a stand-in of Slack, a real database and a clock that one moves; fresh for each test. */
export function useJourney({ engine, mode, seed, startsAt }: JourneySettings): () => Journey {
  const database = useDatabase(engine)
  let journey: Journey | undefined
  beforeEach(async () => {
    const clock = travelClock(startsAt)
    const slack = await startSlack({ clock, seed })
    journey = begun({ slack, clock, database, mode })
    await journey.start()
  })
  afterEach(async () => {
    await journey?.stop()
    await journey?.slack.stop()
    journey = undefined
  })
  return () => there(journey)
}

type Parts = Pick<Journey, 'slack' | 'clock' | 'database'> & { mode: 'socket' | 'http' }

function begun({ slack, clock, database, mode }: Parts): Journey {
  const trouble: Record<string, unknown>[] = []
  const log = createLog('warn', { write: (line) => void trouble.push(JSON.parse(line)) })
  const { botToken, appToken, signingSecret, apiUrl: slackApiUrl } = slack
  const connection = mode === 'socket' ? ({ mode, appToken } as const) : ({ mode, signingSecret } as const)
  const config = { botToken, connection, port: 0, slackApiUrl, defaultLocale: 'en' } as const
  let rondo: Rondo | undefined
  return {
    slack,
    clock,
    database,
    trouble,
    rondo: () => there(rondo),
    until: (instant) => travel(clock, there(rondo), instant),
    async stop() {
      await rondo?.stop()
      rondo = undefined
    },
    async start() {
      rondo = await startRondo({ database: database(), clock, log, config })
      if (mode === 'http') await slack.deliverTo(`http://127.0.0.1:${rondo.port}/slack/events`)
    },
  }
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined)
    throw new Error('There is a journey only while a test runs, and a Rondo only between its start and its stop.')
  return thing
}
