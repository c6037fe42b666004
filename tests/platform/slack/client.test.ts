import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { constants } from '../../../src/platform/delivery/constants.ts'
import { clientOptions, slackClients } from '../../../src/platform/slack/client.ts'
import { classify } from '../../../src/platform/slack/trouble.ts'
import { listening } from '../../support/slack-edge.ts'

type Behaviour = 'drop' | 'fail' | 'limit'
let behaviour: Behaviour
let requests: string[]
/** A second request is wrong already; nobody need wait for what comes of it. */
let again: PromiseWithResolvers<never>
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    requests.push(body)
    if (requests.length > 1) again.reject(new Error('It was asked for again'))
    if (behaviour === 'drop') request.socket.destroy()
    else response.writeHead(behaviour === 'fail' ? 503 : 429, { 'retry-after': '2' }).end()
  })
})

beforeEach(async () => {
  requests = []
  again = Promise.withResolvers()
  again.promise.catch(() => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

it('tries once, as long as a delivery counts on and no longer, and takes no rest of its own', () => {
  const { timeout, retryConfig, rejectRateLimitedCalls } = clientOptions(undefined, listening().log)
  expect({ timeout, retryConfig, rejectRateLimitedCalls }).toEqual({
    timeout: constants.httpTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
})

describe.each(['post', 'read'] as const)('the client to %s with', (which) => {
  it.each([
    ['drop', { kind: 'unknown', code: 'no_answer' }],
    ['fail', { kind: 'unknown', code: 'http_503' }],
    ['limit', { kind: 'later', seconds: 2 }],
  ] as const)('asks once, whatever goes wrong: %s', async (how, trouble) => {
    behaviour = how
    const { log, lines } = listening()
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
    const clients = slackClients({ token: 'xoxb-canary', apiUrl, log })
    const asked = clients[which].chat.postMessage({ channel: 'C1', text: 'canary text' })
    const error = await Promise.race([asked, again.promise]).catch((thrown: unknown) => thrown)
    expect(requests).toHaveLength(1)
    expect(classify(error)).toEqual(trouble)
    expect(lines.join()).not.toContain('canary')
  })
})
