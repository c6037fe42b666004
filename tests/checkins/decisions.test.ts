import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/checkins/decisions/decision.ts'
import { decideView, decisionButtons, decisionsView } from '../../src/checkins/decisions/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { at, type Name } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const decisionOf = (withdrawn: boolean): Decision => ({
  id: '01936d3a-7a00-7000-8000-000000000000',
  workspaceId: 'w1',
  partnershipId: 'p1',
  occurrenceId: 'o1',
  text: '<'.repeat(300),
  by: { id: 'anna', name: 'Wilhelmina & '.repeat(6) },
  at: at('2027-03-01 10:00'),
  withdrawn: withdrawn ? { byName: 'Wilhelmina & '.repeat(6), at: at('2027-03-02 10:00') } : undefined,
})

const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

async function decide(day: TeamDay, name: Name, text: string, on = rootOf(day)) {
  await day.person(name).click(on, 'checkins:decide')
  await day.person(name).nextModal('checkins:decide')
  const submission = await day.person(name).submit({ text })
  await day.settle()
  return submission
}

/** The list of them, as this person sees it. */
async function list(day: TeamDay, name: Name): Promise<string> {
  await day.person(name).click(rootOf(day), 'checkins:decisions')
  return day.read(await day.person(name).nextModal('checkins:decisions'), name)
}

describe.each(sampled('checkins/decisions'))('decisions on %s', (engine) => {
  const day = useTeamDay(engine)

  it('stand in the first post and the summary, are taken back by who may, and keep their history', async () => {
    await day().until('2027-03-01 09:00')
    await decide(day(), 'tom', 'We stop the <!channel> fair')
    await day().until('2027-03-01 09:01')
    expect(day().read(rootOf(day()))).toContain('Decided\n• We stop the <!channel> fair (Tom)')
    await day().until('2027-03-01 17:01')
    const summary = () => day().replies(rootOf(day()))[0]
    expect(day().read(summary())).toContain('# Decided\n• We stop the <!channel> fair (Tom)')
    expect(JSON.stringify(summary()?.blocks)).not.toContain('<!channel')
    // After the close too, in the thread.
    await decide(day(), 'bram', 'One price list', summary())
    await day().until('2027-03-01 17:05')
    expect(day().read(summary())).toContain('• One price list (Bram)')
    expect(await list(day(), 'uma')).not.toContain('Take back')
    // Tom added it; Anna leads a side.
    for (const name of ['tom', 'anna'] as const) expect(await list(day(), name)).toContain('[Take back]')
    const fair = day().db.selectFrom('decision').select('id').where('text', 'like', '%fair')
    const { id: value } = await fair.executeTakeFirstOrThrow()
    const left = await day().person('anna').click('modal', 'checkins:undecide', { value, confirm: false })
    expect(JSON.stringify(left.dialog)).toContain('You can’t undo this')
    await day().settle()
    expect(day().read(summary())).toContain('fair')
    await day().person('anna').click('modal', 'checkins:undecide', { value })
    await day().until('2027-03-01 17:10')
    expect(day().read(day().person('anna').modal)).toContain('taken back by Anna, 1 March')
    expect(day().read(summary())).not.toContain('fair')
    expect(day().read(rootOf(day()))).toContain('[Decisions (1)]')
    expect(await list(day(), 'tom')).toContain('taken back by Anna')
    expect(day().trouble).toEqual([])
  })
})

describe.each([
  ['en', ['Add decision', 'Decisions (2)'], ['Add decision', 'Decisions'], ['Add decision']],
  ['nl', ['Besluit toevoegen', 'Besluiten (2)'], ['Besluit toevoegen', 'Besluiten'], ['Besluit toevoegen']],
] as const)('the buttons of decisions, in %s', (language, some, takenBack, none) => {
  const texts = (...decisions: Decision[]) => decisionButtons('o1', decisions, language).map(({ text }) => text)
  const holds = decisionOf(false)
  const withdrawn = decisionOf(true)

  it('count those that hold, and lead to those that were all taken back without counting to none', () => {
    expect(texts(holds, holds, withdrawn)).toEqual(some)
    expect(texts(withdrawn)).toEqual(takenBack)
    expect(texts()).toEqual(none)
  })
})

describe.each(languages)('what Slack takes of decisions, in %s', (language) => {
  const reader = { id: 'anna', language, zone: 'Europe/Amsterdam', leads: true }

  it('is the form, and the list of none, some and very many of them', () => {
    expect(validate(decideView('o1', language), 'modal')).toEqual([])
    for (const count of [0, 1, 200]) {
      const decisions = Array.from({ length: count }, (_, n) => ({ ...decisionOf(n % 2 === 0), id: `d${n}` }))
      expect(validate(decisionsView('o1', decisions, 'check-in van 12 mei', reader), 'modal')).toEqual([])
    }
  })
})
