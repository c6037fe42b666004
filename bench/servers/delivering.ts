/**
 * One replica that delivers: it warms up, is told where and from when on to measure, and reports when it is told to stop.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import { constants } from '../../src/platform/delivery/constants.ts'
import { createDelivery } from '../../src/platform/delivery/loop.ts'
import type { Message } from '../../src/platform/feature.ts'
import { silentLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { type Lateness, watchEventLoop } from '../event-loop.ts'
import { meterStatements, type StatementTime } from '../statement-meter.ts'

export interface DeliveringOrders {
  url: string
  slack: { apiUrl: string; botToken: string }
  /** The storm breaks then: epoch milliseconds. */
  dueAt: number
  batch: number
}

export interface DeliveringReport {
  late: Lateness
  elapsedMs: number
  cpuMs: number
  /** While at least one statement ran. */
  databaseMs: number
  statements: StatementTime[]
}

const meter = meterStatements()
const loop = watchEventLoop()
process.once('message', (orders: DeliveringOrders) => void work(orders))
process.send?.({ warm: true })

async function work({ url, slack, dueAt, batch }: DeliveringOrders): Promise<void> {
  const database = await openDatabase(url, systemClock.now())
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log: silentLog })
  const delivery = createDelivery({
    db: database.db,
    engine: database.engine,
    slack: clients,
    clock: systemClock,
    log: silentLog,
    messages: { 'bench:words': words },
    schedules: {},
    jobs: [],
    constants: { ...constants, batch },
  })
  delivery.start()
  process.once('message', async () => {
    const report = measured()
    await delivery.stop()
    await database.close()
    process.send?.(report)
    process.disconnect?.()
  })
  if (dueAt < systemClock.now()) throw new Error('The storm broke before the replica was ready')
  process.send?.({ working: true })
  await pause(dueAt - systemClock.now() - 20)
  begin()
}

let cpu = process.cpuUsage()
let began = 0

function begin(): void {
  cpu = process.cpuUsage()
  began = performance.now()
  meter.reset()
  loop.reset()
}

function measured(): DeliveringReport {
  const { user, system } = process.cpuUsage(cpu)
  const { busyMs, statements } = meter.read()
  const elapsedMs = performance.now() - began
  return { late: loop.read(), elapsedMs, cpuMs: (user + system) / 1000, databaseMs: busyMs, statements }
}

const words: Message = {
  async render(_db, { about }) {
    const text = `Good morning. What will you work on together this week? ${about.text ?? ''}`
    return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }
  },
}
