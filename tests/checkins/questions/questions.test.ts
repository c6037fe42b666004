import { describe, expect, it } from 'vitest'
import { toQuestions } from '../../../src/checkins/questions/stored.ts'
import type { Name } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'
import { door, enter } from './door.ts'

/** What stands in front of somebody. */
const seen = (day: TeamDay, name: Name): string => day.read(day.person(name).modal, name)

/** Presses a button in the window in front, of one question or of the list. */
async function press(day: TeamDay, name: Name, action: string, questionId?: string): Promise<void> {
  const { id } = await day.db.selectFrom('check_in').select('id').executeTakeFirstOrThrow()
  const which = questionId === undefined ? {} : { value: `${id}:${questionId}` }
  await day.person(name).click('modal', `checkins:${action}-question`, which)
  await day.settle()
}

async function save(day: TeamDay, name: Name, values: Record<string, string | string[]> = {}) {
  const submission = await day.person(name).submit(values)
  await day.settle()
  return submission
}

async function versions(day: TeamDay): Promise<string[][]> {
  const rows = await day.db.selectFrom('check_in_version').select('questions').orderBy('version').execute()
  return rows.map(({ questions }) => toQuestions(questions).map(({ id }) => id))
}

const asItCame = ['coming', 'response', 'deals', 'heard', 'leads', 'need']

async function answerForm(day: TeamDay, name: Name): Promise<string> {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  await day.person(name).click(root, 'checkins:answer')
  return day.read(await day.person(name).nextModal('checkins:answer'), name)
}

describe.each(sampled('checkins/questions/questions'))('the questions of a check-in, on %s', (engine) => {
  const day = useTeamDay(engine, 'en', [door])

  it('are moved and removed in the window, each time as a version of its own', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    expect(seen(day(), 'anna')).toContain('What is going out this week')
    await press(day(), 'anna', 'raise', 'leads')
    await press(day(), 'anna', 'lower', 'coming')
    await press(day(), 'anna', 'remove', 'heard')
    expect(seen(day(), 'anna')).not.toContain('What did you hear')
    expect(seen(day(), 'anna')).not.toContain('Meanwhile')
    expect(await versions(day())).toEqual([
      asItCame,
      ['coming', 'response', 'deals', 'leads', 'heard', 'need'],
      ['response', 'coming', 'deals', 'leads', 'heard', 'need'],
      ['response', 'coming', 'deals', 'leads', 'need'],
    ])
    expect(day().trouble).toEqual([])
  })

  it('stay as they are where somebody thinks again about removing one', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    const { id } = await day().db.selectFrom('check_in').select('id').executeTakeFirstOrThrow()
    const no = { value: `${id}:heard`, confirm: false }
    const { dialog } = await day().person('anna').click('modal', 'checkins:remove-question', no)
    expect(JSON.stringify(dialog)).toContain('What did you hear from customers')
    await day().settle()
    expect(await versions(day())).toEqual([asItCame])
  })

  it('are added to on top of the window one came from, and asked and answered from then on', async () => {
    await enter(day(), 'sofie', 'door:window')
    await day().person('sofie').click('modal', 'checkins:questions')
    await day().settle()
    await press(day(), 'sofie', 'add')
    const wrong = await save(day(), 'sofie', {
      side: 'both',
      label: 'How does it look?',
      kind: 'choice',
      choices: 'Good',
    })
    expect(wrong.errors).toEqual({ choices: expect.stringContaining('at least 2') })
    const more = { choices: 'Good\nBad', choicesOther: 'Goed\nSlecht', how: ['required'] }
    await save(day(), 'sofie', more)
    expect(day().person('sofie').modals).toHaveLength(2)
    expect(seen(day(), 'sofie')).toMatch(/How does it look\?[\s\S]*a choice · must be answered[\s\S]*Good \/ Bad/)
    await day().until('2027-03-01 09:00')
    expect(await answerForm(day(), 'tom')).toContain('How does it look?')
    const empty = await day().person('tom').submit({ deals: 'Vega moved' })
    expect(Object.keys(empty.errors ?? {})).toHaveLength(1)
    const submitted = await day().person('tom').submit({ 'How does it look?': 'Bad' })
    expect(submitted.errors).toBeUndefined()
    await day().settle()
    const kept = await day().db.selectFrom('check_in_answer').select('answer').execute()
    expect(kept.map(({ answer }) => answer)).toContain('Vega moved')
    expect(kept.map(({ answer }) => answer)).not.toContain('Bad')
    expect(day().trouble).toEqual([])
  })

  it('stay for a check-in that is open, and for one that closed, whatever is changed after', async () => {
    await day().until('2027-03-01 09:00')
    await enter(day(), 'anna', 'checkins:questions')
    await press(day(), 'anna', 'edit', 'deals')
    await save(day(), 'anna', { label: 'Which deals are new?', kind: 'number' })
    expect(seen(day(), 'anna')).toContain('Which deals are new?')
    expect(await answerForm(day(), 'tom')).toContain('Which deals moved or got stuck')
    await day().person('tom').submit({ deals: 'Vega is stuck' })
    await day().until('2027-03-01 17:01')
    const [first] = day().roots()
    const summary = () => (first ? day().read(day().replies(first)[0]) : '')
    expect(summary()).toContain('Which deals moved or got stuck')
    await day().until('2027-03-08 09:00')
    const next = await answerForm(day(), 'tom')
    expect(next).toContain('Which deals are new?')
    expect(next).not.toContain('Vega is stuck')
    expect(summary()).toContain('Which deals moved or got stuck')
    expect(summary()).toContain('Tom\nVega is stuck')
  })

  it('keep what two team leads change at once: who comes second is told', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    await enter(day(), 'sofie', 'checkins:questions')
    await press(day(), 'anna', 'remove', 'response')
    await press(day(), 'sofie', 'raise', 'leads')
    expect(seen(day(), 'sofie')).toContain('Meanwhile somebody else made changes: “What did people respond to')
    expect((await versions(day())).at(-1)).toEqual(['coming', 'deals', 'leads', 'heard', 'need'])
    await press(day(), 'sofie', 'edit', 'need')
    await press(day(), 'anna', 'edit', 'need')
    await save(day(), 'anna', { label: 'What do you ask of the others?' })
    await save(day(), 'sofie', { label: 'What would help you?' })
    expect(seen(day(), 'sofie')).toMatch(
      /Meanwhile somebody else changed this question[\s\S]*What do you ask of the others\?/,
    )
    expect(JSON.stringify(day().person('sofie').modal)).toContain('What would help you?')
    expect(await versions(day())).toHaveLength(4)
    await save(day(), 'sofie')
    expect(seen(day(), 'sofie')).toContain('What would help you?')
    expect(await versions(day())).toHaveLength(5)
  })

  it('tell who edits one that somebody else removes, and can ask it again', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    await enter(day(), 'sofie', 'checkins:questions')
    await press(day(), 'sofie', 'edit', 'heard')
    await press(day(), 'anna', 'remove', 'heard')
    await save(day(), 'sofie', { hint: 'In their words.' })
    expect(seen(day(), 'sofie')).toContain('Meanwhile somebody else removed this question')
    await save(day(), 'sofie')
    expect((await versions(day())).at(-1)).toEqual(['coming', 'response', 'deals', 'leads', 'heard', 'need'])
    await press(day(), 'sofie', 'remove', 'leads')
    await press(day(), 'anna', 'edit', 'leads')
    expect(seen(day(), 'anna')).toContain('That question has been removed meanwhile.')
  })
})

describe('the questions of a check-in', () => {
  const day = useTeamDay('sqlite', 'nl', [door])

  it('are for team leads to change, who are named', async () => {
    await enter(day(), 'tom', 'checkins:questions')
    expect(day().person('tom').modal).toBeUndefined()
    expect(day().toldTo('tom')).toContain('Sofie')
  })

  it('are not all removed', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    await enter(day(), 'sofie', 'checkins:questions')
    for (const id of asItCame.slice(2)) await press(day(), 'anna', 'remove', id)
    await press(day(), 'anna', 'remove', 'coming')
    await press(day(), 'sofie', 'remove', 'response')
    expect(seen(day(), 'sofie')).toContain('stelt minstens één vraag')
    expect((await versions(day())).at(-1)).toEqual(['response'])
  })

  it('make no version where nothing was changed', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    await press(day(), 'anna', 'edit', 'need')
    await save(day(), 'anna')
    expect(await versions(day())).toEqual([asItCame])
  })

  it('are no more than people answer', async () => {
    await enter(day(), 'anna', 'checkins:questions')
    for (let n = 0; n < 8; n++) {
      await press(day(), 'anna', 'add')
      await save(day(), 'anna', { side: 'sales', label: `Vraag ${n}?`, kind: 'line' })
    }
    await press(day(), 'anna', 'add')
    const refused = await save(day(), 'anna', { side: 'both', label: 'Nog een?', kind: 'line' })
    expect(refused.errors).toEqual({ side: expect.stringContaining('meer dan 12') })
  })
})
