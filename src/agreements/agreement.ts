import { addDays, type LocalDate, toPlainDate } from '../calendar/local-date.ts'
import { startOfDay, toInstant, toLocal } from '../calendar/wall-time.ts'
import { addWorkingDays, type WorkingDays } from '../calendar/working-day.ts'
import type { Side } from '../partnerships/index.ts'
import type { Content } from './content.ts'
import type { Kind } from './kind.ts'

/** A text that both team leads agree to. */
export interface Agreement {
  id: string
  workspaceId: string
  partnershipId: string
  kind: Kind
  /** Of a lead definition: as typed. */
  leadType: string | undefined
  /** What holds now. */
  inForce: InForce | undefined
  /** What waits for agreement. */
  proposal: Version | undefined
}

/** A text that was proposed, and what became of it. Instants are epoch milliseconds. */
export interface Version {
  id: string
  agreementId: string
  content: Content
  /** As typed; '' where nothing was said. */
  why: string
  proposedAt: number
  proposedBy: Somebody
  consents: Consent[]
  /** Undefined: it waits. */
  outcome: Outcome | undefined
}

export interface Somebody {
  id: string
  name: string
}

/** A side agreed. */
export interface Consent {
  side: Side
  by: Somebody
}

export type Outcome =
  /** Numbers count up from 1 within an agreement. On its review date it is asked whether it is still right. */
  | { how: 'agreed'; at: number; by: Somebody; number: number; reviewDate: LocalDate }
  | { how: 'replaced' | 'withdrawn'; at: number; by: Somebody }

export interface InForce {
  version: Version
  number: number
  /** Epoch milliseconds. */
  since: number
  reviewDate: LocalDate
  /** The sides that said on this review date that it is still right. */
  renewedBy: Side[]
}

export type AgreeRefusal = 'gone' | 'replaced' | 'withdrawn' | 'agreed' | 'agreed before'
export type AgreeVerdict = { ok: true; sides: Side[] } | { ok: false; reason: AgreeRefusal }

/**
 * Whether somebody may agree to a version now.
 * @param read the version they have before them, as it stands; undefined where there is none such
 * @param speaksFor the sides they speak for; at least one
 */
export function mayAgree(read: Version | undefined, speaksFor: readonly Side[]): AgreeVerdict {
  if (!read) return { ok: false, reason: 'gone' }
  if (read.outcome) return { ok: false, reason: read.outcome.how }
  const open = speaksFor.filter((side) => waitsFor(read).includes(side))
  return open.length > 0 ? { ok: true, sides: open } : { ok: false, reason: 'agreed before' }
}

/** The sides that have yet to agree to a version. */
export function waitsFor({ consents }: Pick<Version, 'consents'>): Side[] {
  const agreed = new Set(consents.map(({ side }) => side))
  return (['marketing', 'sales'] as const).filter((side) => !agreed.has(side))
}

const reviewMonths = 6

/** When it is asked whether a text is still right. @param from the day it came into force, or was renewed */
export const reviewDateAfter = (from: LocalDate): LocalDate =>
  toPlainDate(from).add({ months: reviewMonths }).toString()

/** The sides that are asked whether it is still right; none while a change is proposed. @param today in the partnership's zone */
export function reviewWaitsFor({ inForce, proposal }: Agreement, today: LocalDate): Side[] {
  if (!inForce || proposal || inForce.reviewDate > today) return []
  return (['marketing', 'sales'] as const).filter((side) => !inForce.renewedBy.includes(side))
}

const waitsDays = 5
const toldDays = 2

/** From when on a proposal waits too long: the day after five working days. Epoch milliseconds. */
export function lateFrom({ proposedAt }: Pick<Version, 'proposedAt'>, working: WorkingDays): number {
  const last = addWorkingDays(toLocal(proposedAt, working.zone).date, waitsDays, working)
  return startOfDay(addDays(last, 1), working.zone)
}

/**
 * Whether a channel may hear of a proposal that waits too long: two working days after all it waits for were told so in private.
 * @param toldAt of each of them, epoch milliseconds; undefined where they were not told
 */
export function mayBeSaid(toldAt: readonly (number | undefined)[], now: number, working: WorkingDays): boolean {
  return toldAt.every((told) => {
    if (told === undefined) return false
    const { date, time } = toLocal(told, working.zone)
    return now >= toInstant(addWorkingDays(date, toldDays, working), time, working.zone)
  })
}

/** The text that a change starts from: what is proposed, else what holds. */
export const latestOf = ({ proposal, inForce }: Agreement): Version | undefined => proposal ?? inForce?.version
