import { describe, expect, it } from 'vitest'
import { add } from './actions/steps.ts'
import { at, ids } from './actions/two-teams.ts'
import { type TeamDay, useTeamDay } from './checkins/team-day.ts'

/** A proposal whose text nobody can read any more. */
async function unreadableAgreement({ db }: TeamDay) {
  const [then, own] = [at('2027-02-01 09:00'), { workspace_id: ids.workspace }]
  const about = { ...own, partnership_id: ids.partnership }
  await db
    .insertInto('partnership_part')
    .values({ ...about, part: 'agreements', turned_on_at: then, turned_on_by: 'anna' })
    .execute()
  const subject = { kind: 'rules' as const, lead_type: '', lead_type_key: '' }
  await db
    .insertInto('agreement')
    .values({ ...about, ...subject, id: 'a1', created_at: then })
    .execute()
  const proposed = { proposed_at: then, proposed_by: 'anna', why: '', content: '{}' }
  await db
    .insertInto('agreement_version')
    .values({ ...own, ...proposed, id: 'v1', agreement_id: 'a1' })
    .execute()
}

describe('a feature that cannot say what it has', () => {
  const day = useTeamDay('sqlite')

  it('keeps nobody from what the others have: the check-in opens and Home is drawn, and both say that something is missing', async () => {
    await unreadableAgreement(day())
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'USOFIE', due: '2027-03-01' })
    await day().until('2027-03-01 09:01')
    const missing = 'Something is missing here: I could not look up all that is open.'
    expect(day().read(day().roots().at(-1))).toContain('Send the price list')
    expect(day().read(day().roots().at(-1))).toContain(missing)
    day().person('sofie').openHome()
    await day().settle()
    expect(day().read(day().person('sofie').home)).toContain('Send the price list')
    expect(day().read(day().person('sofie').home)).toContain(missing)
  })
})
