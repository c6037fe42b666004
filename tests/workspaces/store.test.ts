import { describe, expect, it } from 'vitest'
import { claimRefresh, findKnownPeople, findPeople, savePerson } from '../../src/workspaces/people/store.ts'
import { ensureWorkspace, findWorkspaceOfTeam, getWorkspace } from '../../src/workspaces/store.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, defaults, savedPerson, savedWorkspace } from './people.ts'

const now = at('2026-11-23T10:00')

describe.each(engines)('workspaces and people on %s', (engine) => {
  const database = useDatabase(engine)

  it('knows an installation again, under its new name', async () => {
    const { db } = database()
    const first = await savedWorkspace(db)
    const answer = { team_id: 'T1', team: 'Acme Corp', bot_id: 'B2', user_id: 'UBOT2', url: 'https://acme.slack.com/' }
    const again = await ensureWorkspace(db, answer, now)
    expect(again).toEqual({ ...first, name: 'Acme Corp', botId: 'B2', botUserId: 'UBOT2' })
    expect(await findWorkspaceOfTeam(db, 'T1')).toEqual(again)
    expect(await getWorkspace(db, first.id)).toEqual(again)
    expect(await findWorkspaceOfTeam(db, 'T2')).toBeUndefined()
  })

  it('tells installations of two teams apart', async () => {
    const { db } = database()
    const [one, other] = [await savedWorkspace(db, 'T1'), await savedWorkspace(db, 'T2')]
    const anna = await savedPerson(db, one, { slackId: 'UANNA' })
    expect(await findKnownPeople(db, other.id, ['UANNA'])).toEqual([])
    expect(await findPeople(db, [anna.id])).toEqual([anna])
  })

  it('refuses a token that is not a bot’s', async () => {
    await expect(ensureWorkspace(database().db, { team_id: 'T1', user_id: 'U1' }, now)).rejects.toThrow('bot_id')
  })

  it('keeps language and zone where Slack says none, as for somebody who left', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const bram = await savedPerson(db, workspace, { slackId: 'UBRAM', language: 'nl', zone: 'Europe/Brussels' })
    const gone = { ...said('UBRAM'), language: undefined, zone: undefined, deactivated: true }
    const left = await savePerson(db, workspace.id, gone, defaults, now)
    expect(left.person).toEqual({ ...bram, name: 'Bram' })
    expect(left.deactivated).toBe(true)
  })

  it('falls back on the language and zone of the installation for somebody new', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const profile = { ...said('UNEW'), language: undefined, zone: undefined }
    const { person } = await savePerson(db, workspace.id, profile, { language: 'nl', zone: 'Europe/Paris' }, now)
    expect(person).toMatchObject({ language: 'nl', zone: 'Europe/Paris' })
  })

  it('keeps the first moment it was noticed that somebody left, and forgets it when they return', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const leftAt = async () =>
      (await db.selectFrom('person').select('deactivated_at').executeTakeFirstOrThrow()).deactivated_at
    await savePerson(db, workspace.id, { ...said('UBRAM'), deactivated: true }, defaults, now)
    await savePerson(db, workspace.id, { ...said('UBRAM'), deactivated: true }, defaults, now + 5)
    expect(await leftAt()).toBe(now)
    await savePerson(db, workspace.id, said('UBRAM'), defaults, now + 9)
    expect(await leftAt()).toBeNull()
  })

  it('gives the refresh of somebody to one of all who ask', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const { person, learnedAt } = await savePerson(db, workspace.id, said('UBRAM'), defaults, now)
    const claims = await Promise.all([1, 2, 3].map((n) => claimRefresh(db, person.id, learnedAt, now + n)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })
})

function said(slackId: string) {
  const base = { slackId, name: 'Bram', kind: 'member', admin: false, deactivated: false } as const
  return { ...base, zone: 'Europe/Amsterdam', language: 'en' } as const
}
