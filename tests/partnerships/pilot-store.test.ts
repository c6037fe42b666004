import { describe, expect, it } from 'vitest'
import { heldBackFrom, type Partnership, pilotFor } from '../../src/partnerships/index.ts'
import type { Person } from '../../src/platform/person.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership } from './partnerships.ts'

describe.each(engines)('who gets what is for two teams in pilot mode, on %s', (engine) => {
  const database = useDatabase(engine)

  /** Anna is in both partnerships, Bram in North alone; Dana administrates and is in neither. */
  async function twoPartnerships() {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const [anna, bram, dana] = await Promise.all(
      ['UANNA', 'UBRAM', 'UDANA'].map((slackId) => savedPerson(db, workspace, { slackId })),
    )
    if (!anna || !bram || !dana) throw new Error('Nobody is there')
    const north = await savedPartnership(db, workspace.id, { channels: ['CM', 'CS', 'CBOTH'] })
    const south = await savedPartnership(db, workspace.id, { channels: ['CM2', 'CS2', 'CBOTH'] })
    await joined(db, north, anna, 'marketing')
    await joined(db, north, bram, 'sales')
    await joined(db, south, anna, 'marketing')
    return { db, workspaceId: workspace.id, anna, bram, dana, north, south }
  }
  const turn = ({ id }: Partnership, pilot: Person | undefined) =>
    database()
      .db.updateTable('partnership')
      .set({ pilot_id: pilot?.id ?? null })
      .where('id', '=', id)
      .execute()
  type Which = { partnershipId?: string; channel?: string; to?: Person }
  const whoGets = async (workspaceId: string, { partnershipId = '', channel = 'CBOTH', to }: Which) => {
    const where = to
      ? ({ kind: 'dm', recipient: to.slackId } as const)
      : ({ kind: 'post', recipient: channel } as const)
    return (await pilotFor(database().db, { workspaceId, ...where, partnershipId }))?.slackId
  }

  it('is nobody where no partnership is in pilot mode', async () => {
    const { workspaceId, north, bram } = await twoPartnerships()
    expect(await whoGets(workspaceId, { partnershipId: north.id })).toBeUndefined()
    expect(await whoGets(workspaceId, { to: bram })).toBeUndefined()
    expect(await heldBackFrom(database().db, bram)).toEqual(new Set())
  })

  it('is the pilot of the partnership it is said for, and of no other', async () => {
    const { workspaceId, north, south, bram, dana } = await twoPartnerships()
    await turn(north, dana)
    expect(await whoGets(workspaceId, { partnershipId: north.id })).toBe('UDANA')
    expect(await whoGets(workspaceId, { partnershipId: north.id, to: bram })).toBe('UDANA')
    expect(await whoGets(workspaceId, { partnershipId: south.id })).toBeUndefined()
    expect(await whoGets('another', { partnershipId: north.id })).toBeUndefined()
  })

  it('is, of what is for a channel or a person in general, the pilot of all that they are in', async () => {
    const { workspaceId, north, south, anna, bram, dana } = await twoPartnerships()
    await turn(north, dana)
    expect(await whoGets(workspaceId, { channel: 'CM' })).toBe('UDANA')
    expect(await whoGets(workspaceId, { channel: 'CBOTH' })).toBeUndefined()
    expect(await whoGets(workspaceId, { to: bram })).toBe('UDANA')
    expect(await whoGets(workspaceId, { to: anna })).toBeUndefined()
    expect(await whoGets(workspaceId, { to: dana })).toBeUndefined()
    await turn(south, bram)
    const oldest = north.id < south.id ? 'UDANA' : 'UBRAM'
    expect(await whoGets(workspaceId, { channel: 'CBOTH' })).toBe(oldest)
    expect(await whoGets(workspaceId, { to: anna })).toBe(oldest)
  })

  it('leaves the pilot their own messages', async () => {
    const { workspaceId, north, south, anna, bram } = await twoPartnerships()
    await turn(north, bram)
    await turn(south, anna)
    expect(await whoGets(workspaceId, { to: bram })).toBeUndefined()
    expect(await whoGets(workspaceId, { to: anna })).toBeUndefined()
  })

  it('holds back from others what belongs to it, where they hear of more than that', async () => {
    const { db, north, south, anna, bram, dana } = await twoPartnerships()
    await turn(north, dana)
    expect(await heldBackFrom(db, anna)).toEqual(new Set([north.id]))
    expect(await heldBackFrom(db, bram)).toEqual(new Set())
    await turn(south, dana)
    expect(await heldBackFrom(db, anna)).toEqual(new Set())
    await turn(north, anna)
    expect(await heldBackFrom(db, anna)).toEqual(new Set([south.id]))
  })

  it('holds back from an admin who is in neither team, unless they are the pilot', async () => {
    const { db, north, bram, dana } = await twoPartnerships()
    await turn(north, dana)
    await db.deleteFrom('membership').where('person_id', '=', bram.id).execute()
    expect(await heldBackFrom(db, bram)).toEqual(new Set([north.id]))
    expect(await heldBackFrom(db, dana)).toEqual(new Set())
  })
})
