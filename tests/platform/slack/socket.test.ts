import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { createSocket } from '../../../src/platform/slack/socket.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import { useDatabase } from '../../support/databases.ts'
import { edgeFor, listening, silent, word } from '../../support/slack-edge.ts'
import { send } from '../../support/slack-requests.ts'

const database = useDatabase('sqlite')
const heard: string[] = []
let slack: Slack
let edge: SlackEdge | undefined
let lines: string[]

beforeEach(async () => {
  heard.length = 0
  const users = [{ id: 'U0ANNA0001', name: 'anna' }]
  slack = await startSlack({
    trafficLimit: 100_000,
    seed: { users, channels: [{ id: 'C0SHARED01', name: 'shared', members: ['anna'] }] },
  })
})
afterEach(async () => {
  await edge?.stop()
  edge = undefined
  await slack.stop()
})

function made(): SlackEdge {
  const log = listening()
  lines = log.lines
  const say = word('say', async ({ text }) => void heard.push(text))
  edge = edgeFor({
    database: database(),
    features: [{ name: 'test', words: [say] }],
    slack,
    mode: 'Socket Mode',
    log: log.log,
  })
  return edge
}

/** Connections come and go without a request that the stand-in could wait for. */
const until = (condition: () => boolean) => vi.waitUntil(condition, { interval: 5, timeout: 10_000 })

/** Makes and starts an edge, and waits for its second connection. */
async function started() {
  const { port } = await made().start()
  await until(() => slack.sockets.count === 2)
  return { anna: slack.person('anna'), port }
}

const connected = () => lines.filter((line) => line.includes('a Socket Mode connection stands')).length

describe('Socket Mode', () => {
  it('holds two connections', async () => {
    const { anna } = await started()
    for (const text of ['1', '2', '3', '4']) expect(await anna.command(`/rondo say ${text}`)).toEqual({ acked: true })
    await edge?.settled()
    expect(heard).toEqual(['1', '2', '3', '4'])
  })

  it('Q-N2: leaves no command unanswered while connections are refreshed and break', async () => {
    const { anna } = await started()
    const outcomes: boolean[] = []
    const busy = { yes: true }
    const commands = (async () => {
      for (let n = 0; busy.yes; n += 1) outcomes.push((await anna.command(`/rondo say ${n}`)).acked)
    })()
    for (let n = 0; n < 20; n += 1) {
      const before = connected()
      slack.sockets.disconnect(n % 2 ? 'warning' : 'refresh_requested')
      await until(() => connected() >= before + 2 && slack.sockets.count === 2)
    }
    busy.yes = false
    await commands
    await edge?.settled()
    expect(outcomes.length).toBeGreaterThan(20)
    expect(outcomes.filter((acked) => !acked)).toEqual([])
    expect(heard).toEqual(outcomes.map((_, n) => String(n)))
  })

  it('serves with one connection while the other is broken, and has two again', async () => {
    const { anna } = await started()
    for (let n = 0; n < 4; n += 1) {
      slack.sockets.kill()
      expect(await anna.command(`/rondo say ${n}`)).toEqual({ acked: true })
      expect(edge?.ready()).toEqual([])
      await until(() => slack.sockets.count === 2)
    }
    await edge?.settled()
    expect(heard).toEqual(['0', '1', '2', '3'])
  })

  it.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    'Q-N3: says what to mend where Slack refuses the token at the start: %s',
    async (error) => {
      slack.fault({ kind: 'error', method: 'apps.connections.open', error })
      const failure = await made()
        .start()
        .catch((thrown: unknown) => thrown)
      expect(failure).toBeInstanceOf(OperatorError)
      expect(String(failure)).toContain(error)
      expect(String(failure)).toContain('connections:write')
    },
  )

  it('Q-N3: stays up where Slack refuses the token later, is not ready, and says so in the log', async () => {
    const { port } = await started()
    slack.fault({ kind: 'error', method: 'apps.connections.open', error: 'invalid_auth' })
    slack.sockets.kill()
    slack.sockets.kill()
    await until(() => slack.sockets.count === 1)
    slack.sockets.kill()
    await until(
      () => slack.sockets.count === 0 && lines.some((line) => line.includes('Slack refuses the app-level token')),
    )
    expect(edge?.ready()).toEqual(['no Socket Mode connection'])
    expect(await send({ port, method: 'GET', path: '/readyz' })).toMatchObject({
      status: 503,
      body: '{"ok":false,"reasons":["no Socket Mode connection"]}',
    })
    expect((await send({ port, method: 'GET', path: '/livez' })).status).toBe(200)
  })

  it('starts while Slack is out of reach, and connects when it is back', async () => {
    const lift = slack.fault({ kind: 'dropBefore', method: 'apps.connections.open' })
    const { port } = await made().start()
    expect(edge?.ready()).toEqual(['no Socket Mode connection'])
    lift()
    await until(() => slack.sockets.count === 2)
    expect((await send({ port, method: 'GET', path: '/readyz' })).status).toBe(200)
  })

  it('waits no longer between two attempts than it is told to', async () => {
    // With the usual pauses these would take three quarters of a minute.
    slack.fault({ kind: 'dropBefore', method: 'apps.connections.open', times: 18 })
    const socket = createSocket(
      { appToken: slack.appToken, apiUrl: slack.apiUrl, log: silent, ingest: async () => ({ acknowledge: undefined }) },
      10,
    )
    await socket.start()
    await until(() => slack.sockets.count === 2)
    await socket.stop()
  })

  it('serves health and nothing else over HTTP', async () => {
    const { port } = await started()
    expect((await send({ port, body: 'x' })).status).toBe(404)
    expect((await send({ port, method: 'GET', path: '/readyz' })).status).toBe(200)
  })

  it('writes no token and no ticket to the log', async () => {
    await started()
    slack.fault({ kind: 'status', method: 'apps.connections.open', status: 500, times: 3 })
    slack.sockets.disconnect('warning')
    await until(() => lines.some((line) => line.includes('trying again')))
    expect(lines.join()).not.toMatch(/xapp-|xoxb-|ticket=/)
  })

  it('acknowledges what it is at before it stops', async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const socket = createSocket({
      appToken: slack.appToken,
      apiUrl: slack.apiUrl,
      log: silent,
      async ingest() {
        begun.resolve()
        await gate.promise
        return { acknowledge: undefined }
      },
    })
    await socket.start()
    const answered = slack.person('anna').command('/rondo say it')
    await begun.promise
    let over = false
    const stopped = socket.stop().then(() => {
      over = true
    })
    for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(over).toBe(false)
    gate.resolve()
    await stopped
    expect(await answered).toEqual({ acked: true })
    await until(() => slack.sockets.count === 0)
  })
})
