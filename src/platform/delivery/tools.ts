import type { Db } from '../../../db/schema.ts'
import type { Clock } from '../clock.ts'
import type { Engine } from '../database/database.ts'
import type { Job, Message, ScheduleKind } from '../feature.ts'
import type { Log } from '../log.ts'
import type { SlackClients } from '../slack/client.ts'
import { type Answer, classify } from './answer.ts'
import { backoff, type Constants } from './constants.ts'
import { closeGate } from './gates.ts'
import type { Outage } from './outage.ts'
import type { PilotFor } from './pilot.ts'
import type { Restored } from './restored.ts'
import type { Step } from './states.ts'

/** What delivering works with. */
export interface Tools {
  db: Db
  engine: Engine
  slack: SlackClients
  clock: Clock
  log: Log
  /** What features say, by name. */
  messages: Record<string, Message>
  /** What happens on the dates of schedules, by kind. */
  schedules: Record<string, ScheduleKind>
  jobs: Job[]
  /** Who gets something instead, in pilot mode. */
  pilotFor?: PilotFor | undefined
  constants: Constants
  /** 0 ≤ r < 1. */
  random: () => number
  /** Who does it, for the events. */
  worker: string
  outage: Outage
  /** A backup that was put back of late. */
  restored?: Restored | undefined
  /** Whether a stop was asked for: what is not on the wire yet stays behind. */
  stopping: () => boolean
  /** Called between the steps: where a test lets a process die. */
  point: (at: Point) => Promise<void>
}

/** Where a process can die, one name for each gap between two effects. */
export const points = ['claimed', 'worded', 'on the wire', 'answered', 'noted', 'looking', 'looked'] as const
export type Point = (typeof points)[number]

/** One step, now. */
export function stepOf({ db, worker, clock }: Tools): Step {
  return { db, worker, now: clock.now() }
}

/** When to try again after a failure: what Slack asks for, else longer each time. @param attempts failures so far, from 1 */
export function retryAt(tools: Tools, attempts: number, answer?: Answer): number {
  return tools.clock.now() + (answer?.retryAfterMs ?? backoff(attempts, tools.random(), tools.constants))
}

/** Closes a gate for as long as Slack asks, or for a rest where it refuses everything. */
export async function heed(tools: Tools, answer: Answer, scope: string): Promise<void> {
  const { db, clock, constants } = tools
  const restMs = answer.class === 'workspace' ? constants.workspaceRestMs : answer.retryAfterMs
  if (restMs !== undefined) await closeGate(db, scope, clock.now() + restMs)
}

/** A call of Slack: its result, or what its refusal means. */
export async function asked<T>(call: () => Promise<T>): Promise<{ ok: T } | { refusal: Answer }> {
  try {
    return { ok: await call() }
  } catch (error) {
    return { refusal: classify(error) }
  }
}
