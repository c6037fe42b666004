import type { Db } from '../../../db/schema.ts'
import { type Partnership, partnershipsOf, sideName } from '../../partnerships/index.ts'
import type { ExportTable } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import { responsesIn } from '../answering/store.ts'
import { decisionsOf } from '../decisions/store.ts'
import type { Occurrence } from '../occurrence.ts'
import { closedAmong, occurrencesIn } from '../occurrence-store.ts'
import { answerInWords } from '../questions/in-words.ts'
import type { Response } from '../summary/chapters.ts'
import { headingOf, heldOn } from '../views.ts'
import { answersFile, columns, decisionsFile } from './messages.ts'

type Row = (string | number)[]

/**
 * What was answered in the check-ins of one's partnerships, as their summaries have it, and what was decided. By date and name: not
 * when, nor in which order, anybody answered.
 */
export async function checkInTables(db: Db, person: Person, now: number): Promise<ExportTable[]> {
  const { language } = person
  const partnerships = await partnershipsOf(db, person.id)
  const answers = await Promise.all(partnerships.map((one) => answerRows(db, one, language, now)))
  const decisions = await Promise.all(partnerships.map((one) => decisionRows(db, one, language)))
  const common = [columns.partnership, columns.checkIn, columns.date]
  const answered = [...common, columns.team, columns.name, columns.question, columns.answer]
  const decided = [...common, columns.decision, columns.addedBy, columns.takenBackBy]
  return [
    { name: answersFile(language), columns: answered.map((title) => title(language)), rows: answers.flat() },
    { name: decisionsFile(language), columns: decided.map((title) => title(language)), rows: decisions.flat() },
  ]
}

async function answerRows(db: Db, partnership: Partnership, language: Language, now: number): Promise<Row[]> {
  const { id, workspaceId } = partnership
  const closed = await closedAmong(db, workspaceId, id, { since: 0, until: now })
  const responses = await responsesIn(db, workspaceId, id)
  return closed.flatMap((occurrence) =>
    (responses.get(occurrence.id) ?? [])
      .toSorted((one, other) => one.side.localeCompare(other.side) || one.name.localeCompare(other.name))
      .flatMap((response) => answersOf(occurrence, response, partnership, language)),
  )
}

function answersOf(occurrence: Occurrence, response: Response, partnership: Partnership, language: Language): Row[] {
  return occurrence.questions.flatMap((question) => {
    const answer = response.answers[question.id]
    if (answer === undefined) return []
    const said = [question.label[language], answerInWords(question, answer, language)]
    return [[...placeOf(occurrence, partnership, language), sideName(response.side, language), response.name, ...said]]
  })
}

async function decisionRows(db: Db, partnership: Partnership, language: Language): Promise<Row[]> {
  const decisions = await decisionsOf(db, partnership.workspaceId, partnership.id)
  const occurrences = await occurrencesIn(db, partnership.workspaceId, partnership.id)
  const byId = new Map(occurrences.map((one) => [one.id, one]))
  return decisions.flatMap(({ occurrenceId, text, by, withdrawn }) => {
    const occurrence = byId.get(occurrenceId)
    if (!occurrence) return []
    return [[...placeOf(occurrence, partnership, language), text, by.name, withdrawn?.byName ?? '']]
  })
}

const placeOf = (occurrence: Occurrence, { name, zone }: Partnership, language: Language): Row => [
  name,
  headingOf(occurrence, language),
  heldOn(occurrence, zone),
]
