import { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { startSlack } from '../../src/playground/server/start.ts'

it('sends the browser of whoever installs the app back with a code that is good for one use', async () => {
  const slack = await startSlack()
  try {
    const { clientId, clientSecret } = slack.credentials()
    const back = 'http://127.0.0.1:9/slack/oauth_redirect'
    const visit = async (more: Record<string, string>) => {
      const query = new URLSearchParams({ client_id: clientId, redirect_uri: back, state: 'abc', ...more })
      const answer = await fetch(`${slack.url}/oauth/v2/authorize?${query}`, { redirect: 'manual' })
      return { status: answer.status, to: new URL(answer.headers.get('location') ?? 'http://nowhere') }
    }
    const { status, to } = await visit({})
    expect([status, to.pathname, to.searchParams.get('state')]).toEqual([302, '/slack/oauth_redirect', 'abc'])
    const exchange = () =>
      new WebClient(undefined, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }).oauth.v2.access({
        client_id: clientId,
        client_secret: clientSecret,
        code: to.searchParams.get('code') ?? '',
        redirect_uri: back,
      })
    expect(await exchange()).toMatchObject({ ok: true, token_type: 'bot' })
    await expect(exchange()).rejects.toThrow('invalid_code')
    expect((await visit({ deny: '1' })).to.searchParams.get('error')).toBe('access_denied')
    expect((await visit({ client_id: 'another' })).status).toBe(400)
  } finally {
    await slack.stop()
  }
})
