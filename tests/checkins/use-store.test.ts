import { describe, expect, it } from 'vitest'
import { checkInsInUse } from '../../src/checkins/index.ts'
import { ids } from '../actions/two-teams.ts'
import { engines } from '../support/databases.ts'
import { useTeamDay } from './team-day.ts'

describe.each(engines)('whether check-ins are in use on %s', (engine) => {
  const day = useTeamDay(engine)
  const inUse = () => checkInsInUse(day().db, ids.partnership)

  it('is so once one was closed in which somebody answered', async () => {
    await day().until('2027-03-01 17:01')
    expect(await inUse()).toBe(false)
    await day().until('2027-03-08 09:01')
    const root = day().roots().at(-1)
    if (!root) throw new Error('No check-in has opened.')
    await day().person('anna').click(root, 'checkins:answer')
    await day().person('anna').nextModal('checkins:answer')
    await day().person('anna').submit({ coming: 'Webinar on Thursday' })
    await day().settle()
    expect(await inUse()).toBe(false)
    await day().until('2027-03-08 17:01')
    expect(await inUse()).toBe(true)
    expect(await checkInsInUse(day().db, 'another')).toBe(false)
  })
})
