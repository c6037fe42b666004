/** A process that delivers in real time until it is killed. It warms up, waits for its orders, and reports what is left to do. */
import { flushCompileCache } from 'node:module'
import { openDatabase } from '../../src/platform/database/open.ts'
import { createDelivery } from '../../src/platform/delivery/loop.ts'
import { createLog } from '../../src/platform/log.ts'
import { askSlackTime } from '../../src/platform/slack/time.ts'
import { shortTempered } from '../support/delivery-slack.ts'
import { answering, countOpen, date, messages } from './feature.ts'
import { fastClock, hurried, real } from './pace.ts'

export interface Orders {
  url: string
  slack: { apiUrl: string; botToken: string }
  /** When the run began, by the machine's clock. */
  startedAt: number
  /** When the last date comes, by the run's clock. */
  end: number
}

export type Report = { is: 'warm' } | { is: 'working' } | { is: 'open'; count: number }

process.on('disconnect', () => process.exit())
process.once('message', (orders) => void work(orders as Orders))
// It will not live to do so at its end.
flushCompileCache()
report({ is: 'warm' })

async function work({ url, slack, startedAt, end }: Orders): Promise<void> {
  const clock = fastClock(startedAt)
  const log = createLog('silent')
  const { db, engine } = await openDatabase(url, clock.now())
  const feature = { messages, schedules: { 'chaos:date': date }, jobs: [answering] }
  const clients = shortTempered(slack, log, real.httpTimeout)
  const askTime = () => askSlackTime(slack.apiUrl)
  createDelivery({ db, engine, clock, log, ...feature, slack: clients, constants: hurried, askTime }).start()
  report({ is: 'working' })
  setInterval(() => void countOpen(db, end).then(tell, () => undefined), 200)
}

function tell(count: number): void {
  report({ is: 'open', count })
}

function report(said: Report): void {
  process.send?.(said)
}
