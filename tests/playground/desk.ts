import { afterEach, beforeEach, expect } from 'vitest'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import type { Person } from '../../src/playground/server/people/person.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { call } from './call.ts'
import { type Answerer, openSocket, type RawSocket } from './raw-app.ts'

const seed = {
  users: [
    { id: 'U0ANNA0001', name: 'anna', realName: 'Anna de Wit' },
    { id: 'U0BRAM0001', name: 'bram' },
    { id: 'U0GUEST001', name: 'guest', ultraRestricted: true },
  ],
  channels: [
    { id: 'C0OPEN0001', name: 'open', members: ['anna', 'bram'] },
    { id: 'C0PRIVATE1', name: 'private', private: true, members: ['anna'] },
  ],
}

/** A stand-in with an app that does what a test tells it to. */
export interface Desk {
  readonly slack: Slack
  readonly clock: TravelClock
  readonly socket: RawSocket
  readonly anna: Person
  /** What the app answers from now on; an empty acknowledgement at first. */
  answer: Answerer
  /** The payload the app got last. */
  last(): Record<string, unknown>
  /** What the app posted in #open. */
  post(blocks: object[], more?: object): Promise<Message>
  /** Anna does something, so that there is a trigger. */
  trigger(): Promise<string>
  /** The app opens a modal for Anna. */
  open(view: object): Promise<void>
}

/** A fresh desk for each test of the file. */
export function useDesk(): Desk {
  let slack: Slack
  let socket: RawSocket
  const clock = travelClock(Date.UTC(2026, 4, 11, 7))
  const desk: Desk = {
    clock,
    get slack() {
      return slack
    },
    get socket() {
      return socket
    },
    get anna() {
      return slack.person('anna')
    },
    answer: () => ({}),
    last: () => socket.got.at(-1)?.payload ?? {},
    post: async (blocks, more = {}) => {
      await call(slack, 'chat.postMessage', { channel: 'C0OPEN0001', text: 'Text', blocks, ...more })
      return slack.messages('open').at(-1) ?? expect.unreachable('nothing was posted')
    },
    trigger: async () => {
      await desk.anna.shortcut('any')
      return String(desk.last().trigger_id)
    },
    open: async (view) => {
      const { body } = await call(slack, 'views.open', { trigger_id: await desk.trigger(), view })
      expect(body).toMatchObject({ ok: true })
    },
  }
  beforeEach(async () => {
    desk.answer = () => ({})
    slack = await startSlack({ seed, clock, botEvents: ['app_home_opened'] })
    socket = await openSocket(slack, (envelope) => desk.answer(envelope))
  })
  afterEach(() => slack.stop())
  return desk
}

export const plain = (text: string) => ({ type: 'plain_text', text })
export const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain('Go'),
  ...more,
})
export const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'row', elements })
export const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(`Label of ${block_id}`),
  element: { action_id: 'a', ...element },
  ...more,
})
export const typed = { type: 'plain_text_input' }
export const options = ['One', 'Two', 'Three'].map((words) => ({ text: plain(words), value: words.toLowerCase() }))
export const modal = (callback_id: string, blocks: object[] = [input('name', typed)], more: object = {}) => ({
  type: 'modal',
  callback_id,
  title: plain('Title'),
  submit: plain('Go'),
  blocks,
  ...more,
})

/** What every interaction of Anna's tells about her and the app. */
export const introduction = {
  user: { id: 'U0ANNA0001', username: 'anna', name: 'anna', team_id: 'T0PLAY0001' },
  team: { id: 'T0PLAY0001', domain: 'playground' },
  api_app_id: 'A0PLAYAPP1',
  token: expect.any(String),
  enterprise: null,
  is_enterprise_install: false,
}
