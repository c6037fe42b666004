import type { Job } from '../feature.ts'
import type { Tools } from './tools.ts'

export interface Jobs {
  /** Runs every job that is due. @returns whether there was one */
  run(): Promise<boolean>
  /** When the next job is due; undefined when none is. */
  nextDue(): Promise<number | undefined>
}

/** Runs what features registered as jobs. One that throws, or is due again at once, rests and never stops the others. */
export function createJobs(tools: Tools): Jobs {
  const { db, clock, log, jobs, constants } = tools
  const resting = new Map<string, number>()

  return {
    async run() {
      let ran = false
      for (const job of jobs) ran = (await runIfDue(job)) || ran
      return ran
    },
    async nextDue() {
      const times = await Promise.all(jobs.map(dueAt))
      return times.reduce(
        (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
        undefined,
      )
    },
  }

  async function runIfDue(job: Job): Promise<boolean> {
    const now = clock.now()
    const at = await dueAt(job)
    if (at === undefined || at > now) return false
    await attempt(job, now)
    return true
  }

  async function attempt(job: Job, now: number): Promise<void> {
    try {
      await job.run(db, now)
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
