import type { Click, Submission } from '../../platform/interaction.ts'
import { moment } from '../../platform/slack/blocks.ts'
import { gone } from '../messages.ts'
import type { CheckIn } from '../occurrence.ts'
import { nextFor } from './dates.ts'
import * as text from './life-messages.ts'
import { reply } from './reply.ts'
import { findPlanned, type Planned } from './store.ts'

/** The check-in of a button; where it has ended or is gone, that is said. */
export async function find(click: Click, checkInId: string): Promise<Planned | undefined> {
  const planned = await findPlanned(click.db, click.person.workspaceId, checkInId)
  if (planned && planned.status !== 'ended') return planned
  await reply(click, (planned ? text.endedBefore : gone)(click.person.language))
  return undefined
}

/** When it is next held, for a reader. */
export async function nextInWords({ db, person }: Click | Submission, checkIn: CheckIn): Promise<string> {
  const next = await nextFor(db, checkIn, person.zone, 1)
  return text.nextDates(
    person.language,
    next.map((at) => moment(at, person.zone, person.language)),
  )
}
