import type { Db } from '../../db/schema.ts'
import type { Job } from '../platform/feature.ts'
import type { Log } from '../platform/log.ts'
import type { Person } from '../platform/person.ts'
import { classify } from '../platform/slack/trouble.ts'
import { claimHomes, nextPublishing, postpone } from './store.ts'

type Publish = (db: Db, slack: Parameters<Job['run']>[2], person: Person, now: number) => Promise<void>

interface Needs {
  /** People by their ids. */
  find(db: Db, personIds: readonly string[]): Promise<Person[]>
  publish: Publish
  log: Log
}

/** Draws the Homes that something has changed in, for those who may be looking. */
export function publishing({ find, publish, log }: Needs): Job {
  return {
    name: 'home:publish',
    nextDue: nextPublishing,
    async run(db, now, slack) {
      const people = await find(db, await claimHomes(db, now))
      await Promise.all(
        people.map(async (person) => {
          try {
            await publish(db, slack, person, now)
          } catch (error) {
            const trouble = classify(error)
            if (trouble.kind === 'later') return postpone(db, person.id, now + trouble.seconds * 1000)
            // Nothing is lost: it is drawn when they open it.
            log.warn({ about: 'home', error }, 'a Home could not be brought up to date')
          }
        }),
      )
    },
  }
}
