import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Acquaintance } from '../../src/workspaces/index.ts'
import {
  ensureWorkspace,
  findKnownPeople,
  findOrLearn,
  findOrLearnAll,
  type Workspace,
  whoIs,
} from '../../src/workspaces/index.ts'
import { useDatabase } from '../support/databases.ts'
import { at, defaults } from './people.ts'

const now = at('2026-11-23T10:00')
const dayMs = 24 * 3_600_000

describe('getting to know people', () => {
  const database = useDatabase('sqlite')
  let slack: Slack
  let deps: Acquaintance
  let workspace: Workspace

  beforeEach(async () => {
    slack = await startSlack({
      seed: {
        users: [
          { id: 'UANNA', name: 'anna', locale: 'nl-NL', tz: 'Europe/Brussels', admin: true },
          { id: 'UBOT9', name: 'robot', bot: true },
          { id: 'UGONE', name: 'gone', deleted: true },
          { id: 'UOUT', name: 'outsider', stranger: true },
        ],
      },
    })
    const log = createLog('silent')
    const { read } = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log })
    deps = { db: database().db, slack: read, log, defaults }
    workspace = await ensureWorkspace(deps.db, await read.auth.test(), now)
  })
  afterEach(() => slack.stop())

  const asked = () => slack.traffic.filter(({ what }) => what === 'users.info').length

  it('asks Slack about somebody new, once', async () => {
    const first = await findOrLearn(deps, workspace, 'UANNA', now)
    expect(first?.person).toMatchObject({
      name: 'anna',
      language: 'nl',
      zone: 'Europe/Brussels',
      kind: 'member',
      admin: true,
    })
    expect(await findOrLearn(deps, workspace, 'UANNA', now + dayMs)).toEqual(first)
    expect(asked()).toBe(1)
  })

  it('answers at once about somebody known for longer than a day, and asks behind its back', async () => {
    const first = await findOrLearn(deps, workspace, 'UANNA', now)
    slack.person('anna').change({ realName: 'annabel' })
    const lift = slack.fault({ kind: 'delay', ms: 50, method: 'users.info' })
    const later = now + dayMs + 1
    const answers = await Promise.all([1, 2, 3].map(() => findOrLearn(deps, workspace, 'UANNA', later)))
    expect(answers.map((one) => one?.person)).toEqual([first?.person, first?.person, first?.person])
    const nameNow = async () => (await findOrLearn(deps, workspace, 'UANNA', later))?.person.name
    await vi.waitUntil(async () => (await nameNow()) === 'annabel', { timeout: 30_000 })
    expect(asked()).toBe(2)
    lift()
  })

  it('knows somebody even while Slack is down', async () => {
    const first = await findOrLearn(deps, workspace, 'UANNA', now)
    slack.fault({ kind: 'status', status: 503, method: 'users.info' })
    expect((await findOrLearn(deps, workspace, 'UANNA', now + 2 * dayMs))?.person).toEqual(first?.person)
    await expect(findOrLearn(deps, workspace, 'UOUT', now)).rejects.toThrow()
    await slack.settled()
  })

  it('knows nobody whom Slack does not know', async () => {
    expect(await findOrLearn(deps, workspace, 'UNOBODY', now)).toBeUndefined()
  })

  it('learns many at a time, in order, and says about whom there was no answer', async () => {
    const all = ['UANNA', 'UNOBODY', 'UBOT9', 'UOUT', 'UGONE']
    const { people, unanswered } = await findOrLearnAll(deps, workspace, all, now)
    expect(people.map(({ person, deactivated }) => [person.slackId, person.kind, deactivated])).toEqual([
      ['UANNA', 'member', false],
      ['UBOT9', 'bot', false],
      ['UOUT', 'external', false],
      ['UGONE', 'member', true],
    ])
    expect(unanswered).toEqual([])
    slack.addPerson({ id: 'UNEW', name: 'new' })
    slack.fault({ kind: 'status', status: 503, method: 'users.info' })
    const again = await findOrLearnAll(deps, workspace, ['UANNA', 'UNEW'], now)
    expect([again.people.length, again.unanswered]).toEqual([1, ['UNEW']])
  })

  it('lets people act who are there, and nobody else', async () => {
    const recognise = whoIs(deps.db, deps.log, defaults)
    const actor = { teamId: workspace.teamId, enterpriseId: undefined, userTeamId: undefined, slack: deps.slack }
    const names = await Promise.all(
      ['UANNA', 'UOUT', 'UBOT9', 'UGONE', 'UNOBODY'].map(
        async (userId) => (await recognise({ ...actor, userId }, now))?.name,
      ),
    )
    expect(names).toEqual(['anna', 'outsider', undefined, undefined, undefined])
    expect(await recognise({ ...actor, teamId: 'T9', userId: 'UANNA' }, now)).toBeUndefined()
  })

  it('lets somebody act again who came back', async () => {
    const recognise = whoIs(deps.db, deps.log, defaults)
    const actor = {
      teamId: workspace.teamId,
      enterpriseId: undefined,
      userTeamId: undefined,
      slack: deps.slack,
      userId: 'UGONE',
    }
    expect(await recognise(actor, now)).toBeUndefined()
    slack.person('gone').change({ deleted: false })
    expect(await recognise(actor, now)).toMatchObject({ name: 'gone' })
    const [known] = await findKnownPeople(deps.db, workspace.id, ['UGONE'])
    expect(known?.deactivated).toBe(false)
  })
})
