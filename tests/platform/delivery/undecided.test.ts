import { describe, expect, it } from 'vitest'
import { setAway } from '../../../src/workspaces/index.ts'
import { at, type Name, personOf } from '../../actions/two-teams.ts'
import { useTeamDay } from '../../checkins/team-day.ts'
import { engines } from '../../support/databases.ts'

describe.each(engines)('a message of which nobody knows whether it stands, on %s', (engine) => {
  const day = useTeamDay(engine)

  /** The review is posted, its answer is lost, and the channel cannot be read. @returns what lifts that */
  async function loseSight(stands: boolean): Promise<() => void> {
    const { slack, until } = day()
    await until('2027-03-01 08:59')
    slack.fault({ kind: stands ? 'dropAfter' : 'dropBefore', method: 'chat.postMessage', times: 1, when: isReview })
    const lift = slack.fault({ kind: 'error', error: 'missing_scope', method: 'conversations.history' })
    await until('2027-03-01 09:05')
    return lift
  }
  const isReview = ({ channel }: Record<string, unknown>) => channel === 'CSHARED'
  const asked = (name: Name, inGathered: boolean) =>
    day()
      .slack.person(name)
      .directMessages()
      .filter((message) => {
        const words = day().read(message, name)
        return words.includes('may or may not') && words.startsWith('Hi ') === inGathered
      })
  const questions = (name: Name) => asked(name, false)

  it('is a question to the team leads, at once and to nobody else', async () => {
    await loseSight(true)
    expect(questions('anna')).toHaveLength(1)
    expect(questions('sofie')).toHaveLength(1)
    expect(questions('tom')).toHaveLength(0)
    expect(day().read(questions('anna')[0], 'anna')).toContain('Slack gave no clear answer')
    await day().until('2027-03-01 12:00')
    expect(questions('anna')).toHaveLength(1)
    expect(day().roots()).toHaveLength(1)
  })

  it('is found when a team lead has it looked for again, and its check-in goes on', async () => {
    const lift = await loseSight(true)
    const question = questions('anna')[0]
    lift()
    await day().person('anna').click(there(question), 'undecided:look')
    await day().until('2027-03-01 09:10')
    expect(day().toldTo('anna')).toContain('I look again')
    expect(day().roots()).toHaveLength(1)
    expect(questions('anna')).toHaveLength(0)
    await day().until('2027-03-01 17:01')
    const [root] = day().roots()
    expect(root && day().replies(root)).toHaveLength(1)
  })

  it('is posted when a team lead says so, once, also where both do', async () => {
    await loseSight(false)
    const [annas, sofies] = [questions('anna')[0], questions('sofie')[0]]
    expect(day().roots()).toHaveLength(0)
    await day().person('anna').click(there(annas), 'undecided:again')
    await day().settle()
    await day().person('sofie').click(there(sofies), 'undecided:again', { stale: true })
    await day().until('2027-03-01 09:20')
    expect(day().toldTo('sofie')).toContain('Somebody has decided this already')
    expect(day().roots()).toHaveLength(1)
  })

  it('is left when a team lead says so', async () => {
    await loseSight(false)
    await day()
      .person('anna')
      .click(there(questions('anna')[0]), 'undecided:leave')
    await day().until('2027-03-01 18:00')
    expect(day().roots()).toHaveLength(0)
    expect(questions('anna')).toHaveLength(0)
  })

  it('is the same question again where Slack still cannot be asked', async () => {
    await loseSight(true)
    await day()
      .person('anna')
      .click(there(questions('anna')[0]), 'undecided:look')
    await day().until('2027-03-01 09:30')
    expect([questions('anna').length, questions('sofie').length]).toEqual([1, 1])
  })

  it('can be answered where it stands after all, though a team lead left it', async () => {
    await loseSight(true)
    await day()
      .person('anna')
      .click(there(questions('anna')[0]), 'undecided:leave')
    await day().settle()
    await day().person('tom').click(there(day().roots()[0]), 'checkins:answer')
    expect(await day().person('tom').nextModal('checkins:answer')).toBeDefined()
  })

  it('refuses an old button after another way was taken, in words', async () => {
    await loseSight(false)
    const [annas, sofies] = [questions('anna')[0], questions('sofie')[0]]
    day().slack.fault({ kind: 'error', error: 'is_archived', method: 'chat.postMessage', when: isReview })
    await day().person('anna').click(there(annas), 'undecided:again')
    await day().settle()
    await day().person('sofie').click(there(sofies), 'undecided:look', { stale: true })
    await day().settle()
    expect(day().toldTo('sofie')).toContain('Somebody has decided this already')
  })

  it('leaves the gathered messages of the others when it is decided', async () => {
    await loseSight(false)
    await day().until('2027-03-02 09:01')
    const gathered = () => asked('sofie', true)
    expect(gathered()).toHaveLength(1)
    await day()
      .person('anna')
      .click(there(questions('anna')[0]), 'undecided:leave')
    await day().until('2027-03-02 09:10')
    expect(gathered()).toHaveLength(0)
  })

  it('asks no team lead who is away', async () => {
    const { db, until } = day()
    await until('2027-02-28 20:00')
    const now = at('2027-02-28 20:00')
    await db.transaction().execute((trx) => setAway(trx, personOf('sofie'), '2027-03-05', now))
    await loseSight(true)
    expect([questions('anna').length, questions('sofie').length]).toEqual([1, 0])
  })

  it('is decided by those who lead when they press the button', async () => {
    await loseSight(false)
    await day().db.updateTable('partnership_role').set({ person_id: 'bram' }).where('person_id', '=', 'anna').execute()
    await day()
      .person('anna')
      .click(there(questions('anna')[0]), 'undecided:again')
    await day().until('2027-03-01 09:20')
    expect(day().roots()).toHaveLength(0)
    expect(day().toldTo('anna')).toContain('Bram')
  })
})

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.')
  return thing
}
