import { describe, expect, it } from 'vitest'
import type { Partnership } from '../../src/partnerships/index.ts'
import { resolvePartnership } from '../../src/partnerships/index.ts'
import { choose } from '../../src/partnerships/resolve.ts'
import { useDatabase } from '../support/databases.ts'
import { savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership } from './partnerships.ts'

describe('which partnership something is about', () => {
  it.each<[here: string, mine: string, chosen: string]>([
    ['N', '', 'N'],
    ['N', 'S', 'N'],
    ['N', 'N S', 'N'],
    ['', 'S', 'S'],
    ['', 'N S', '? N S'],
    ['N S', 'S', 'S'],
    ['N S', 'N S', '? N S'],
    ['N S W', 'N S', '? N S'],
    ['N S', 'W', '? N S'],
    ['N S', '', '? N S'],
    ['', '', 'none'],
  ])('where the channel has "%s" and the person "%s" it is "%s"', (here, mine, chosen) => {
    const resolved = choose(some(here), some(mine))
    const said = {
      one: () => ('partnership' in resolved ? resolved.partnership.id : ''),
      ask: () => ('candidates' in resolved ? ['?', ...resolved.candidates.map(({ id }) => id)].join(' ') : ''),
      none: () => 'none',
    }[resolved.kind]()
    expect(said).toBe(chosen)
  })

  const database = useDatabase('sqlite')

  it('takes what a button carries before anything else, unless it is gone or of another workspace', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const person = await savedPerson(db, workspace, { slackId: 'UANNA' })
    const north = await savedPartnership(db, workspace.id, { channels: ['CN1', 'CN2', 'CN3'] })
    const south = await savedPartnership(db, workspace.id)
    const elsewhere = await savedPartnership(db, (await savedWorkspace(db, 'T2')).id)
    await joined(db, south, person, 'sales')
    const where = { workspaceId: workspace.id, personId: person.id }
    const resolve = async (channelId: string | undefined, partnershipId?: string) => {
      const resolved = await resolvePartnership(db, { ...where, channelId, partnershipId })
      return resolved.kind === 'one' ? resolved.partnership.id : resolved.kind
    }
    expect(await resolve('CN1', south.id)).toBe(south.id)
    expect(await resolve('CN1')).toBe(north.id)
    expect(await resolve('CX')).toBe(south.id)
    expect(await resolve(undefined)).toBe(south.id)
    expect(await resolve('CN1', elsewhere.id)).toBe(north.id)
  })
})

function some(ids: string): Partnership[] {
  return ids
    .split(' ')
    .filter(Boolean)
    .map((id) => ({ id }) as Partnership)
}
