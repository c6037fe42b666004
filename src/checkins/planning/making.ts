import type { ModalView } from '@slack/types'
import type { Db, Transaction } from '../../../db/schema.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { findPartnership, mayChange, type Partnership } from '../../partnerships/index.ts'
import { differences, type Noted } from '../../platform/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { chosenOf, note } from '../noted.ts'
import type { CheckIn } from '../occurrence.ts'
import { lockVersions } from '../questions/version-store.ts'
import { insertCheckIn } from '../store.ts'
import { templates } from '../templates/all.ts'
import { nameOf } from '../views.ts'
import { changeableBy } from './changeable.ts'
import { partnershipsView, templatesView } from './choosing-views.ts'
import { datesChanged, type Ground, groundOf, saveDates } from './dates.ts'
import { type Editing, toEditing } from './editing.ts'
import { readForm } from './fields.ts'
import { find } from './find.ts'
import { type Before, type Form, formOf, newForm, ruleOf } from './form.ts'
import * as text from './form-messages.ts'
import { formView, savedView } from './form-views.ts'
import { endedBefore, endedTitle, nothingToChange } from './life-messages.ts'
import { sayingView } from './life-views.ts'
import { meanwhileInWords, seenOf, theirs } from './meanwhile.ts'
import { templatesFor } from './part.ts'
import { type Preview, type Problem, previewOf } from './preview.ts'
import { reply } from './reply.ts'
import { findPlanned, type Planned, updateCheckIn } from './store.ts'

/** *New check-in*: for which two teams, where that is not said, then what it is for. */
export async function startNew(click: Click): Promise<void> {
  const { db, person, value } = click
  const candidates = await changeableBy(db, person)
  const [only, ...more] = candidates.filter(({ id }) => value === 'choose' || id === value)
  if (!only) return reply(click, nothingToChange(person.language))
  const view =
    more.length > 0
      ? partnershipsView([only, ...more], person.language)
      : templatesView(only.id, await templatesFor(db, only.id), person.language)
  if (click.view) await click.change(click.view, view)
  else await click.open(view)
}

/** What it is for was chosen: the form begins as such check-ins usually are. */
export async function templateChosen(click: Click): Promise<void> {
  const { db, person, now, view } = click
  const [partnershipId = '', id = ''] = click.value.split(':')
  const partnership = await findPartnership(db, person.workspaceId, partnershipId)
  const template = templates[id]
  if (!partnership || !template || !view) return
  const ground = await groundOf(db, partnership, now)
  const form = newForm(template, ground, toLocal(now, partnership.zone).date)
  const editing: Editing = { partnershipId, template: id, from: form.from, seen: {}, form }
  await click.change(view, await shown(click, editing, ground, undefined))
}

/** *Edit*. */
export async function edit(click: Click, checkInId: string): Promise<void> {
  const { db, person, now } = click
  const planned = await find(click, checkInId)
  const partnership = planned && (await findPartnership(db, person.workspaceId, planned.checkIn.partnershipId))
  if (!planned || !partnership) return
  const { checkIn } = planned
  const form = standingForm(planned, partnership, now)
  const editing: Editing = {
    ...{ partnershipId: partnership.id, checkInId, template: checkIn.template },
    ...{ from: form.from, seen: seenOf(planned), form },
  }
  await click.open(await shown(click, editing, await groundOf(db, partnership, now), planned))
}

/** A check-in as it stands, in the form. */
function standingForm({ checkIn, channel, rule, nextSlot }: Planned, partnership: Partnership, now: number): Form {
  const today = toLocal(now, partnership.zone).date
  const start = nextSlot !== undefined && nextSlot > today ? nextSlot : today
  return formOf(checkIn, channel, rule, partnership, start)
}

/** Something was chosen that others depend on: the form shows what belongs to it, and its dates. */
export async function redraw(click: Click): Promise<void> {
  const { db, person, now, view } = click
  const before = view && toEditing(view.metadata)
  if (!view || !before || !(await mayChange(db, person, before.partnershipId))) return
  const partnership = await findPartnership(db, person.workspaceId, before.partnershipId)
  if (!partnership) return
  const planned = await plannedFor(db, person, before)
  if (planned === 'ended') return click.change(view, endedView(person))
  const editing = { ...before, form: readForm(view.fields, before.form) }
  await click.change(view, await shown(click, editing, await groundOf(db, partnership, now), planned))
}

export async function submitPlan(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const about = toEditing(metadata)
  const partnership = about && (await findPartnership(db, person.workspaceId, about.partnershipId))
  if (!about || !partnership) return { close: 'top' }
  const planned = await plannedFor(db, person, about)
  if (planned === 'ended') return { show: endedView(person) }
  const editing = { ...about, form: readForm(fields, about.form) }
  const ground = await groundOf(db, partnership, now)
  const preview = await previewFor(submission, editing, ground, planned)
  if (preview.problem) {
    const field = fieldOf(preview.problem, editing)
    return { errors: { [field]: text.problems[preview.problem](person.language) } }
  }
  const checkIn = checkInOf(editing, ground, person, planned, now)
  const kept = await submission.once((trx) => keep(trx, { editing, checkIn, ground }, person, now))
  if (kept === 'ended') return { show: endedView(person) }
  if (kept) {
    const { stands, changed } = kept
    const note = meanwhileInWords(changed, stands, standingForm(stands, partnership, now), person.language)
    const again = { ...editing, seen: seenOf(stands) }
    return { show: await shown(submission, again, ground, stands, note) }
  }
  const name = nameOf(checkIn, person.language)
  const paused = planned?.status === 'paused'
  return { show: savedView({ name, preview, form: editing.form, partnership, paused }, person.language) }
}

interface Kept {
  editing: Editing
  checkIn: CheckIn
  ground: Ground
}

/** @returns what stands, and what of it somebody else changed meanwhile: then nothing is saved */
async function keep(
  trx: Transaction,
  { editing, checkIn, ground }: Kept,
  person: Person,
  now: number,
): Promise<{ stands: Planned; changed: Noted } | 'ended' | undefined> {
  await lockVersions(trx, person.workspaceId, checkIn.id)
  const planned = await plannedFor(trx, person, editing)
  if (planned === 'ended') return 'ended'
  const rule = ruleOf(editing.form, beforeOf(editing, planned), ground)
  const { channel } = editing.form
  const chosen = chosenOf(checkIn, rule)
  const changed = planned ? theirs(editing.seen, seenOf(planned), chosen) : {}
  if (planned && Object.keys(changed).length > 0) return { stands: planned, changed }
  await saveDates(trx, checkIn, ground.partnership, rule, now)
  if (planned) await updateCheckIn(trx, checkIn, channel)
  else await insertCheckIn(trx, checkIn, templates[checkIn.template]?.questions ?? [], now, { by: person.id, channel })
  const about = planned ? differences(seenOf(planned), chosen) : chosen
  if (Object.keys(about).length > 0)
    await note(trx, person, planned ? 'checkins:changed' : 'checkins:made', checkIn, about, now)
  await datesChanged(trx, checkIn, now)
  return undefined
}

function checkInOf(
  { form, template }: Editing,
  { partnership }: Ground,
  { workspaceId }: Person,
  planned: Planned | undefined,
  now: number,
): CheckIn {
  const { id, scheduleId } = planned?.checkIn ?? { id: newId(now), scheduleId: newId(now) }
  return {
    ...{ id, workspaceId, partnershipId: partnership.id, scheduleId, template },
    name: form.name,
    channelId: partnership.channels[form.channel],
    answerHours: form.answerHours,
    meetingAt: form.begins === 'meeting' ? form.meetingAt : undefined,
    ownZone: form.ownZone,
  }
}

/** Under which field it is told: always one that shows. */
function fieldOf(problem: Problem, { form }: Editing): string {
  switch (problem) {
    case 'no weekday':
      return 'weekdays'
    case 'in the past':
    case 'opens in the past':
      return 'date'
    case 'no time':
      return form.begins === 'meeting' ? 'meetingAt' : 'answerHours'
    case 'never held':
      return form.kind === 'once' ? 'date' : 'onDayOff'
  }
}

/** Of a new one none; 'ended' where there is nothing to change any more. */
async function plannedFor(db: Db, { workspaceId }: Person, about: Editing): Promise<Planned | 'ended' | undefined> {
  if (about.checkInId === undefined) return undefined
  const planned = await findPlanned(db, workspaceId, about.checkInId)
  const isThere = planned && planned.status !== 'ended' && planned.checkIn.partnershipId === about.partnershipId
  return isThere ? planned : 'ended'
}

const beforeOf = ({ from }: Editing, planned: Planned | undefined): Before | undefined =>
  planned && { cadence: planned.rule.cadence, from }

type Asking = Pick<Click, 'db' | 'person' | 'now'>

function previewFor(
  { db, person, now }: Asking,
  editing: Editing,
  ground: Ground,
  planned: Planned | undefined,
): Promise<Preview> {
  const about = { form: editing.form, before: beforeOf(editing, planned), checkIn: planned?.checkIn }
  return previewOf(db, about, ground, person.language, now)
}

async function shown(
  asking: Asking,
  editing: Editing,
  ground: Ground,
  planned: Planned | undefined,
  note?: string,
): Promise<ModalView> {
  const preview = await previewFor(asking, editing, ground, planned)
  const mayCopy = planned !== undefined && (await changeableBy(asking.db, asking.person)).length > 1
  return formView({ editing, partnership: ground.partnership, preview, mayCopy, note }, asking.person.language)
}

const endedView = ({ language }: Person) => sayingView(endedTitle(language), endedBefore(language), language)
