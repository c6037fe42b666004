import type { Db } from '../../db/schema.ts'
import { startOfDay, toLocal } from '../calendar/wall-time.ts'
import { getPartnership, isOn, type Partnership, partnershipsWith, workingTimeAround } from '../partnerships/index.ts'
import type { Item, PartnershipRef, Period, Person } from '../platform/feature.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { type Agreement, lateness, reviewWaitsFor, waitsFor } from './agreement.ts'
import { readingOf } from './facts.ts'
import { inSentence } from './kind-messages.ts'
import * as say from './messages.ts'
import { speaksFor } from './speaking.ts'
import type { Reading } from './standing.ts'
import { agreedIn, agreementsOf } from './store.ts'
import { openItem, proposalItem, reviewItem } from './views.ts'

/** What waits for somebody who speaks for a side: proposals to agree to, and texts to look at again. */
export async function agreementNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const partnerships = await partnershipsWith(db, person.id, 'agreements')
  return (await Promise.all(partnerships.map((partnership) => nudgesIn(db, person, partnership, now)))).flat()
}

/** What is proposed and not agreed yet. */
export async function openAgreements(db: Db, partnership: PartnershipRef, now: number): Promise<Item[]> {
  if (!(await isOn(db, partnership.id, 'agreements'))) return []
  const waiting = (await agreementsOf(db, partnership.workspaceId, partnership.id)).filter(({ proposal }) => proposal)
  if (waiting.length === 0) return []
  const working = await workingTimeAround(db, await getPartnership(db, partnership.id), now)
  const today = toLocal(now, partnership.zone).date
  const reading: Reading = { reader: { id: '', language: partnership.language }, leaders: [], partnership }
  return waiting.flatMap((agreement) => {
    const { proposal } = agreement
    return proposal ? [openItem(agreement, proposal, lateness(proposal, today, working), reading)] : []
  })
}

/** What both teams agreed on in a period. */
export async function agreedLines(db: Db, partnership: PartnershipRef, period: Period): Promise<string[]> {
  const { id, workspaceId, language } = partnership
  if (!(await isOn(db, id, 'agreements'))) return []
  const agreed = await agreedIn(db, { workspaceId, partnershipId: id }, period)
  return agreed.map(({ kind, leadType, number }) =>
    say.figure(language, inSentence(language, kind, leadType && escaped(leadType)), number),
  )
}

async function nudgesIn(db: Db, person: Person, partnership: Partnership, now: number): Promise<Item[]> {
  const agreements = await agreementsOf(db, person.workspaceId, partnership.id)
  if (agreements.length === 0) return []
  const reading = await readingOf(db, person, partnership.id, now)
  const sides = speaksFor(person.id, reading.leaders)
  if (sides.length === 0) return []
  const working = await workingTimeAround(db, partnership, now)
  const proposals = agreements.flatMap((agreement) => {
    const { proposal } = agreement
    if (!proposal || !waitsFor(proposal).some((side) => sides.includes(side))) return []
    return [proposalItem(agreement, proposal, lateness(proposal, reading.today, working).overdue, reading)]
  })
  const reviewed = agreements.filter((one) => reviewWaitsFor(one, reading.today).some((side) => sides.includes(side)))
  return [...proposals, ...reviewed.flatMap((one) => reviewItem(one, reviewedFrom(one, partnership), reading))]
}

const reviewedFrom = ({ inForce }: Agreement, { zone }: PartnershipRef): number =>
  inForce ? startOfDay(inForce.reviewDate, zone) : 0
