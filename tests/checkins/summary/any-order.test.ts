import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/schema.ts'
import { keepAnswers } from '../../../src/checkins/answering/keep.ts'
import { findAnswers, insertSkip } from '../../../src/checkins/answering/store.ts'
import { close } from '../../../src/checkins/closing/close.ts'
import { decisionsFrom, insertDecision, insertWithdrawal } from '../../../src/checkins/decisions/store.ts'
import type { Occurrence } from '../../../src/checkins/occurrence.ts'
import { findOccurrence } from '../../../src/checkins/occurrence-store.ts'
import { followPeople } from '../../../src/checkins/participants/follow.ts'
import type { Answers } from '../../../src/checkins/question.ts'
import { summary } from '../../../src/checkins/summary/message.ts'
import { publishSummary } from '../../../src/checkins/summary/publish.ts'
import { say } from '../../../src/platform/delivery/outbox.ts'
import type { Rendered } from '../../../src/platform/rendered.ts'
import { setAway } from '../../../src/workspaces/index.ts'
import { at, ids, type Name, people, personOf, saveTwoTeams, sideOf } from '../../actions/two-teams.ts'
import { useDatabase } from '../../support/databases.ts'
import { saveOpening } from '../opening.ts'
import { answersOf, byAnswer, wordsIn, wordsOf } from './words.ts'

/** One thing that may happen to a check-in, at any moment. */
type Happening = { what: 'answers'; name: Name; answers: Answers } | Moving | Running
interface Moving {
  what: 'skips' | 'goes away' | 'comes back' | 'leaves' | 'joins'
  name: Name
}
interface Running {
  what: 'closes' | 'decides' | 'takes back'
}

const somebody = fc.constantFrom(...people)
const answering = fc
  .tuple(somebody, fc.integer({ min: 1, max: 999 }))
  .chain(([name, version]) =>
    answersOf(name, sideOf(name), version).map((answers): Happening => ({ what: 'answers', name, answers })),
  )
const moving = fc
  .tuple(fc.constantFrom('skips', 'goes away', 'comes back', 'leaves', 'joins'), somebody)
  .map(([what, name]): Moving => ({ what, name }))
const running = fc
  .constantFrom('closes', 'closes', 'decides', 'decides', 'decides', 'takes back')
  .map((what): Running => ({ what }))
const happenings = fc.array(
  fc.oneof({ weight: 3, arbitrary: answering }, { weight: 2, arbitrary: moving }, { weight: 1, arbitrary: running }),
  { minLength: 4, maxLength: 22 },
)

describe('whatever happens to a check-in, in whatever order', () => {
  const database = useDatabase('sqlite')

  it('the pages of its summary together hold the last answers of everybody once, and nothing else', async () => {
    const { db } = database()
    await saveTwoTeams(db)
    let count = 0
    const seen = { closed: 0, late: 0, pages: 0 }
    await fc.assert(
      fc.asyncProperty(happenings, async (steps) => {
        const id = `o${count++}`
        await begin(db, id)
        const last = new Map<Name, Answers>()
        let now = at('2027-03-01 10:00')
        for (const step of steps) {
          now += 60_000
          const before = await get(db, id)
          await happen(db, before, step, last, now)
          const after = await get(db, id)
          if (before.closed && step.what === 'answers') seen.late++
          const pages = await standing(db, after, now)
          if (!after.closed) expect(pages).toEqual([])
          else expect(byAnswer(wordsIn(pages))).toEqual(byAnswer(wordsOf([...last.values()])))
          if (after.closed) seen.closed++
          seen.pages = Math.max(seen.pages, pages.length)
        }
        await end(db, id)
      }),
      { numRuns: 25 },
    )
    // It was really tried: closed ones, late answers, and more pages than one.
    expect(Math.min(seen.closed, seen.late)).toBeGreaterThan(5)
    expect(seen.pages).toBeGreaterThan(1)
  })
})

/** Does it as the listeners do. */
async function happen(db: Db, occurrence: Occurrence, step: Happening, last: Map<Name, Answers>, now: number) {
  if (!('name' in step)) return run(db, occurrence, step.what, now)
  if (step.what !== 'answers') return move(db, occurrence, step, now)
  const { name, answers } = step
  const side = sideOf(name)
  const own = { workspaceId: ids.workspace, occurrenceId: occurrence.id, personId: name }
  const kept = await db.transaction().execute((trx) => keepAnswers(trx, own, { side, required: true, answers }, now))
  expect(kept).toBe(occurrence.closed && last.has(name) ? 'closed' : undefined)
  if (kept === undefined) last.set(name, answers)
}

async function run(db: Db, occurrence: Occurrence, what: Running['what'], now: number): Promise<void> {
  const { id: occurrenceId, workspaceId } = occurrence
  await db.transaction().execute(async (trx) => {
    if (what === 'closes') return close(trx, occurrence, 'deadline', now)
    const decision = {
      workspaceId,
      partnershipId: ids.partnership,
      occurrenceId,
      text: 'Long. '.repeat(50),
      by: 'anna',
    }
    if (what === 'decides') for (let n = 0; n < 12; n++) await insertDecision(trx, decision, now + n)
    else {
      for (const { id } of await decisionsFrom(trx, workspaceId, occurrenceId))
        await insertWithdrawal(trx, { id, workspaceId }, 'anna', now)
    }
    if (occurrence.closed) await publishSummary(trx, occurrence, now)
  })
}

async function move(db: Db, occurrence: Occurrence, { what, name }: Moving, now: number): Promise<void> {
  const own = { workspaceId: ids.workspace, occurrenceId: occurrence.id, personId: name }
  await db.transaction().execute(async (trx) => {
    const membership = trx.updateTable('membership').where('person_id', '=', name)
    if (what === 'goes away') await setAway(trx, personOf(name), undefined, now)
    if (what === 'comes back') await trx.deleteFrom('absence').where('person_id', '=', name).execute()
    if (what === 'leaves') await membership.set({ removed_at: now }).execute()
    if (what === 'joins') await membership.set({ removed_at: null }).execute()
    if (occurrence.closed) return
    if (what === 'skips' && !(await findAnswers(trx, own))) await insertSkip(trx, own, now)
    await followPeople(trx, [occurrence], now)
  })
}

/** It opens, and its post stands. */
async function begin(db: Db, occurrenceId: string): Promise<void> {
  await saveOpening(db, { occurrenceId, asked: [...people] })
  const root = { cause: `checkins:${occurrenceId}`, kind: 'post', recipient: 'CSHARED' } as const
  const dueAt = at('2027-03-01 09:00')
  const saying = { ...root, workspaceId: ids.workspace, what: 'checkins:opening', about: {}, dueAt }
  await db.transaction().execute((trx) => say(trx, saying, dueAt))
}

/** The next one begins with everybody there. */
async function end(db: Db, occurrenceId: string): Promise<void> {
  await db.deleteFrom('absence').execute()
  await db.updateTable('membership').set({ removed_at: null }).execute()
  await db.updateTable('check_in_opening').set({ open: 0 }).where('occurrence_id', '=', occurrenceId).execute()
}

async function get(db: Db, id: string): Promise<Occurrence> {
  const occurrence = await findOccurrence(db, ids.workspace, id)
  if (!occurrence) throw new Error('It is gone.')
  return occurrence
}

/** All pages that stand in the thread, or will, each as it reads now. */
async function standing(db: Db, { id }: Occurrence, now: number): Promise<Rendered[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('what', '=', 'checkins:summary')
    .where('kind', '=', 'reply')
    .where('cause', 'like', `checkins:${id}:summary:%`)
    .orderBy('due_at')
    .execute()
  const pages = rows.map(async (row) => {
    const outgoing = { id: row.id, workspaceId: row.workspace_id, recipient: row.recipient, dueAt: row.due_at }
    const wording = await summary.render(db, { ...outgoing, about: JSON.parse(row.about), sentAt: undefined }, now)
    if (!('blocks' in wording)) throw new Error('A page says nothing.')
    return wording
  })
  return Promise.all(pages)
}
