import { memberOf, whereOn } from '../partnerships/index.ts'
import type { Part } from '../platform/feature.ts'
import type { Right } from '../platform/interaction.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { leadersOf } from './facts.ts'
import * as say from './messages.ts'
import { toPlace } from './place.ts'
import { speaksFor } from './speaking.ts'

const partnershipIn = async (_db: unknown, _workspaceId: string, value: string): Promise<string> =>
  toPlace(value).partnershipId

/** Those on either side, where agreements are turned on: they read everything and may propose. */
export const readersOf = (part: Part): Right => whereOn(part, memberOf(partnershipIn), partnershipIn)

/** Of them, those who speak for a side now: they agree. */
export function speakersOf(part: Part): Right {
  const readers = readersOf(part)
  return {
    name: `${readers.name}, speaks for a side`,
    async refuse(db, request, now) {
      const refusal = await readers.refuse(db, request, now)
      if (refusal !== undefined) return refusal
      const { person, value } = request
      const leaders = await leadersOf(db, toPlace(value).partnershipId, now)
      if (speaksFor(person.id, leaders).length > 0) return undefined
      const speakers = leaders.filter((one) => speaksFor(one.person.id, leaders).length > 0)
      return say.leadersAgree(
        person.language,
        speakers.map((one) => escaped(one.person.name)),
      )
    },
  }
}
