import type { Db, Transaction } from '../../../db/schema.ts'
import { toPlainDate, weekdayOf } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Answer, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { findKnownPeople, findPeople } from '../../workspaces/index.ts'
import { publicHolidays } from '../holidays.ts'
import { decidersOf } from '../leading.ts'
import type { DayOff, Partnership } from '../partnership.ts'
import { handOver } from '../people/leaving.ts'
import { lockPlaces, type Place } from '../people/membership-store.ts'
import { membersOf, rolesOf } from '../people/store.ts'
import { leaderNames } from '../rights.ts'
import { findPartnership, ownDaysOff } from '../store.ts'
import { checkHours, checkPeople, type HoursProblem } from './check.ts'
import { completed, type SetUp, type Step3 } from './draft.ts'
import { peopleChanged } from './end-messages.ts'
import { savedView, stepsMissingView, stoppedView } from './end-views.ts'
import { fieldIds, readHours } from './fields.ts'
import * as text from './hours-messages.ts'
import { twin } from './messages.ts'
import type { SetUpNeeds } from './needs.ts'
import { noteSetUp, settled } from './noted.ts'
import { peopleProblem } from './people-messages.ts'
import { dropDraft, findDraft, isOvertaken, savePartnership } from './store.ts'

/** Step 3: language, zone, hours and days off; then everything is made true at once. */
export async function submitHours(submission: Submission, needs: SetUpNeeds): Promise<Answer> {
  const { db, person, metadata: id } = submission
  const read = readFilled(submission)
  if ('errors' in read) return read
  if (await isOvertaken(db, person, id)) return { show: stepsMissingView(person.language) }
  const draft = await findDraft(db, person, id)
  const setUp = draft && completed({ ...draft, step3: read.hours })
  if (!setUp) return { show: stepsMissingView(person.language) }
  const stopped = await whatChanged(db, person, setUp)
  if (stopped !== undefined) return { show: stoppedView(stopped, person.language) }
  return finish(submission, needs, setUp, draft.step1?.external ?? [])
}

const fieldOfProblem: Record<HoursProblem, string> = {
  'ends before it starts': fieldIds.end,
  'no such zone': fieldIds.zone,
  'no working day left': fieldIds.daysOff,
}

function readFilled({ fields, person, now }: Submission): { hours: Step3 } | { errors: Record<string, string> } {
  const { language } = person
  const { hours, daysOff } = readHours(fields, toLocal(now, person.zone).date)
  if (hours.workingDays.length === 0) return { errors: { [fieldIds.days]: text.daysMissing(language) } }
  if ('problem' in daysOff) {
    const words =
      daysOff.problem === 'too many'
        ? text.daysOffTooMany(language)
        : text.daysOffUnreadable(language, daysOff.line.slice(0, 100))
    return { errors: { [fieldIds.daysOff]: words } }
  }
  const filled = { ...hours, daysOff: daysOff.days }
  const problem = checkHours(filled, now)
  return problem ? { errors: { [fieldOfProblem[problem]]: text.hoursProblems[problem](language) } } : { hours: filled }
}

/** Days may lie between the steps: somebody may have left meanwhile. @returns what to say, plain */
async function whatChanged(
  db: Db,
  { workspaceId, language }: Person,
  { people, roles }: SetUp,
): Promise<string | undefined> {
  const known = await findKnownPeople(db, workspaceId, [...people.marketing, ...people.sales])
  const problems = checkPeople({ people, roles }, new Map(known.map((one) => [one.person.slackId, one])))
  if (problems.length === 0) return undefined
  return peopleChanged(
    language,
    problems.map((problem) => peopleProblem(problem, language)),
  )
}

async function finish(submission: Submission, needs: SetUpNeeds, setUp: SetUp, external: string[]): Promise<Answer> {
  const { db, person, now } = submission
  const isNew = (await findPartnership(db, person.workspaceId, setUp.id)) === undefined
  const outcome = await submission.once(async (trx) => {
    await lockPlaces(trx, person.workspaceId)
    const before = await settled(trx, person.workspaceId, setUp.id)
    const made = await savePartnership(trx, setUp, person, now)
    if ('twin' in made) return made
    await noteSetUp(trx, person, setUp.id, before, now)
    await dropDraft(trx, person, setUp.id, now)
    await settle(trx, needs, made.saved, made.left, now)
    return made
  })
  if (outcome && 'twin' in outcome) return twinStopped(db, person, outcome.twin)
  const saved = await findPartnership(db, person.workspaceId, setUp.id)
  if (!saved) return { show: stepsMissingView(person.language) }
  return { show: await confirmation(submission, needs, saved, isNew, external) }
}

/** What follows from who was put where: for what people had who left, for what others made of it, and for who is asked. */
async function settle(
  trx: Transaction,
  needs: SetUpNeeds,
  partnership: Partnership,
  left: readonly Place[],
  now: number,
): Promise<void> {
  const { id, workspaceId } = partnership
  const byId = new Map(
    (
      await findPeople(
        trx,
        left.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one]),
  )
  const leavers = left.flatMap(({ personId, side }) => {
    const person = byId.get(personId)
    return person ? [{ person, side }] : []
  })
  await handOver(trx, needs, partnership, leavers, now)
  await needs.saved(trx, partnership, now)
  const asked = (await decidersOf(trx, workspaceId, id)).map((one) => one.id)
  await itemsChanged(trx, workspaceId, [...left.map(({ personId }) => personId), ...asked], now)
}

async function twinStopped(db: Db, { language }: Person, { id, name }: Partnership): Promise<Answer> {
  return { show: stoppedView(twin(language, name, await leaderNames(db, id)), language) }
}

async function confirmation(
  { db, person, now }: Submission,
  needs: SetUpNeeds,
  partnership: Partnership,
  isNew: boolean,
  external: string[],
) {
  const next = (await needs.next?.(db, partnership, person, now)) ?? []
  const [members, roles] = [await membersOf(db, partnership.id), await rolesOf(db, partnership.id)]
  const { pilotId } = partnership
  const [pilot] = pilotId === undefined ? [] : await findPeople(db, [pilotId])
  const daysOff = await nextDaysOff(db, partnership, person, now)
  return savedView({ partnership, isNew, members, roles, next, daysOff, external, pilot }, person)
}

/** The first three from today on, public holidays and own ones; only where somebody would have worked. */
async function nextDaysOff(db: Db, partnership: Partnership, { language }: Person, now: number): Promise<DayOff[]> {
  const today = toLocal(now, partnership.zone).date
  const { year } = toPlainDate(today)
  const publicDays = [year, year + 1].flatMap((one) => publicHolidays(partnership.holidayCountry, one, language))
  const days = new Map([...publicDays, ...(await ownDaysOff(db, partnership.id))].map((one) => [one.date, one]))
  const worked = [...days.values()].filter(
    ({ date }) => date >= today && partnership.workingDays.includes(weekdayOf(date)),
  )
  return worked.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, 3)
}
