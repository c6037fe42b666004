import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slackClients } from '../../../src/platform/slack/client.ts'
import { createReplier, responseOrigins } from '../../../src/platform/slack/reply.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import { silent } from '../../support/slack-edge.ts'

const message = { text: 'only for you', blocks: [] }
let slack: Slack
let elsewhere: Server
let asked: number

beforeEach(async () => {
  asked = 0
  elsewhere = createServer((_, response) => {
    asked += 1
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  slack = await startSlack({
    seed: {
      users: [{ id: 'U0ANNA0001', name: 'anna' }],
      channels: [
        { id: 'C0SHARED01', name: 'shared', members: ['anna'] },
        { id: 'C0OTHER001', name: 'other', members: [], bot: false, private: true },
      ],
    },
  })
})
afterEach(async () => {
  await slack.stop()
  await new Promise((resolve) => elsewhere.close(resolve))
})

const reply = (responseUrl: string | undefined, channelId: string | undefined, how: 'reply' | 'replace' = 'reply') => {
  const { apiUrl, botToken: token } = slack
  const { post } = slackClients({ token, apiUrl, log: silent })
  return createReplier({ post, apiUrl, log: silent })[how](
    { responseUrl, channelId, threadTs: undefined, userId: 'U0ANNA0001' },
    message,
  )
}
const seen = () => ({
  ephemeral: slack.person('anna').ephemerals().length,
  direct: slack.person('anna').directMessages().length,
})

describe('an answer that only one person sees', () => {
  it('never goes to an address that is not Slack’s', async () => {
    const { port } = elsewhere.address() as AddressInfo
    const urls = [
      `http://127.0.0.1:${port}/x`,
      `http://localhost:${port}/`,
      'file:///etc/passwd',
      'http://hooks.slack.com/x',
      'https://hooks.slack.com.evil.example/',
      'https://hooks.slack.com@127.0.0.1/',
      'nonsense',
    ]
    for (const url of urls) await reply(url, 'C0SHARED01')
    expect(asked).toBe(0)
    expect(seen()).toEqual({ ephemeral: urls.length, direct: 0 })
  })

  it.each([
    ['https://slack.com/api/', 'https://hooks.slack.com', 'https://hooks.slack-gov.com'],
    ['https://slack-gov.com/api/', 'https://hooks.slack-gov.com', 'https://hooks.slack.com'],
  ])('goes where the Slack at %s hears answers, and to no other Slack', (apiUrl, own, other) => {
    expect(responseOrigins(apiUrl)).toContain(own)
    expect(responseOrigins(apiUrl)).not.toContain(other)
  })

  it('is said in the channel where its address has expired', async () => {
    await reply(`${slack.url}/commands/used-up`, 'C0SHARED01')
    expect(seen()).toEqual({ ephemeral: 1, direct: 0 })
  })

  it.each([['C0OTHER001'], [undefined]])(
    'becomes a direct message where there is no channel to say it in: %s',
    async (channelId) => {
      await reply(undefined, channelId)
      expect(seen()).toEqual({ ephemeral: 0, direct: 1 })
    },
  )

  it.each([
    [
      'where the address of what it should replace has expired',
      '/commands/used-up',
      'C0SHARED01',
      { ephemeral: 1, direct: 0 },
    ],
    ['where there is nothing to replace', undefined, undefined, { ephemeral: 0, direct: 1 }],
  ])('is said anew %s', async (_, path, channelId, expected) => {
    await reply(path && `${slack.url}${path}`, channelId, 'replace')
    expect(seen()).toEqual(expected)
  })

  it('fails where Slack takes none of it', async () => {
    slack.uninstall()
    await expect(reply(undefined, 'C0SHARED01')).rejects.toThrow('account_inactive')
  })
})
