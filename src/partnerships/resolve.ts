import type { Db } from '../../db/schema.ts'
import type { Partnership } from './partnership.ts'
import { partnershipsOf } from './people/store.ts'
import { findPartnership, partnershipsIn } from './store.ts'

/** Which partnership something is about: this one; or ask which of these; or there is none. */
export type Resolved =
  | { kind: 'one'; partnership: Partnership }
  | { kind: 'ask'; candidates: Partnership[] }
  | { kind: 'none' }

interface Where {
  workspaceId: string
  personId: string
  /** Where they are, if in a channel. */
  channelId: string | undefined
  /** What the button or command carried. */
  partnershipId?: string | undefined
}

/**
 * The id in the button → the channel's only one → the person's only one → ask. Where a channel serves several, those the
 * person is in come first. It says nothing about rights.
 */
export async function resolvePartnership(db: Db, where: Where): Promise<Resolved> {
  const { workspaceId, personId, channelId, partnershipId } = where
  const carried = partnershipId ? await findPartnership(db, workspaceId, partnershipId) : undefined
  if (carried) return { kind: 'one', partnership: carried }
  const here = channelId ? await partnershipsIn(db, workspaceId, channelId) : []
  const mine = await partnershipsOf(db, personId)
  return choose(here, mine)
}

/** @param here those of the channel @param mine those of the person */
export function choose(here: readonly Partnership[], mine: readonly Partnership[]): Resolved {
  const both = here.filter(({ id }) => mine.some((one) => one.id === id))
  const candidates = here.length === 0 ? mine : here.length > 1 && both.length > 0 ? both : here
  const [only] = candidates
  if (!only) return { kind: 'none' }
  return candidates.length === 1 ? { kind: 'one', partnership: only } : { kind: 'ask', candidates: [...candidates] }
}
