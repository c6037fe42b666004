import { findPartnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { newId } from '../../platform/ids.ts'
import type { Answer, Click, Listener, Right, Submission } from '../../platform/interaction.ts'
import { section } from '../../platform/slack/blocks.ts'
import { classify } from '../../platform/slack/trouble.ts'
import { gone } from '../messages.ts'
import type { CheckIn } from '../occurrence.ts'
import { findCheckIn } from '../store.ts'
import { nameOf } from '../views.ts'
import type { Changed } from './change.ts'
import { changesBetween, type Edit, find, mostPerSide } from './editing.ts'
import { questionIn } from './form.ts'
import { questionView, theirsInWords } from './form-view.ts'
import { changesInWords, questionsView } from './list-view.ts'
import * as say from './messages.ts'
import { changeNoted } from './noted.ts'
import { type Form, toForm, toPressed, toShown } from './refs.ts'
import { findVersion, latestVersion, type Version } from './version-store.ts'

/** The editor of questions. @param may for team leads, by a value that begins with the id of the check-in */
export function questionListeners(may: Right): Listener[] {
  return [
    { on: 'action', id: 'checkins:questions', may, run: openQuestions },
    { on: 'action', id: 'checkins:add-question', may, run: openForm },
    { on: 'action', id: 'checkins:edit-question', may, run: openForm },
    { on: 'action', id: 'checkins:raise-question', may, run: (click) => change(click, (id) => moved(id, -1)) },
    { on: 'action', id: 'checkins:lower-question', may, run: (click) => change(click, (id) => moved(id, 1)) },
    {
      on: 'action',
      id: 'checkins:remove-question',
      may,
      run: (click) => change(click, (id) => ({ do: 'remove', id })),
    },
    { on: 'view', id: 'checkins:question', may, submit: submitQuestion },
  ]
}

const moved = (id: string, by: 1 | -1): Edit => ({ do: 'move', id, by })

/** The list: on top of the window they are in, else in one of its own. */
async function openQuestions(click: Click): Promise<void> {
  const { db, person } = click
  const { checkInId } = toPressed(click.value)
  const found = await findEdited(click, checkInId)
  const latest = await latestVersion(db, person.workspaceId, checkInId)
  if (!found || !latest) return replyGone(click)
  const view = questionsView(latest, nameOf(found.checkIn, person.language), person.language)
  await (click.view ? click.push(view) : click.open(view))
}

/** Moves or removes one question, and shows the list as it is then. */
async function change(click: Click, toEdit: (questionId: string) => Edit): Promise<void> {
  const { db, person, now, view } = click
  const { language, workspaceId } = person
  const { checkInId, questionId } = toPressed(click.value)
  const found = await findEdited(click, checkInId)
  const edit = { edit: toEdit(questionId) }
  const changed = found && (await db.transaction().execute((trx) => changeNoted(trx, person, found.checkIn, edit, now)))
  if (!found || !changed || !view) return replyGone(click)
  const seen = await findVersion(db, workspaceId, checkInId, toShown(view.metadata).version)
  const note = changed.ok ? whatOthersDid(seen, changed.before, language) : refused(changed.reason, language)
  const shown = changed.ok ? changed.after : changed.before
  await click.change(view, questionsView(shown, nameOf(found.checkIn, language), language, note))
}

/** *Edit* and *Add question*. Of one that was removed meanwhile the list says so. */
async function openForm(click: Click): Promise<void> {
  const { db, person, view, now } = click
  const { language, workspaceId } = person
  const { checkInId, questionId } = toPressed(click.value)
  const found = await findEdited(click, checkInId)
  const latest = await latestVersion(db, workspaceId, checkInId)
  if (!found || !latest || !view) return replyGone(click)
  const question = find(latest.questions, questionId)
  if (questionId !== '' && !question) {
    const name = nameOf(found.checkIn, language)
    return click.change(view, questionsView(latest, name, language, say.goneMeanwhile(language)))
  }
  const form: Form = {
    checkInId,
    questionId: questionId || newId(now),
    version: latest.version,
    listViewId: view.id,
  }
  await click.push(questionView({ ...found, form, question }, language))
}

async function submitQuestion(submission: Submission): Promise<Answer> {
  const { db, person, now, fields } = submission
  const { language, workspaceId } = person
  const form = toForm(submission.metadata)
  const { checkInId } = form
  const found = await findEdited(submission, checkInId)
  const seen = await findVersion(db, workspaceId, checkInId, form.version)
  if (!found || !seen) return { close: 'top' }
  const expected = find(seen.questions, form.questionId)
  const making = { id: form.questionId, before: expected, language: found.language, newId: () => newId(now) }
  const made = questionIn(fields, making, language)
  if (!made.ok) return { errors: made.errors }
  const { question } = made
  const edit = { edit: { do: 'put' as const, question }, expected }
  const changed = await submission.once((trx) => changeNoted(trx, person, found.checkIn, edit, now))
  if (!changed) return { close: 'top' }
  if (changed.ok) return { close: 'top', after: () => showSaved(submission, found.checkIn, form, seen, changed) }
  if (changed.reason !== 'changed meanwhile') return { errors: { side: refused(changed.reason, language) } }
  const note = theirsInWords(changed.theirs, language)
  const again = { ...form, version: changed.before.version }
  return { show: questionView({ ...found, form: again, question, note }, language) }
}

/** The list below the form follows. Nothing is lost where it was closed meanwhile. */
async function showSaved(
  { slack, person: { language } }: Submission,
  checkIn: CheckIn,
  { listViewId }: Form,
  seen: Version,
  { before, after }: Extract<Changed, { ok: true }>,
): Promise<void> {
  const view = questionsView(after, nameOf(checkIn, language), language, whatOthersDid(seen, before, language))
  try {
    await slack.views.update({ view_id: listViewId, view })
  } catch (error) {
    if (classify(error).kind !== 'gone') throw error
  }
}

function whatOthersDid(seen: Version | undefined, before: Version, language: Language): string | undefined {
  return seen && changesInWords(changesBetween(seen.questions, before.questions), language)
}

function refused(reason: Extract<Changed, { ok: false }>['reason'], language: Language): string {
  switch (reason) {
    case 'last':
      return say.lastOne(language)
    case 'too many':
      return say.tooMany(language, mostPerSide)
    case 'changed meanwhile':
      return say.goneMeanwhile(language)
  }
}

/** The check-in, the language of its two teams, and whether it is about key accounts. */
async function findEdited({ db, person }: Click | Submission, checkInId: string) {
  const checkIn = await findCheckIn(db, person.workspaceId, checkInId)
  const partnership = checkIn && (await findPartnership(db, person.workspaceId, checkIn.partnershipId))
  if (!checkIn || !partnership) return undefined
  return { checkIn, language: partnership.language, aboutAccounts: checkIn.template === 'key-account-discussion' }
}

function replyGone(click: Click): Promise<void> {
  const text = gone(click.person.language)
  return click.reply({ text, blocks: [section(text)] })
}
