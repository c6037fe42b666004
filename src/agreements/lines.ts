import type { Db } from '../../db/schema.ts'
import { startOfDay } from '../calendar/wall-time.ts'
import {
  getPartnership,
  isOn,
  type Partnership,
  partnershipsLedBy,
  partnershipsWith,
  workingTimeAround,
} from '../partnerships/index.ts'
import { toldSince } from '../platform/delivery/gathered.ts'
import type { Period } from '../platform/feature.ts'
import type { PartnershipRef, Person } from '../platform/person.ts'
import type { Item } from '../platform/rendered.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { type Agreement, lateFrom, mayBeSaid, reviewWaitsFor, type Version, waitsFor } from './agreement.ts'
import { leadersOf, readingOf } from './facts.ts'
import { inSentence } from './kind-messages.ts'
import * as say from './messages.ts'
import { speakersFor, speaksFor } from './speaking.ts'
import { agreedIn, agreementsOf } from './store.ts'
import { openItem, proposalItem, reviewItem } from './views.ts'

/** What waits for somebody who speaks for a side: proposals to agree to, and texts to look at again. */
export async function agreementNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  // Others are never asked: nothing need be looked up for them.
  const led = await partnershipsLedBy(db, person.id)
  if (led.size === 0) return []
  const partnerships = (await partnershipsWith(db, person.id, 'agreements')).filter(({ id }) => led.has(id))
  return (await Promise.all(partnerships.map((partnership) => nudgesIn(db, person, partnership, now)))).flat()
}

/** What is proposed and not agreed yet; what waits too long is a number, until those it waits for could act on it. */
export async function openAgreements(db: Db, partnership: PartnershipRef, now: number): Promise<Item[]> {
  if (!(await isOn(db, partnership.id, 'agreements'))) return []
  const agreements = await agreementsOf(db, partnership.workspaceId, partnership.id)
  if (!agreements.some(({ proposal }) => proposal)) return []
  const leaders = await leadersOf(db, partnership.id, now)
  const working = await workingTimeAround(db, await getPartnership(db, partnership.id), now)
  const reading = { reader: { id: '', language: partnership.language }, leaders, partnership }
  const items = agreements.map(async (agreement) => {
    const { proposal } = agreement
    if (!proposal) return []
    const from = lateFrom(proposal, working)
    const overdue = from <= now
    const discreet = overdue && !mayBeSaid(await toldOf(db, proposal, leaders, from), now, working)
    return [openItem(agreement, proposal, { overdue, discreet }, reading)]
  })
  return (await Promise.all(items)).flat()
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

/** When those a proposal waits for were told so at or after an instant: one for each side that anybody speaks for. */
async function toldOf(
  db: Db,
  proposal: Version,
  leaders: Awaited<ReturnType<typeof leadersOf>>,
  from: number,
): Promise<(number | undefined)[]> {
  const sides = waitsFor(proposal).map((side) => speakersFor(side, leaders))
  const told = sides
    .filter((speakers) => speakers.length > 0)
    .map((speakers) => {
      const person = speakers.find(({ away }) => !away)?.person
      return person && person.messages !== 'home' ? toldSince(db, person, from) : undefined
    })
  return Promise.all(told)
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
    return [proposalItem(agreement, proposal, lateFrom(proposal, working) <= now, reading)]
  })
  const reviewed = agreements.filter((one) => reviewWaitsFor(one, reading.today).some((side) => sides.includes(side)))
  return [...proposals, ...reviewed.flatMap((one) => reviewItem(one, reviewedFrom(one, partnership), reading))]
}

const reviewedFrom = ({ inForce }: Agreement, { zone }: PartnershipRef): number =>
  inForce ? startOfDay(inForce.reviewDate, zone) : 0
