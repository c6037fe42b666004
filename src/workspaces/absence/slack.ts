import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Db, Transaction } from '../../../db/schema.ts'
import { startOfDay, toLocal } from '../../calendar/wall-time.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Answer, Click, Command, Listener, Right, Submission, Word } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { cut, escaped, said } from '../../platform/slack/blocks.ts'
import * as text from './messages.ts'
import {
  type Absence,
  endAbsence,
  findAbsence,
  planAbsence,
  plannedAbsences,
  setAway,
  withdrawAbsence,
} from './store.ts'
import { checked, readAbsence } from './typed.ts'
import {
  absenceIn,
  awayMessage,
  awayModal,
  awayNoted,
  backButton,
  dateProblem,
  fromField,
  ids,
  noted,
  plannedItem,
  plannedMessage,
  plannedNoted,
  saidInModal,
  stillPlanned,
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
    { on: 'action', id: ids.stay, may, run: (click) => stay(click, needs) },
    { on: 'view', id: ids.away, may, submit: (submission) => dateChosen(submission, needs) },
  ]
}

async function away(command: Command, needs: AbsenceNeeds): Promise<void> {
  const { db, person, now } = command
  if (command.text === '') return chooseDate(command)
  const today = toLocal(now, person.zone).date
  const read = readAbsence(command.text, today)
  if ('problem' in read)
    return command.reply(dateProblem(read.problem, escaped(cut(command.text, 100)), person.language))
  const id = await db.transaction().execute((trx) => note(trx, command, read, needs))
  await command.reply(
    id === undefined
      ? awayMessage(read.until, today, person.language)
      : plannedMessage({ ...read, id }, today, person.language),
  )
}

/** From a later day on it is planned. @returns the id of one that is; undefined where they are away as of now */
async function note(
  trx: Transaction,
  { person, now }: Pick<Command, 'person' | 'now'>,
  absence: Absence,
  needs: AbsenceNeeds,
): Promise<string | undefined> {
  const planned = absence.from > toLocal(now, person.zone).date
  const id = planned ? await planAbsence(trx, person, absence, now) : undefined
  if (!planned) await setAway(trx, person, absence.until, now)
  await needs.presenceChanged(trx, person, now)
  return id
}

async function chooseDate(asked: Click | Command): Promise<void> {
  const absence = await findAbsence(asked.db, asked.person, asked.now)
  const { language, zone } = asked.person
  await asked.open(awayModal(language, toLocal(asked.now, zone).date, absence?.until))
}

async function dateChosen(submission: Submission, needs: AbsenceNeeds): Promise<Answer> {
  const { db, person, now, fields } = submission
  const { language } = person
  const today = toLocal(now, person.zone).date
  const from = date.parse(fields[fromField]) ?? today
  const read = checked({ from, until: date.parse(fields[untilField]) }, today)
  if ('problem' in read) {
    const words = read.problem === 'backwards' ? text.beforeFirstDay : text.pastDate
    return { errors: { [untilField]: words(language) } }
  }
  const { until } = read
  await submission.once((trx) => note(trx, submission, read, needs))
  if (from <= today) return { show: awayNoted(until, today, language) }
  const planned = (await plannedAbsences(db, person, now)).find((one) => one.from === from)
  return { show: planned ? plannedNoted(planned, today, language) : saidInModal(text.notPlanned(language), language) }
}

const date = z.iso.date().optional()

/** Takes back an absence that is planned. */
async function stay(click: Click, needs: AbsenceNeeds): Promise<void> {
  const { db, person, now, value } = click
  const withdrawn = await db.transaction().execute(async (trx) => {
    if (!(await withdrawAbsence(trx, person, absenceIn(value), now))) return false
    await needs.presenceChanged(trx, person, now)
    return true
  })
  await outcome(click, (withdrawn ? text.willBeThere : text.notPlanned)(person.language))
}

async function back(asked: Click | Command, needs: AbsenceNeeds): Promise<void> {
  const { db, person, now } = asked
  const ended = await db.transaction().execute(async (trx) => {
    if (!(await endAbsence(trx, person, now))) return false
    await needs.presenceChanged(trx, person, now)
    return true
  })
  const planned = stillPlanned(await plannedAbsences(db, person, now), person, now)
  await outcome(asked, (ended ? text.welcomeBack : text.wasNotAway)(person.language), planned)
}

/** Says it in the window in which the absence was noted, where they are in it; else in the place of that answer, or beside. */
async function outcome(asked: Click | Command, words: string, below: KnownBlock[] = []): Promise<void> {
  if (!('view' in asked)) return asked.reply(said(words, ...below))
  if (asked.view?.metadata !== noted) return asked.answer(said(words, ...below))
  await asked.change(asked.view, saidInModal(words, asked.person.language, below))
  await asked.followed()
}

/** In `/rondo` and Home: somebody who is away, or will be, sees that, and how to end it. */
export async function absenceComing(db: Db, person: Person, now: number): Promise<Item[]> {
  const planned = (await plannedAbsences(db, person, now)).map((one) => plannedItem(one, person, now))
  const absence = await findAbsence(db, person, now)
  if (!absence) return planned
  const title = text.stillAwayText(absence.until, toLocal(now, person.zone).date, person.language)
  const from = startOfDay(absence.from, person.zone)
  return [{ id: `workspaces:${person.id}`, title, from, buttons: [backButton(person.language)] }, ...planned]
}
