import { z } from 'zod'
import type { Db } from '../../../db/schema.ts'
import { startOfDay, toLocal } from '../../calendar/wall-time.ts'
import type {
  Answer,
  Click,
  Command,
  Feature,
  Item,
  Listener,
  Person,
  Right,
  Submission,
  Word,
} from '../../platform/feature.ts'
import { cut, escaped, section } from '../../platform/slack/blocks.ts'
import * as text from './messages.ts'
import { endAbsence, findAbsence, setAway } from './store.ts'
import { checkUntil, readUntil } from './until.ts'
import {
  awayMessage,
  awayModal,
  awayNoted,
  backButton,
  dateProblem,
  ids,
  noted,
  saidInModal,
  untilField,
} from './views.ts'

export interface AbsenceNeeds {
  /** Who may say that they are away. */
  may: Right
  /** They went away or came back: what counts on them should follow. In the same transaction. */
  presenceChanged: NonNullable<Feature['presenceChanged']>
}

export function absenceWords(needs: AbsenceNeeds): Word[] {
  const { may } = needs
  return [
    {
      words: { en: ['away'], nl: ['afwezig', 'weg'] },
      usage: text.awayUsage,
      help: text.awayHelp,
      may,
      run: (command) => away(command, needs),
    },
    { words: { en: ['back'], nl: ['terug'] }, help: text.backHelp, may, run: (command) => back(command, needs) },
  ]
}

export function absenceListeners(needs: AbsenceNeeds): Listener[] {
  const { may } = needs
  return [
    { on: 'action', id: ids.away, may, run: chooseDate },
    { on: 'action', id: ids.back, may, run: (click) => back(click, needs) },
    { on: 'view', id: ids.away, may, submit: (submission) => dateChosen(submission, needs) },
  ]
}

async function away(command: Command, needs: AbsenceNeeds): Promise<void> {
  const { db, person, now } = command
  if (command.text === '') return chooseDate(command)
  const today = toLocal(now, person.zone).date
  const read = readUntil(command.text, today)
  if ('problem' in read)
    return command.reply(dateProblem(read.problem, escaped(cut(command.text, 100)), person.language))
  await db.transaction().execute(async (trx) => {
    await setAway(trx, person, read.until, now)
    await needs.presenceChanged(trx, person, now)
  })
  await command.reply(awayMessage(read.until, today, person.language))
}

async function chooseDate(asked: Click | Command): Promise<void> {
  const absence = await findAbsence(asked.db, asked.person, asked.now)
  await asked.open(awayModal(asked.person.language, absence?.until))
}

async function dateChosen(submission: Submission, needs: AbsenceNeeds): Promise<Answer> {
  const { person, now, fields } = submission
  const today = toLocal(now, person.zone).date
  const read = checkUntil(z.iso.date().optional().parse(fields[untilField]), today)
  if ('problem' in read) return { errors: { [untilField]: text.pastDate(person.language) } }
  await submission.once(async (trx) => {
    await setAway(trx, person, read.until, now)
    await needs.presenceChanged(trx, person, now)
  })
  return { show: awayNoted(read.until, today, person.language) }
}

async function back(asked: Click | Command, needs: AbsenceNeeds): Promise<void> {
  const { db, person, now } = asked
  const ended = await db.transaction().execute(async (trx) => {
    if (!(await endAbsence(trx, person, now))) return false
    await needs.presenceChanged(trx, person, now)
    return true
  })
  const words = ended ? text.welcomeBack(person.language) : text.wasNotAway(person.language)
  const view = 'view' in asked ? asked.view : undefined
  if (view?.metadata === noted) return asked.change(view, saidInModal(words, person.language))
  await asked.reply({ text: words, blocks: [section(words)] })
}

/** In `/rondo` and Home: somebody who is away sees that they are, and how to end it. */
export async function absenceComing(db: Db, person: Person, now: number): Promise<Item[]> {
  const absence = await findAbsence(db, person, now)
  if (!absence) return []
  const title = text.stillAwayText(absence.until, toLocal(now, person.zone).date, person.language)
  const from = startOfDay(absence.from, person.zone)
  return [{ id: `workspaces:${person.id}`, title, from, buttons: [backButton(person.language)] }]
}
