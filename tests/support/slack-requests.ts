import { createHmac } from 'node:crypto'
import { type Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { nowhere } from './slack-edge.ts'

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

interface Sent {
  port: number
  path?: string
  method?: string
  headers?: OutgoingHttpHeaders | string[]
  body?: string | Buffer
  agent?: Agent
}

/** One request; resolves with whatever comes back. */
export function send({
  port,
  path = '/slack/events',
  method = 'POST',
  headers = {},
  body = '',
  agent,
}: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, ...(agent ? { agent } : {}) },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

export const form = 'application/x-www-form-urlencoded'
export const json = 'application/json'

export function signatureOf(timestamp: string, body: string | Buffer, secret = nowhere.signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`
}

/** Headers as Slack sends them. @param at epoch milliseconds */
export function signed(body: string | Buffer, type = form, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  return {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(timestamp, body),
  }
}

let count = 0
/** A trigger id as only one interaction has. */
export const newTrigger = (): string => `${1_000 + ++count}.1.0123456789abcdef`

export function commandFields(text: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    token: 'unused',
    team_id: nowhere.team.id,
    team_domain: 'test',
    channel_id: 'C0SHARED01',
    channel_name: 'shared',
    user_id: 'U0ANNA0001',
    user_name: 'anna',
    command: '/rondo',
    text,
    api_app_id: 'A0APP00001',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.example.com/unused',
    trigger_id: newTrigger(),
    ...more,
  }
}

export const commandBody = (text: string, more: Record<string, string> = {}): string =>
  new URLSearchParams(commandFields(text, more)).toString()

const actor = () => ({
  user: { id: 'U0ANNA0001', username: 'anna', team_id: nowhere.team.id },
  team: { id: nowhere.team.id, domain: 'test' },
  api_app_id: 'A0APP00001',
  is_enterprise_install: false,
  trigger_id: newTrigger(),
})

export const click = (action: string, value: string, more: object = {}) => ({
  type: 'block_actions',
  ...actor(),
  container: { type: 'message', message_ts: '1.1', channel_id: 'C0SHARED01', is_ephemeral: false },
  channel: { id: 'C0SHARED01', name: 'shared' },
  message: { ts: '1.1', text: 'secret words', blocks: [] },
  actions: [{ type: 'button', block_id: 'b', action_id: action, value, action_ts: '1.2' }],
  ...more,
})

export const submission = (callbackId: string, view: object = {}, more: object = {}) => ({
  type: 'view_submission',
  ...actor(),
  view: {
    id: 'V0VIEW0001',
    hash: '1.hash',
    type: 'modal',
    callback_id: callbackId,
    private_metadata: '',
    state: { values: {} },
    blocks: [],
    ...view,
  },
  ...more,
})

export const event = (type: string, more: object = {}, id = `Ev${++count}`) => ({
  type: 'event_callback',
  event_id: id,
  event_time: 1,
  team_id: nowhere.team.id,
  api_app_id: 'A0APP00001',
  authorizations: [
    {
      team_id: nowhere.team.id,
      enterprise_id: null,
      user_id: 'U0BOT00001',
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  event: { type, ...more },
})

export const payloadBody = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString()

/** A signed request of each kind. */
export function sendCommand(port: number, text: string, more: Record<string, string> = {}): Promise<Answered> {
  const body = commandBody(text, more)
  return send({ port, body, headers: signed(body) })
}

export function sendInteraction(port: number, payload: unknown): Promise<Answered> {
  const body = payloadBody(payload)
  return send({ port, body, headers: signed(body) })
}

export function sendEvent(port: number, payload: unknown): Promise<Answered> {
  const body = JSON.stringify(payload)
  return send({ port, body, headers: signed(body, json) })
}
