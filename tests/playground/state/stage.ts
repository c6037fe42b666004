import { type TravelClock, travelClock } from '../../../src/playground/clock.ts'
import type { Seed } from '../../../src/playground/server/seed.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import type { Workspace } from '../../../src/playground/server/workspace.ts'
import { call } from '../call.ts'
import { openSocket, type RawSocket } from '../raw-app.ts'

/** What a method answered. */
export interface Reply {
  method: string
  ok: boolean
  error: string | undefined
  body: Json
}

// What Slack answers and sends has no shape that the compiler could know.
export type Json = Record<string, unknown>

/** A fresh stand-in on which an example is played. Its clock stands still. */
export interface Stage {
  readonly slack: Slack
  readonly workspace: Workspace
  readonly clock: TravelClock
  /** Calls a method; throws when the stand-in itself breaks. */
  call(method: string, args?: object, token?: string): Promise<Reply>
  /** The app posts in #open; the ts. */
  post(args?: object): Promise<string>
  /** A trigger_id for something Anna just did. */
  trigger(): Promise<string>
  /** The app opens a modal for Anna; the view as Slack answers it. */
  open(view?: object): Promise<Json>
  /** The events of this type that came to the app until now. */
  told(type: string): Promise<Json[]>
  /** The payload that came to the app last. */
  last(): Json
  /** Tells the app's socket to answer so from now on. */
  answer(payload: object): void
  /** Uploads three bytes; the id, before the upload is completed. */
  upload(): Promise<string>
  stop(): Promise<void>
}

export const start = Date.UTC(2026, 4, 11, 7)

export const seed: Seed = {
  bot: { unfurlDomains: ['example.com'] },
  users: [
    { id: 'U0ANNA0001', name: 'anna', title: 'Sales', email: 'anna@example.com', locale: 'nl-NL', admin: true },
    { id: 'U0BRAM0001', name: 'bram' },
    { id: 'U0GUEST001', name: 'guest', ultraRestricted: true },
    { id: 'U0GONE0001', name: 'gone', email: 'gone@example.com', deleted: true },
    { id: 'U0OTHER001', name: 'other', stranger: true },
    { id: 'U0SECRET01', name: 'secret', hidden: true },
    { id: 'U0PARTNER1', name: 'partner', team: 'T0PARTNER1' },
  ],
  channels: [
    { id: 'C0OPEN0001', name: 'open', members: ['anna', 'bram'] },
    { id: 'C0PRIVATE1', name: 'private', private: true, members: ['anna'] },
    { id: 'C0SHARED01', name: 'shared', extShared: true, members: ['anna', 'partner'] },
    { id: 'C0AWAY0001', name: 'away', bot: false, members: ['anna'] },
    { id: 'C0HIDDEN01', name: 'hidden', private: true, bot: false, members: ['anna'] },
    { id: 'C0OLD00001', name: 'old', archived: true },
  ],
  usergroups: [{ id: 'S0SALES001', handle: 'sales', members: ['anna'] }],
}

/** Without `chat:write.public`, so that membership decides. */
export async function buildStage(scopes: readonly string[]): Promise<Stage> {
  const clock = travelClock(start)
  const slack = await startSlack({ seed, clock, scopes })
  let socket: RawSocket | undefined
  let answer: object = {}
  const app = async () => {
    socket ??= await openSocket(slack, () => answer)
    return socket
  }
  const stage: Stage = {
    slack,
    workspace: slack.workspace,
    clock,
    call: async (method, args = {}, token) => {
      const { body } = await call(slack, method, args, token)
      return { method, ok: body.ok === true, error: body.error === undefined ? undefined : String(body.error), body }
    },
    post: async (args = {}) => {
      const { body, error } = await stage.call('chat.postMessage', { channel: open, text: 'Hello', ...args })
      if (error) throw new Error(`Not posted: ${error}`)
      return String(body.ts)
    },
    trigger: async () => {
      const { got } = await app()
      await slack.person('anna').shortcut('any')
      return String(got.at(-1)?.payload.trigger_id)
    },
    open: async (view = modal()) => {
      const { body, error } = await stage.call('views.open', { trigger_id: await stage.trigger(), view })
      if (error) throw new Error(`Not opened: ${error}`)
      return body.view as Json
    },
    told: async (type) => {
      const { got } = await app()
      await slack.settled()
      return got.map((one) => one.payload.event as Json | undefined).filter((event) => event?.type === type) as Json[]
    },
    last: () => socket?.got.at(-1)?.payload ?? {},
    answer: (payload) => {
      answer = payload
    },
    upload: async () => {
      const { body } = await stage.call('files.getUploadURLExternal', { filename: 'a.csv', length: 3 })
      await fetch(String(body.upload_url), { method: 'POST', body: 'a,b' })
      return String(body.file_id)
    },
    stop: async () => {
      socket?.close()
      await slack.stop()
    },
  }
  return stage
}

export const open = 'C0OPEN0001'
export const nowhere = 'C0NOWHERE1'
export const noTs = '1.000001'
export const long = (length: number) => 'x'.repeat(length)
export const words = (text: string) => ({ type: 'plain_text', text })
export const section = { type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }
export const field = {
  type: 'input',
  block_id: 'name',
  label: words('Name'),
  element: { type: 'plain_text_input', action_id: 'a' },
}
export const modal = (more: object = {}) => ({
  type: 'modal',
  title: words('Title'),
  submit: words('Go'),
  blocks: [field],
  ...more,
})
export const home = (more: object = {}) => ({ type: 'home', blocks: [section], ...more })
export const key = { event_type: 'key', event_payload: { key: '1' } }
