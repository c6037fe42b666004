import { beforeEach, describe, expect, it } from 'vitest'
import { mostLeadTypes } from '../../src/agreements/kind.ts'
import type { ExportTable } from '../../src/platform/feature.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { ids, type Name, partnershipRef, personOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { joined, savedPartnership } from '../partnerships/partnerships.ts'
import { sampled } from '../support/databases.ts'
import { named, turnOnAgreements } from './turned-on.ts'

/** What `/rondo agreements` shows somebody. */
async function lists(day: TeamDay, name: Name) {
  await day.person(name).command('/rondo agreements')
  await day.settle()
  const shown = day.person(name).ephemerals().at(-1)
  if (!shown) throw new Error('Nothing was listed.')
  return shown
}

/** Presses a button of the list, of the kind whose value has this in it, and waits for the window. */
async function opens(day: TeamDay, name: Name, verb: string, kind = 'rules') {
  const shown = await lists(day, name)
  await day.person(name).click(shown, `agreements:${verb}`, { value: valueIn(shown, verb, kind) })
  await day.settle()
  return windowOf(day, name)
}

function valueIn(shown: object, verb: string, kind: string): string {
  const found = JSON.stringify(shown).match(
    new RegExp(`"agreements:${verb}"[^{}]*(?:\\{[^{}]*\\})?[^{}]*"value":"([^"]*:${kind}:[^"]*)"`),
  )
  if (!found?.[1]) throw new Error(`No button ${verb} for ${kind}.`)
  return found[1]
}

const windowView = (day: TeamDay): object => day.person('tom').modal ?? {}

const windowOf = (day: TeamDay, name: Name): string => day.read(day.person(name).modal, name)

/** Presses a button of the window in front. */
async function presses(day: TeamDay, name: Name, verb: string): Promise<string> {
  await day.person(name).click('modal', `agreements:${verb}`)
  await day.settle()
  return windowOf(day, name)
}

async function proposes(day: TeamDay, name: Name, rules: string, why?: string) {
  await opens(day, name, 'propose')
  const submission = await day.person(name).submit({ rules, ...(why && { why }) })
  await day.settle()
  return submission
}

async function itemsOf(day: TeamDay, name: Name) {
  const feature = day.features.find((one) => one.name === 'agreements')
  const items = (await feature?.nudges?.(day.db, personOf(name), day.clock.now())) ?? []
  return items.map(({ title, overdue }) => ({ title, overdue: overdue ?? false }))
}

async function openBetween(day: TeamDay) {
  const feature = day.features.find((one) => one.name === 'agreements')
  const items = (await feature?.stillOpen?.(day.db, partnershipRef(), day.clock.now())) ?? []
  return items.map(({ title, detail, overdue, discreet }) => ({ title, detail, overdue, discreet }))
}

describe.each(sampled('agreements/agreements'))('agreements on %s', (engine) => {
  const day = useTeamDay(engine)
  beforeEach(() => turnOnAgreements(day().db))

  it('are proposed, compared, agreed to by both team leads, changed, and remembered', async () => {
    await day().until('2027-03-01 10:00')
    expect(day().read(await lists(day(), 'tom'), 'tom')).toContain('None yet.')
    await proposes(day(), 'tom', 'Answer within a day\nWho returns a lead says why')
    expect(windowOf(day(), 'tom')).toContain('Waits for Anna (marketing).')
    expect(windowOf(day(), 'tom')).toContain('Waits for Sofie (sales).')
    expect(await itemsOf(day(), 'anna')).toEqual([{ title: '*Agree?* Tom proposes the rules', overdue: false }])
    expect(await itemsOf(day(), 'tom')).toEqual([])

    expect(await opens(day(), 'anna', 'compare')).toContain('• Answer within a day')
    expect(await presses(day(), 'anna', 'agree')).toContain('You agree: the rules. Waits for Sofie (sales).')
    expect(await itemsOf(day(), 'anna')).toEqual([])
    await opens(day(), 'sofie', 'compare')
    expect(await presses(day(), 'sofie', 'agree')).toContain('Both teams agree: the rules, version 1.')
    expect(await openBetween(day())).toEqual([])

    await day().until('2027-03-01 10:05')
    await proposes(day(), 'sofie', 'Answer within four hours\nWho returns a lead says why', 'A day is too long')
    const compared = await opens(day(), 'anna', 'compare')
    expect(compared).toContain('Why: A day is too long')
    expect(compared).toMatch(/➖ .*Answer within a day/)
    expect(compared).toContain('➕ Answer within four hours')
    expect(compared).toContain('1 line stays as it is')
    expect(compared).toContain('Agreed: Sofie (sales).')
    expect(await presses(day(), 'anna', 'agree')).toContain('version 2')
    const history = await presses(day(), 'anna', 'history')
    expect(history).toMatch(/Version 2[\s\S]*Version 1/)
    expect(history).toContain('Agreed: Anna (marketing) and Sofie (sales).')
    expect(day().trouble).toEqual([])
  })

  it('hold once where both team leads press at the same moment', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    const leads = ['anna', 'sofie'] as const
    for (const name of leads) await opens(day(), name, 'compare')
    await Promise.all(leads.map((name) => day().person(name).click('modal', 'agreements:agree')))
    await day().settle()
    const said = leads.map((name) => windowOf(day(), name))
    expect(said.filter((text) => text.includes('Both teams agree'))).toHaveLength(1)
    const outcomes = await day().db.selectFrom('agreement_outcome').select(['how', 'number']).execute()
    expect(outcomes).toEqual([{ how: 'agreed', number: 1 }])
    expect(day().trouble).toEqual([])
  })

  it('keep one proposal where two propose at the same moment, and let the second read the first', async () => {
    await day().until('2027-03-01 10:00')
    const both = ['tom', 'uma'] as const
    for (const name of both) await opens(day(), name, 'propose')
    await Promise.all(
      both.map((name) =>
        day()
          .person(name)
          .submit({ rules: `Be kind, says ${name}` }),
      ),
    )
    await day().settle()
    const [late] = both.filter((name) => windowOf(day(), name).includes('The text has changed since you began'))
    if (!late) throw new Error('Nobody was told.')
    expect(await day().db.selectFrom('agreement_outcome').selectAll().execute()).toEqual([])
    await day().person(late).submit({ why: 'Kinder' })
    await day().settle()
    expect(windowOf(day(), late)).toContain(`Be kind, says ${late}`)
    const outcomes = await day().db.selectFrom('agreement_outcome').select('how').execute()
    expect(outcomes).toEqual([{ how: 'replaced' }])
  })
})

describe('an agreement', () => {
  const day = useTeamDay('sqlite')
  beforeEach(() => turnOnAgreements(day().db))
  const inForce = async (rules = 'Be kind') => {
    await proposes(day(), 'anna', rules)
    await opens(day(), 'sofie', 'compare')
    await presses(day(), 'sofie', 'agree')
  }

  it('is not agreed to by who reads a proposal that was replaced: they are shown the newer one', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    await opens(day(), 'anna', 'compare')
    const [listed] = day().person('anna').ephemerals()
    if (!listed) throw new Error('Nothing was listed.')
    await proposes(day(), 'uma', 'Be cruel', 'Times are hard')
    const shown = await presses(day(), 'anna', 'agree')
    expect(shown).toContain('Uma proposed another text on 1 March 2027. This is how it stands now.')
    expect(shown).toContain('Be cruel')
    await day().person('anna').close()
    await day().person('anna').click(listed, 'agreements:agree')
    await day().settle()
    expect(windowOf(day(), 'anna')).toContain('Be cruel')
    expect(await day().db.selectFrom('agreement_consent').selectAll().execute()).toEqual([])
  })

  it('is agreed to from the gathered message, which then shows it no more', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    await day().until('2027-03-02 09:00')
    const message = () => day().person('anna').directMessages().at(-1)
    expect(day().read(message())).toContain('Agree? Tom proposes the rules')
    const before = message()
    if (!before) throw new Error('There is no message.')
    await day().person('anna').click(before, 'agreements:agree')
    await day().until('2027-03-02 09:05')
    expect(day().toldTo('anna')).toContain('You agree: the rules. Waits for Sofie (sales).')
    expect(day().read(message())).not.toContain('Agree?')
    await day().person('anna').click(before, 'agreements:agree', { stale: true })
    await day().settle()
    expect(day().toldTo('anna')).toContain('Your team has agreed to this already.')
  })

  it('is agreed to in the list, which then shows how it stands', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    await day()
      .person('anna')
      .click(await lists(day(), 'anna'), 'agreements:agree')
    await day().settle()
    expect(day().toldTo('anna')).toContain('You agree: the rules. Waits for Sofie (sales).')
    const [list] = day().person('anna').ephemerals()
    expect(day().read(list)).toContain('Agreed: Anna (marketing).')
    expect(day().read(list)).not.toContain('[Agree]')
  })

  it('is agreed to in /rondo, which then still shows what else there is', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    await day().person('anna').command('/rondo')
    await day().settle()
    const [desk] = day().person('anna').ephemerals()
    if (!desk) throw new Error('Nothing was shown.')
    await day().person('anna').click(desk, 'agreements:agree')
    await day().settle()
    expect(day().toldTo('anna')).toContain('You agree: the rules. Waits for Sofie (sales).')
    const [after] = day().person('anna').ephemerals()
    expect(day().read(after)).toContain('Pipeline review')
    expect(day().read(after)).not.toContain('Agree?')
  })

  it('is read from App Home in a window of its own, and agreed to from there', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    day().person('anna').openHome()
    await day().settle()
    await day().person('anna').click('home', 'agreements:compare')
    await day().settle()
    expect(windowOf(day(), 'anna')).toContain('• Be kind')
    await day().person('anna').close()
    await day().person('anna').click('home', 'agreements:agree')
    await day().until('2027-03-01 10:05')
    expect(day().read(day().person('anna').home)).not.toContain('Agree?')
    expect(day().trouble).toEqual([])
  })

  it('stands in the Home of the deputy as soon as the team lead is away, and no longer when they are back', async () => {
    await named(day().db, 'uma', 'sales', 'deputy')
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Be kind')
    day().person('uma').openHome()
    await day().until('2027-03-01 10:01')
    expect(day().read(day().person('uma').home, 'uma')).not.toContain('Agree?')
    await day().person('sofie').command('/rondo away until 3 dec')
    await day().until('2027-03-01 10:03')
    expect(day().read(day().person('uma').home, 'uma')).toContain('Agree? Anna proposes the rules')
    await day().person('sofie').command('/rondo back')
    await day().until('2027-03-01 10:05')
    expect(day().read(day().person('uma').home, 'uma')).not.toContain('Agree?')
  })

  it('waits for who speaks for a side, once its team lead has left', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Be kind')
    day().person('anna').openHome()
    await day().until('2027-03-01 10:01')
    expect(day().read(day().person('anna').home)).not.toContain('Agree?')
    day().person('sofie').deactivate()
    await day().until('2027-03-01 10:05')
    expect(day().read(day().person('anna').home)).toContain('Agree? Anna proposes the rules')
    expect(await opens(day(), 'anna', 'compare')).toContain('so you agree for both teams')
  })

  it('keeps its whole history, page by page', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Rule of version 1')
    const [version] = await day().db.selectFrom('agreement_version').selectAll().execute()
    if (!version) throw new Error('Nothing was proposed.')
    for (let n = 2; n <= 22; n++) {
      const id = `v${n}`
      const { proposed_at, workspace_id, agreement_id } = version
      await day()
        .db.insertInto('agreement_version')
        .values({ ...version, id, why: `reason ${n}.`, proposed_at: proposed_at - n })
        .execute()
      const outcome = { version_id: id, workspace_id, agreement_id, how: 'replaced' as const }
      await day()
        .db.insertInto('agreement_outcome')
        .values({ ...outcome, decided_at: 0, decided_by: 'anna', number: null, review_date: null })
        .execute()
    }
    const latest = await opens(day(), 'tom', 'history')
    expect(latest).toContain('reason 20.')
    expect(latest).not.toContain('reason 21.')
    await day().person('tom').click('modal', 'Older')
    await day().settle()
    expect(windowOf(day(), 'tom')).toMatch(/reason 21\.[\s\S]*reason 22\./)
    expect(windowOf(day(), 'tom')).not.toContain('reason 20.')
    await day()
      .person('tom')
      .click('modal', 'agreements:version', { value: valueIn(windowView(day()), 'version', 'rules') })
    await day().settle()
    expect(windowOf(day(), 'tom')).toContain('• Rule of version 1')
    await day().person('tom').click('modal', 'Back to the history')
    await day().settle()
    expect(windowOf(day(), 'tom')).toContain('reason 21.')
  })

  it('is for team leads to agree to, and anybody to change', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    expect(await opens(day(), 'uma', 'compare')).not.toContain('[Agree]')
    expect(day().read(await lists(day(), 'anna'))).toContain('[Agree]')
    const [value] = await day().db.selectFrom('agreement_version').select(['id', 'agreement_id']).execute()
    const feature = day().features.find((one) => one.name === 'agreements')
    const listener = feature?.listeners?.find((one) => one.on === 'action' && one.id === 'agreements:agree')
    const request = { person: personOf('uma'), value: `${ids.partnership}:rules:${value?.agreement_id}:${value?.id}` }
    const refusal = listener && 'may' in listener && (await listener.may.refuse(day().db, request, day().clock.now()))
    expect(refusal).toContain('Anna or Sofie')
  })

  it('is agreed to by the deputy while the team lead is away, who is told so', async () => {
    await named(day().db, 'uma', 'sales', 'deputy')
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Be kind')
    expect(await itemsOf(day(), 'uma')).toEqual([])
    await day()
      .db.transaction()
      .execute((trx) => setAway(trx, personOf('sofie'), undefined, day().clock.now()))
    expect(await itemsOf(day(), 'uma')).toHaveLength(1)
    expect(day().read(await lists(day(), 'tom'), 'tom')).toContain('Waits for Sofie or Uma (sales).')
    expect(await opens(day(), 'uma', 'compare')).toContain('Sofie is away: you agree in their place.')
    expect(await presses(day(), 'uma', 'agree')).toContain('Both teams agree')
  })

  it('holds at once where the other team has nobody who leads it, and says so', async () => {
    await day().db.deleteFrom('partnership_role').where('person_id', '=', 'sofie').execute()
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Be kind')
    expect(windowOf(day(), 'anna')).toContain('You agreed for both teams')
    expect(day().read(await lists(day(), 'tom'), 'tom')).toContain('Version 1, agreed on 1 March 2027.')
  })

  it('is withdrawn by who proposed it or a team lead, and by nobody else', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    await opens(day(), 'sofie', 'compare')
    expect(await opens(day(), 'uma', 'compare')).not.toContain('[Withdraw]')
    await opens(day(), 'tom', 'compare')
    expect(await presses(day(), 'tom', 'withdraw')).toContain('The proposal is withdrawn: the rules.')
    expect(await presses(day(), 'sofie', 'agree')).toContain('Tom withdrew this proposal on 1 March 2027.')
    expect(await itemsOf(day(), 'anna')).toEqual([])
    expect(day().read(await lists(day(), 'anna'))).toContain('None yet.')
  })

  it('says under the field what is wrong with what was typed, and proposes nothing', async () => {
    await day().until('2027-03-01 10:00')
    expect((await proposes(day(), 'tom', 'Be kind\nBe kind')).errors).toEqual({
      rules: expect.stringMatching(/^Line 2 \(“Be kind”\)/),
    })
    await day().person('tom').close()
    await inForce()
    expect((await proposes(day(), 'tom', 'Be kind')).errors).toHaveProperty('why')
    expect((await day().person('tom').submit({ why: 'No reason' })).errors).toEqual({
      rules: 'This says what it said already. Change something, or close this.',
    })
    expect(await openBetween(day())).toEqual([])
  })

  it('of leads is one for each type, and a second one for the same type is refused', async () => {
    await day().until('2027-03-01 10:00')
    await opens(day(), 'tom', 'propose', 'lead_definition')
    const demo = { leadType: 'Demo request', criteria: 'Has a budget*\nIs in our region', wanted: 'Phone number*' }
    await day().person('tom').submit(demo)
    await day().settle()
    expect(windowOf(day(), 'tom')).toContain('• Has a budget (required)')
    expect(windowOf(day(), 'tom')).toContain('• Is in our region (nice to have)')
    const shown = await lists(day(), 'uma')
    await day().person('uma').click(shown, 'Write one for another type of lead')
    await day().settle()
    expect(
      (
        await day()
          .person('uma')
          .submit({ ...demo, leadType: 'demo REQUEST' })
      ).errors,
    ).toEqual({
      leadType: expect.stringContaining('There is already one for “demo REQUEST”'),
    })
    await day().person('uma').submit({ leadType: 'Event' })
    await day().settle()
    const listed = day().read(await lists(day(), 'uma'), 'uma')
    expect(listed).toMatch(/Lead definition: Demo request[\s\S]*Lead definition: Event/)
  })

  it('of leads is for as many types as can be shown, and a new one beyond that is refused', async () => {
    await day().until('2027-03-01 10:00')
    await opens(day(), 'tom', 'propose', 'lead_definition')
    await day().person('uma').command('/rondo agreements')
    await day().settle()
    for (let n = 1; n <= mostLeadTypes; n++) {
      if (n > 1) {
        await day()
          .person('tom')
          .click(await lists(day(), 'tom'), 'Write one for another type of lead')
        await day().settle()
      }
      expect(
        await day()
          .person('tom')
          .submit({ leadType: `Type ${n}`, criteria: 'Budget' }),
      ).toEqual({ acked: true })
      await day().person('tom').close()
    }
    const [shown] = day().person('uma').ephemerals()
    if (!shown) throw new Error('Nothing was listed.')
    await day()
      .person('uma')
      .click(shown, 'agreements:propose', { value: valueIn(shown, 'propose', 'lead_definition') })
    await day().settle()
    expect((await day().person('uma').submit({ leadType: 'One more', criteria: 'Budget' })).errors).toEqual({
      leadType: expect.stringContaining(`There are ${mostLeadTypes} lead types already`),
    })
    expect(day().read(await lists(day(), 'tom'), 'tom')).not.toContain('another type of lead')
  })

  it('that was agreed while somebody wrote a change is changed all the same', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'anna', 'Be kind')
    await opens(day(), 'tom', 'compare')
    expect(await presses(day(), 'tom', 'propose')).toContain('takes the place of the proposal that waits now')
    await opens(day(), 'sofie', 'compare')
    await presses(day(), 'sofie', 'agree')
    await day().person('tom').submit({ rules: 'Be quick', why: 'Kind is not enough' })
    await day().settle()
    expect(windowOf(day(), 'tom')).toMatch(/➖ .*Be kind[\s\S]*➕ Be quick/)
    const outcomes = await day().db.selectFrom('agreement_outcome').select('how').execute()
    expect(outcomes).toEqual([{ how: 'agreed' }])
  })

  it('comes back on its review date, and holds on once both team leads say that it is right', async () => {
    await day().until('2027-03-01 10:00')
    await inForce()
    await day().db.updateTable('agreement_outcome').set({ review_date: '2027-03-03' }).execute()
    await day().until('2027-03-02 12:00')
    expect(await itemsOf(day(), 'anna')).toEqual([])
    await day().until('2027-03-03 10:00')
    const asked = [{ title: '*Still right?* The rules, version 1', overdue: false }]
    expect(await itemsOf(day(), 'anna')).toEqual(asked)
    await opens(day(), 'anna', 'read')
    expect(await presses(day(), 'anna', 'renew')).toContain('Noted for your team: the rules.')
    expect(await itemsOf(day(), 'anna')).toEqual([])
    expect(await itemsOf(day(), 'sofie')).toEqual(asked)
    await opens(day(), 'sofie', 'read')
    expect(await presses(day(), 'sofie', 'renew')).toContain('I will ask again on 3 September 2027.')
    expect(await itemsOf(day(), 'sofie')).toEqual([])
    expect(await openBetween(day())).toEqual([])
  })

  it('stands in the check-in while it waits, without names, and as a count while nobody was told it is late', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    const [root] = day().roots()
    await day().until('2027-03-01 10:05')
    expect(day().read(root)).toContain('Proposed, not agreed yet: the rules\nsince 1 March 2027')
    const open = { title: '*Proposed, not agreed yet:* the rules', detail: 'since 1 March 2027' }
    expect(await openBetween(day())).toEqual([{ ...open, overdue: false, discreet: false }])
    await day().until('2027-03-09 10:00')
    expect(await openBetween(day())).toEqual([{ ...open, overdue: true, discreet: true }])
    await day().until('2027-03-11 10:00')
    expect(await openBetween(day())).toEqual([{ ...open, overdue: true, discreet: false }])
    expect(await itemsOf(day(), 'sofie')).toEqual([{ title: '*Agree?* Tom proposes the rules', overdue: true }])
  })

  it('is a number of the next check-in once both agreed, and may be exported without when a person did what', async () => {
    await day().until('2027-03-01 10:00')
    await inForce()
    const feature = day().features.find((one) => one.name === 'agreements')
    const period = { since: day().clock.now() - 3_600_000, until: day().clock.now() + 1 }
    expect(await feature?.figures?.(day().db, partnershipRef('nl'), period)).toEqual([
      'Beide teams zijn akkoord: de spelregels (versie 1).',
    ])
    const [table] = (await feature?.export?.(day().db, personOf('tom'), day().clock.now())) ?? ([] as ExportTable[])
    expect(table?.rows).toEqual([
      [...['Acme', 'Rules', '', 1, 'holds', 'Anna', '', 'Anna', 'Sofie', '2027-03-01', '2027-09-01'], 'Be kind'],
    ])
    expect(table?.columns).toHaveLength(table?.rows[0]?.length ?? 0)
  })

  it('is of one cooperation: who is in several is asked which, unless the channel says it', async () => {
    const north = await savedPartnership(day().db, ids.workspace, { channels: ['CNORTH', 'CSOUTH', 'CSHARED'] })
    await joined(day().db, north, personOf('tom'), 'sales')
    await turnOnAgreements(day().db, north.id)
    await day().person('tom').command('/rondo agreements', { in: 'sales' })
    await day().settle()
    expect(day().toldTo('tom')).toContain('marketing and sales of Acme')
    await day().person('tom').command('/rondo agreements', { in: 'shared' })
    await day().settle()
    expect(day().toldTo('tom')).toContain('of which cooperation?')
    const asked = day().person('tom').ephemerals().at(-1)
    if (!asked) throw new Error('Nothing was asked.')
    await day().person('tom').click(asked, 'North')
    await day().settle()
    expect(day().toldTo('tom')).toContain('marketing and sales of North')
  })

  it('says nothing anywhere where the part is turned off, and an old button says why', async () => {
    await day().until('2027-03-01 10:00')
    await proposes(day(), 'tom', 'Be kind')
    const shown = await lists(day(), 'anna')
    await day().db.deleteFrom('partnership_part').execute()
    expect(await itemsOf(day(), 'anna')).toEqual([])
    expect(await openBetween(day())).toEqual([])
    await day().person('anna').click(shown, 'agreements:agree')
    await day().settle()
    expect(day().toldTo('anna')).toContain('Agreements and goals: not turned on in “Acme” yet.')
    await day().person('anna').command('/rondo agreements')
    await day().settle()
    expect(day().toldTo('anna')).toContain('not turned on in “Acme” yet.')
  })
})

describe('in Dutch, an agreement', () => {
  const day = useTeamDay('sqlite', 'nl')
  beforeEach(() => turnOnAgreements(day().db))

  it('is asked for, proposed and agreed to', async () => {
    await day().until('2027-03-01 10:00')
    await day().person('tom').command('/rondo afspraken')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Nog niets.')
    await proposes(day(), 'tom', 'Wees aardig')
    await opens(day(), 'anna', 'compare')
    expect(await presses(day(), 'anna', 'agree')).toContain('Je bent akkoord: de spelregels. Wacht op Sofie (sales).')
    await opens(day(), 'sofie', 'compare')
    expect(await presses(day(), 'sofie', 'agree')).toContain('Beide teams zijn akkoord: de spelregels, versie 1.')
  })
})
