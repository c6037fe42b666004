import type { Part } from '../../platform/feature.ts'
import type { Right } from '../../platform/interaction.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { partnershipsOf } from '../people/store.ts'
import { type Find, insider, leadersOf } from '../rights.ts'
import { findPartnership } from '../store.ts'
import * as text from './messages.ts'
import { isOn, partnershipsWith } from './store.ts'

/** A part may hold several features; only one of them registers it. */
export type NamedPart = Pick<Part, 'name' | 'title'>

/** Colleagues with the part turned on in at least one partnership: for words, which are about none in particular. */
export function usersOf(part: NamedPart): Right {
  return {
    name: `${insider.name}, ${part.name} on`,
    async refuse(db, request, now) {
      const refusal = await insider.refuse(db, request, now)
      if (refusal !== undefined) return refusal
      const { person } = request
      if ((await partnershipsWith(db, person.id, part.name)).length > 0) return undefined
      const [first] = await partnershipsOf(db, person.id)
      const title = part.title(person.language)
      if (!first) return text.offEverywhere(person.language, title)
      return text.off(person.language, title, escaped(first.name), await leadersOf(db, first.id))
    },
  }
}

/** What may be done in a partnership in which the part is turned on: an old button of one that was turned off says so. */
export function whereOn(part: NamedPart, right: Right, find: Find): Right {
  return {
    name: `${right.name}, ${part.name} on`,
    async refuse(db, request, now) {
      const refusal = await right.refuse(db, request, now)
      if (refusal !== undefined) return refusal
      const { person, value } = request
      const id = await find(db, person.workspaceId, value)
      const partnership = id === undefined ? undefined : await findPartnership(db, person.workspaceId, id)
      if (!partnership || (await isOn(db, partnership.id, part.name))) return undefined
      const leaders = await leadersOf(db, partnership.id)
      return text.off(person.language, part.title(person.language), escaped(partnership.name), leaders)
    },
  }
}
