/** A process that delivers in real time until it is killed. It warms up, waits for its orders, and reports what is left to do. */
import { flushCompileCache } from 'node:module'
import { sql } from 'kysely'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import type { Constants } from '../../src/platform/delivery/constants.ts'
import { createDelivery } from '../../src/platform/delivery/loop.ts'
import type { Message } from '../../src/platform/feature.ts'
import { createLog } from '../../src/platform/log.ts'
import type { SlackClients } from '../../src/platform/slack/client.ts'
import { shortTempered } from './delivery-slack.ts'

export interface Orders {
  url: string
  slack: { apiUrl: string; botToken: string }
  constants: Constants
  /** Takes every look for a clean one: what is unclear is repeated blindly. */
  blind: boolean
}

export type Report = { is: 'warm' } | { is: 'working' } | { is: 'open'; count: number }

process.on('disconnect', () => process.exit())
process.once('message', (orders) => void work(orders as Orders))
// It will not live to do so at its end.
flushCompileCache()
report({ is: 'warm' })

async function work({ url, slack, constants, blind }: Orders): Promise<void> {
  const log = createLog('silent')
  const { db, engine } = await openDatabase(url, systemClock.now())
  const clients = shortTempered(slack, log, constants.httpTimeoutMs)
  const tools = { db, engine, clock: systemClock, log, messages: { 'test:text': text }, schedules: {}, jobs: [] }
  createDelivery({ ...tools, slack: blind ? seeingNothing(clients) : clients, constants }).start()
  report({ is: 'working' })
  const countOpen = db
    .selectFrom('delivery')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', 'not in', ['sent', 'skipped', 'failed', 'unknown'])
  setInterval(async () => report({ is: 'open', count: (await countOpen.executeTakeFirstOrThrow()).count }), 100)
}

const text: Message = {
  render: async (_db, { about }) => ({ text: about.text ?? '', blocks: [] }),
}

function seeingNothing(clients: SlackClients): SlackClients {
  const nothing = async () => ({ ok: true, messages: [], has_more: false })
  Object.assign(clients.read.conversations, { history: nothing, replies: nothing })
  return clients
}

function report(said: Report): void {
  process.send?.(said)
}
