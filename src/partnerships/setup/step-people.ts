import type { Answer, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { findOrLearnAll, getWorkspace, type KnownPerson } from '../../workspaces/index.ts'
import { type Side, sides } from '../partnership.ts'
import { checkPeople } from './check.ts'
import type { Step2, Step3 } from './draft.ts'
import { stepsMissingView } from './end-views.ts'
import { fieldIds, fieldOf, readGroups, readPeople } from './fields.ts'
import * as groupText from './group-messages.ts'
import { type Added, addedFromGroups, membersByGroup } from './groups.ts'
import { hoursView } from './hours-views.ts'
import { channelProblems } from './messages.ts'
import type { SetUpNeeds } from './needs.ts'
import { patienceMs, within } from './patience.ts'
import { peopleProblem } from './people-messages.ts'
import { groupNotes } from './people-views.ts'
import { findDraft, isOvertaken, keepDraft } from './store.ts'
import { mostPeople, suggestCountry } from './suggestion.ts'

type Errors = Record<string, string>

/** Step 2: who is in which team, and who speaks for it. */
export async function submitPeople(submission: Submission, needs: SetUpNeeds): Promise<Answer> {
  const { db, person, now, metadata: id } = submission
  const { language } = person
  if (await isOvertaken(db, person, id)) return { show: stepsMissingView(language) }
  const draft = await findDraft(db, person, id)
  if (!draft?.step1) return { show: stepsMissingView(language) }
  const found = await within(patienceMs, whoTheyAre(submission, needs))
  if (!found) return { errors: { [fieldIds.people.marketing]: channelProblems['no answer'](language) } }
  const { chosen, fromGroups } = found
  const errors = { ...peopleErrors(found, person), ...groupErrors(found, person) }
  if (Object.keys(errors).length > 0) return { errors }
  await db.transaction().execute((trx) => keepDraft(trx, person, id, (before) => ({ ...before, step2: chosen }), now))
  const notes = sides.flatMap((side) => groupNotes(side, fromGroups[side], language))
  return { push: hoursView(id, draft.step3 ?? usualHours(person), chosen.people, language, notes) }
}

interface Found {
  /** With those of the groups. */
  chosen: Step2
  /** By Slack id. */
  known: ReadonlyMap<string, KnownPerson>
  fromGroups: Record<Side, Added>
  /** Sides of which a group was chosen that is no longer there. */
  gone: Side[]
}

/** @returns undefined where Slack did not answer about somebody new */
async function whoTheyAre(submission: Submission, { defaults }: SetUpNeeds): Promise<Found | undefined> {
  const { db, slack, person, fields, now } = submission
  const typed = readPeople(fields)
  const groups = readGroups(fields)
  const byGroup = await membersByGroup(slack, [...groups.marketing, ...groups.sales])
  const inGroups = (side: Side) => groups[side].flatMap((group) => byGroup.get(group) ?? [])
  const members = { marketing: inGroups('marketing'), sales: inGroups('sales') }
  const holders = sides.flatMap((side) => Object.values(typed.roles[side])).filter((id) => id !== undefined)
  const all = [...sides.flatMap((side) => [...typed.people[side], ...members[side]]), ...holders]
  const workspace = await getWorkspace(db, person.workspaceId)
  const learned = await findOrLearnAll({ ...submission, defaults }, workspace, [...new Set(all)], now)
  if (learned.unanswered.length > 0) return undefined
  const known = new Map(learned.people.map((one) => [one.person.slackId, one]))
  const fromGroups = addedFromGroups(typed.people, members, known)
  const together = (side: Side) => [...typed.people[side], ...fromGroups[side].added]
  return {
    chosen: { ...typed, people: { marketing: together('marketing'), sales: together('sales') } },
    known,
    fromGroups,
    gone: sides.filter((side) => groups[side].some((group) => byGroup.get(group) === undefined)),
  }
}

function peopleErrors({ chosen, known }: Found, { language }: Person): Errors {
  const problems = checkPeople(chosen, known).map((one) => [fieldOf(one), peopleProblem(one, language)])
  return Object.fromEntries(problems)
}

function groupErrors({ chosen, gone }: Found, { language }: Person): Errors {
  const crowded = sides.filter((side) => chosen.people[side].length > mostPeople)
  return Object.fromEntries([
    ...crowded.map((side) => [
      fieldIds.groups[side],
      groupText.tooManyTogether(language, chosen.people[side].length, mostPeople),
    ]),
    ...gone.map((side) => [fieldIds.groups[side], groupText.groupGone(language)]),
  ])
}

/** What most teams keep to, where the person who sets it up lives. */
function usualHours({ language, zone }: Person): Step3 {
  const hours = { workingDays: [1, 2, 3, 4, 5] as Step3['workingDays'], workStart: '09:00', workEnd: '17:00' }
  return { ...hours, language, zone, holidayCountry: suggestCountry(zone), daysOff: [] }
}
