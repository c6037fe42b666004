import type { Job } from '../feature.ts'
import type { Tools } from './tools.ts'

export interface Jobs {
  /** Runs every job that is due. @returns whether there was one, and when those that were not will be */
  run(): Promise<{ ran: boolean; next: number | undefined }>
  /** When the next job is due; undefined when none is. */
  nextDue(): Promise<number | undefined>
}

/** Runs what features registered as jobs. One that throws, or is due again at once, rests and never stops the others. */
export function createJobs(tools: Tools): Jobs {
  const { db, slack, clock, log, jobs, constants } = tools
  const resting = new Map<string, number>()

  return {
    async run() {
      let ran = false
      const times: (number | undefined)[] = []
      for (const job of jobs) {
        const at = await dueAt(job)
        if (at !== undefined && at <= clock.now()) {
          await attempt(job, clock.now())
          ran = true
        } else times.push(at)
      }
      return { ran, next: earliest(times) }
    },
    async nextDue() {
      return earliest(await Promise.all(jobs.map(dueAt)))
    },
  }

  async function attempt(job: Job, now: number): Promise<void> {
    try {
      await job.run(db, now, slack.read)
      const next = await job.nextDue(db, now)
      if (next !== undefined && next <= now) resting.set(job.name, now + constants.pollMs)
    } catch (error) {
      log.error({ job: job.name, error }, 'a job failed')
      resting.set(job.name, now + constants.poisonRestMs)
    }
  }

  async function dueAt(job: Job): Promise<number | undefined> {
    const now = clock.now()
    const restsUntil = resting.get(job.name) ?? 0
    if (restsUntil > now) return restsUntil
    try {
      return await job.nextDue(db, now)
    } catch (error) {
      log.error({ job: job.name, error }, 'a job cannot tell when it is due')
      resting.set(job.name, now + constants.poisonRestMs)
      return now + constants.poisonRestMs
    }
  }
}

/** @returns undefined where there is none */
export function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((at) => at !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}
