import { z } from 'zod'
import { getPartnership, membersOf } from '../../partnerships/index.ts'
import { differences, type Noted } from '../../platform/audit.ts'
import type { Answer, Click, Listener, Right, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { section } from '../../platform/slack/blocks.ts'
import { gone } from '../messages.ts'
import { note } from '../noted.ts'
import { type Part, partsIn, saveParts } from '../parts-store.ts'
import { findCheckIn } from '../store.ts'
import { nameOf } from '../views.ts'
import { type Chosen, type Refusal, refusal } from './choosing.ts'
import * as say from './messages.ts'
import { peopleView } from './views.ts'

/** Who is optional and who observes. @param may for team leads, by the id of the check-in */
export function peopleListeners(may: Right): Listener[] {
  return [
    { on: 'action', id: 'checkins:people', may, run: openPeople },
    { on: 'view', id: 'checkins:people', may, submit: submitPeople },
  ]
}

async function openPeople(click: Click): Promise<void> {
  const { db, person } = click
  const { language } = person
  const checkIn = await findCheckIn(db, person.workspaceId, click.value)
  if (!checkIn) return click.reply({ text: gone(language), blocks: [section(gone(language))] })
  const parts = await partsIn(db, checkIn.id)
  const members = await membersOf(db, checkIn.partnershipId)
  const those = (part: Part) =>
    members.filter(({ person: { id } }) => parts.get(id) === part).map(({ person: { slackId } }) => slackId)
  const chosen = { optional: those('optional'), observer: those('observer') }
  const view = peopleView(checkIn.id, nameOf(checkIn, language), chosen, language)
  await (click.view ? click.push(view) : click.open(view))
}

const people = z.array(z.string()).catch([])

async function submitPeople(submission: Submission): Promise<Answer> {
  const { db, person, fields, now } = submission
  const checkIn = await findCheckIn(db, person.workspaceId, submission.metadata)
  if (!checkIn) return { close: 'top' }
  const chosen = { optional: people.parse(fields.optional), observer: people.parse(fields.observer) }
  const partnership = await getPartnership(db, checkIn.partnershipId)
  const members = (await membersOf(db, partnership.id)).map((member) => member.person)
  const refused = refusal(
    chosen,
    members.map(({ slackId }) => slackId),
  )
  if (refused) return { errors: { [refused.field]: inWords(refused, members, partnership.name, person) } }
  await submission.once(async (trx) => {
    const [before, after] = [inShort(await partsIn(trx, checkIn.id)), inShort(partsOf(chosen, members))]
    const changed = differences(before, after)
    if (Object.keys(changed).length === 0) return
    await saveParts(trx, checkIn, partsOf(chosen, members))
    await note(trx, person, 'checkins:people-changed', checkIn, changed, now)
  })
  return { close: 'top' }
}

/** Person ids of each part, in order. */
function inShort(parts: ReadonlyMap<string, Part>): Noted {
  const those = (part: Part) => [...parts].flatMap(([id, one]) => (one === part ? [id] : []))
  return { optional: those('optional').toSorted().join(' '), observer: those('observer').toSorted().join(' ') }
}

function partsOf(chosen: Chosen, members: readonly Person[]): Map<string, Part> {
  const those = (part: Part) =>
    members.filter(({ slackId }) => chosen[part].includes(slackId)).map(({ id }) => [id, part] as const)
  return new Map([...those('optional'), ...those('observer')])
}

function inWords(refused: Refusal, members: readonly Person[], partnership: string, { language }: Person): string {
  if (refused.why === 'nobody left') return say.nobodyLeft(language)
  const names = members.filter(({ slackId }) => refused.slackIds.includes(slackId)).map(({ name }) => name)
  return refused.why === 'twice' ? say.chosenTwice(language, names) : say.notMembers(language, names, partnership)
}
