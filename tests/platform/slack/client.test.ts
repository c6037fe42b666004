import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slackClients } from '../../../src/platform/slack/client.ts'
import { classify } from '../../../src/platform/slack/trouble.ts'
import { listening } from '../../support/slack-edge.ts'

type Behaviour = 'drop' | 'fail' | 'limit'
let behaviour: Behaviour
let requests: string[]
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    requests.push(body)
    if (behaviour === 'drop') request.socket.destroy()
    else response.writeHead(behaviour === 'fail' ? 503 : 429, { 'retry-after': '60' }).end()
  })
})

beforeEach(async () => {
  requests = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

describe.each(['post', 'read'] as const)('the client to %s with', (which) => {
  it.each([
    ['drop', { kind: 'unknown', code: 'no_answer' }],
    ['fail', { kind: 'unknown', code: 'http_503' }],
    ['limit', { kind: 'later', seconds: 60 }],
  ] as const)('asks once, whatever goes wrong: %s', async (how, trouble) => {
    behaviour = how
    const { log, lines } = listening()
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
    const clients = slackClients({ token: 'xoxb-canary', apiUrl, log })
    const error = await clients[which].chat
      .postMessage({ channel: 'C1', text: 'canary text' })
      .catch((thrown: unknown) => thrown)
    expect(classify(error)).toEqual(trouble)
    expect(requests).toHaveLength(1)
    expect(lines.join()).not.toContain('canary')
  })
})
