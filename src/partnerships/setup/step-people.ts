import type { Answer, Person, Submission } from '../../platform/feature.ts'
import { findOrLearnAll, getWorkspace, type KnownPerson } from '../../workspaces/index.ts'
import { checkPeople } from './check.ts'
import type { Step2, Step3 } from './draft.ts'
import { stepsMissingView } from './end-views.ts'
import { fieldIds, fieldOf, readPeople } from './fields.ts'
import { hoursView } from './hours-views.ts'
import { channelProblems } from './messages.ts'
import type { SetUpNeeds } from './needs.ts'
import { patienceMs, within } from './patience.ts'
import { peopleProblem } from './people-messages.ts'
import { findDraft, isOvertaken, keepDraft } from './store.ts'
import { suggestCountry } from './suggestion.ts'

/** Step 2: who is in which team, and who speaks for it. */
export async function submitPeople(submission: Submission, needs: SetUpNeeds): Promise<Answer> {
  const { db, person, now, metadata: id } = submission
  if (await isOvertaken(db, person, id)) return { show: stepsMissingView(person.language) }
  const draft = await findDraft(db, person, id)
  if (!draft?.step1) return { show: stepsMissingView(person.language) }
  const chosen = readPeople(submission.fields)
  const known = await whoTheyAre(submission, needs, chosen)
  if (!known) return { errors: { [fieldIds.people.marketing]: channelProblems['no answer'](person.language) } }
  const errors = peopleErrors(chosen, known, person)
  if (Object.keys(errors).length > 0) return { errors }
  await db.transaction().execute((trx) => keepDraft(trx, person, id, (before) => ({ ...before, step2: chosen }), now))
  return { push: hoursView(id, draft.step3 ?? usualHours(person), chosen.people, person.language) }
}

/** By Slack id; undefined where Slack did not answer in time about somebody new. */
async function whoTheyAre(
  submission: Submission,
  { defaults }: SetUpNeeds,
  { people, roles }: Step2,
): Promise<Map<string, KnownPerson> | undefined> {
  const { db, person, now } = submission
  const holders = [roles.marketing, roles.sales].flatMap((one) => Object.values(one)).filter((id) => id !== undefined)
  const ids = [...new Set([...people.marketing, ...people.sales, ...holders])]
  const workspace = await getWorkspace(db, person.workspaceId)
  const learned = await within(patienceMs, findOrLearnAll({ ...submission, defaults }, workspace, ids, now))
  if (!learned || learned.unanswered.length > 0) return undefined
  return new Map(learned.people.map((one) => [one.person.slackId, one]))
}

function peopleErrors(
  chosen: Step2,
  known: ReadonlyMap<string, KnownPerson>,
  { language }: Person,
): Record<string, string> {
  const problems = checkPeople(chosen, known).map((one) => [fieldOf(one), peopleProblem(one, language)])
  return Object.fromEntries(problems)
}

/** What most teams keep to, where the person who sets it up lives. */
function usualHours({ language, zone }: Person): Step3 {
  const hours = { workingDays: [1, 2, 3, 4, 5] as Step3['workingDays'], workStart: '09:00', workEnd: '17:00' }
  return { ...hours, language, zone, holidayCountry: suggestCountry(zone), daysOff: [] }
}
