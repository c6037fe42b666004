import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../../src/platform/log.ts'
import { slackClients } from '../../../src/platform/slack/client.ts'
import { download, isFileOf } from '../../../src/platform/slack/download.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import type { StoredFile } from '../../../src/playground/server/workspace.ts'

describe('a file of Slack', () => {
  let slack: Slack
  beforeEach(async () => {
    slack = await startSlack()
  })
  afterEach(() => slack.stop())

  const client = (token = slack.botToken) => slackClients({ token, apiUrl: slack.apiUrl, log: silentLog }).read
  const keep = (text: string, more: Partial<StoredFile> = {}) => {
    const bytes = new TextEncoder().encode(text)
    const file = { id: 'F1', name: 'a b.csv', title: 'a', length: bytes.length, bytes, complete: true }
    slack.workspace.files.set('F1', { ...file, channels: [], readyAt: 0, user: 'U1', ...more })
  }

  it('is read with the token of the bot', async () => {
    keep('name\nVéga')
    const got = await download(client(), 'F1', 100)
    expect(got.ok && new TextDecoder().decode(got.bytes)).toBe('name\nVéga')
  })

  it('is not read without, but leads to a page to sign in', async () => {
    keep('name')
    const address = `${slack.url}/files-pri/${slack.team.id}-F1/a.csv`
    for (const authorization of ['', 'Bearer xoxb-playground-other', `Bearer ${slack.appToken}`]) {
      const answered = await fetch(address, { headers: { authorization }, redirect: 'manual' })
      expect([answered.status, await answered.text()]).toEqual([302, ''])
    }
    slack.workspace.scopes.delete('files:read')
    const answered = await fetch(address, {
      headers: { authorization: `Bearer ${slack.botToken}` },
      redirect: 'manual',
    })
    expect(answered.status).toBe(302)
  })

  it('is gone where there is none', async () => {
    expect(await download(client(), 'F9', 100)).toEqual({ ok: false, reason: 'gone' })
    keep('name', { complete: false })
    expect(await download(client(), 'F1', 100)).toEqual({ ok: false, reason: 'gone' })
  })

  it.each([
    ['says', { length: 5 }],
    ['does not say', { length: 1 }],
  ])('is not read where it is too large and %s so', async (_, more) => {
    keep('12345', more)
    expect(await download(client(), 'F1', 4)).toEqual({ ok: false, reason: 'too large' })
    expect(await download(client(), 'F1', 5)).toMatchObject({ ok: true })
  })

  it.each([{ kind: 'status' as const, status: 500 }, { kind: 'dropBefore' as const }])(
    'is not there where Slack answers with trouble: $kind',
    async (fault) => {
      keep('name')
      slack.fault({ ...fault, method: 'download', times: 1 })
      expect(await download(client(), 'F1', 100)).toEqual({ ok: false, reason: 'no answer' })
      expect(await download(client(), 'F1', 100)).toMatchObject({ ok: true })
    },
  )

  it('is told of in the traffic by its size alone', async () => {
    keep('secret')
    await download(client(), 'F1', 100)
    expect(slack.traffic.at(-1)).toMatchObject({ what: 'download', answer: '6 bytes' })
    expect(JSON.stringify(slack.traffic)).not.toContain('secret')
  })
})

describe('a Slack that misbehaves', () => {
  /** Answers `files.info` with an address on itself, and that with what is given. */
  async function read(file: { status: number; headers: Record<string, string>; body?: string }) {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url === '/api/files.info') {
        response.setHeader('content-type', 'application/json')
        const url = `http://${request.headers.host}/file`
        return void response.end(JSON.stringify({ ok: true, file: { size: 1, url_private: url } }))
      }
      response.writeHead(file.status, file.headers)
      response.end(file.body)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
    try {
      const client = slackClients({ token: 'xoxb-playground-bot', apiUrl, log: silentLog }).read
      return { got: await download(client, 'F1', 100), asked }
    } finally {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }

  it('does not lead the token to another address', async () => {
    const { got, asked } = await read({ status: 302, headers: { location: '/elsewhere' } })
    expect(got).toEqual({ ok: false, reason: 'no answer' })
    expect(asked).not.toContain('/elsewhere')
  })

  it('does not pass a page to sign in for a file', async () => {
    const { got } = await read({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>' })
    expect(got).toEqual({ ok: false, reason: 'no answer' })
  })
})

describe('the address of a file', () => {
  const real = 'https://slack.com/api/'
  it.each([
    [real, 'https://files.slack.com/files-pri/T1-F1/a.csv', true],
    [real, 'http://files.slack.com/files-pri/T1-F1/a.csv', false],
    [real, 'https://files.slack.com.example.com/a.csv', false],
    [real, 'https://files.slack.com@example.com/a.csv', false],
    [real, 'https://files.slack.com:8443/a.csv', false],
    [real, 'https://drive.example.com/a.csv', false],
    [real, '', false],
    ['https://slack-gov.com/api/', 'https://files.slack-gov.com/a.csv', true],
    ['https://slack-gov.com/api/', 'https://files.slack.com/a.csv', false],
    ['http://127.0.0.1:3000/api/', 'http://127.0.0.1:3000/files-pri/a.csv', true],
    ['http://127.0.0.1:3000/api/', 'http://127.0.0.1:3001/files-pri/a.csv', false],
  ])('%s may send its token to %s: %s', (apiUrl, address, expected) => {
    expect(isFileOf(apiUrl, address)).toBe(expected)
  })
})
