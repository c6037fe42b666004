import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.ts'
import type { Json } from '../json.ts'
import type { Activity } from './activity.ts'
import type { Faults } from './faults.ts'
import type { Traffic } from './traffic.ts'

/** What goes back to the app. */
export interface Reply {
  status: number
  /** A text, bytes, or what is sent as JSON. */
  body: unknown
  headers?: Record<string, string>
}

/** Something the app asks for over HTTP. */
export interface Act {
  /** As it stands in the traffic, and as faults name it. */
  what: string
  /** What it was asked with, without a token. */
  args: Json
  /** Does it. @param lagMs how much of the latest history is hidden */
  run(lagMs: number): Reply | Promise<Reply>
  /** Does nothing and says why, in the way that is usual here. @param retryAfter seconds */
  refuse(error: string, retryAfter?: number): Reply
}

export interface Stage {
  clock: Clock
  faults: Faults
  traffic: Traffic
  activity: Activity
}

/** Does what the app asked for and answers, or lets happen what a fault says. */
export async function perform(act: Act, response: ServerResponse, stage: Stage): Promise<void> {
  const fault = stage.faults.take(act.what, act.args, 'call')
  const note = (answer: string) => stage.traffic.add({ from: 'app', what: act.what, request: act.args, answer })
  const answer = (reply: Reply) => {
    const { status, body } = reply
    stage.traffic.add({ from: 'app', what: act.what, request: act.args, answer: shown(body), status })
    send(response, stage.clock, reply)
  }
  const done = async () => JSON.stringify(shown((await act.run(0)).body))
  switch (fault?.kind) {
    case 'error':
      return answer(act.refuse(fault.error))
    case 'retryAfter':
      return answer(act.refuse('ratelimited', fault.seconds))
    case 'status':
      return answer({ status: fault.status, body: 'The stand-in was asked to fail here.' })
    case 'dropBefore':
      note('connection broken, nothing done')
      return void response.destroy()
    case 'dropAfter':
      note(`done, connection broken: ${await done()}`)
      return void response.destroy()
    case 'neverAnswer':
      note(`done, never answered: ${await done()}`)
      return stage.activity.look()
    case 'commitLate': {
      const over = stage.activity.begin()
      response.destroy()
      await pause(fault.ms)
      note(`done ${fault.ms} ms after the connection broke: ${await done()}`)
      return over()
    }
    case 'delay':
      await pause(fault.ms)
  }
  answer(await act.run(fault?.kind === 'historyLag' ? fault.ms : 0))
}

/** Of a file, how much it is. */
const shown = (body: unknown): unknown => (body instanceof Uint8Array ? `${body.length} bytes` : body)

export function send(response: ServerResponse, clock: Clock, { status, body, headers }: Reply): void {
  const isText = typeof body === 'string'
  response.writeHead(status, {
    date: new Date(clock.now()).toUTCString(),
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    ...headers,
  })
  response.end(isText || body instanceof Uint8Array ? body : JSON.stringify(body))
}
