import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/checkins/question.ts'
import { changeQuestions } from '../../../src/checkins/questions/change.ts'
import type { Edit } from '../../../src/checkins/questions/editing.ts'
import { findVersion, latestVersion } from '../../../src/checkins/questions/version-store.ts'
import { at, ids, saveTwoTeams } from '../../actions/two-teams.ts'
import { engines, useDatabase } from '../../support/databases.ts'
import { question } from '../answering/questions.ts'
import { saveOpening } from '../opening.ts'

const now = at('2027-03-02 09:00')
const place = { workspaceId: ids.workspace, checkInId: 'c1' }

describe.each(engines)('changing questions on %s', (engine) => {
  const database = useDatabase(engine)
  const begin = async () => {
    await saveTwoTeams(database().db)
    await saveOpening(database().db, { occurrenceId: 'o1', asked: ['tom'] })
  }
  const change = (edit: Edit, expected?: Question) =>
    database()
      .db.transaction()
      .execute((trx) => changeQuestions(trx, place, { edit, expected }, now))
  const asked = async () => (await latestVersion(database().db, ids.workspace, 'c1'))?.questions.map(({ id }) => id)

  it('loses nothing of what several do at one moment', async () => {
    await begin()
    const added = ['a', 'b', 'c', 'd'].map((id) => question({ id, side: 'both' }))
    await Promise.all(added.map((one) => change({ do: 'put', question: one })))
    expect((await asked())?.slice(-4).toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect((await latestVersion(database().db, ids.workspace, 'c1'))?.version).toBe(5)
    expect((await findVersion(database().db, ids.workspace, 'c1', 1))?.questions).toHaveLength(6)
  })

  it('lets only the first of two at one moment put the same question', async () => {
    await begin()
    const [before] = (await latestVersion(database().db, ids.workspace, 'c1'))?.questions ?? []
    if (!before) throw new Error('There are no questions.')
    const put = (kind: Question['kind']) => change({ do: 'put', question: { ...before, kind } }, before)
    const [one, other] = await Promise.all([put('line'), put('number')])
    const winner = one?.ok ? 'line' : 'number'
    expect([one?.ok, other?.ok].toSorted()).toEqual([false, true])
    const [kept] = (await latestVersion(database().db, ids.workspace, 'c1'))?.questions ?? []
    expect(kept?.kind).toBe(winner)
    expect(one?.ok ? other : one).toMatchObject({ reason: 'changed meanwhile', theirs: { kind: winner } })
  })

  it('knows of no check-in of another workspace', async () => {
    await begin()
    const elsewhere = { workspaceId: 'w2', checkInId: 'c1' }
    const edit = { edit: { do: 'remove' as const, id: 'need' } }
    const outcome = await database()
      .db.transaction()
      .execute((trx) => changeQuestions(trx, elsewhere, edit, now))
    expect(outcome).toBeUndefined()
    expect(await latestVersion(database().db, 'w2', 'c1')).toBeUndefined()
    expect(await findVersion(database().db, 'w2', 'c1', 1)).toBeUndefined()
  })
})
