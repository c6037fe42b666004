import type { TroubleCard } from '../page/wire.ts'
import type { Slack } from '../server/start.ts'

/** What goes wrong in the workspace because somebody asked for it. */
export interface Trouble {
  /** Slack answers nothing and no socket stands. */
  outage(on: boolean): void
  /** Slack's published rate limits are kept. */
  limits(on: boolean): void
  /** On: one more of the next posts will stand in Slack without the app being told. Off: none. */
  lostAnswer(on: boolean): void
  /** Lifts everything. */
  clear(): void
  card(): TroubleCard
}

const posting = 'chat.postMessage'

export function createTrouble(slack: Pick<Slack, 'fault' | 'faults' | 'limit' | 'sockets'>): Trouble {
  let liftOutage: (() => void) | undefined
  let liftLost: (() => void)[] = []
  let limited = false

  const lostAnswers = () =>
    slack
      .faults()
      .filter(({ rule }) => rule.kind === 'dropAfter' && rule.method === posting)
      .reduce((sum, { left }) => sum + left, 0)

  function loseAnswers(count: number): void {
    for (const lift of liftLost) lift()
    liftLost = Array.from({ length: count }, () => slack.fault({ kind: 'dropAfter', method: posting, times: 1 }))
  }

  function outage(on: boolean): void {
    if (on === (liftOutage !== undefined)) return
    liftOutage?.()
    liftOutage = undefined
    if (!on) return
    // The first rule that fits strikes: in an outage no post may stand in Slack.
    const lost = lostAnswers()
    liftOutage = slack.fault({ kind: 'status', status: 503 })
    loseAnswers(lost)
    slack.sockets.kill('all')
  }

  function limits(on: boolean): void {
    limited = on
    slack.limit(on ? 'published' : 'off')
  }

  return {
    outage,
    limits,
    lostAnswer: (on) => loseAnswers(on ? lostAnswers() + 1 : 0),
    clear() {
      outage(false)
      limits(false)
      loseAnswers(0)
    },
    card: () => ({
      outage: liftOutage !== undefined,
      limits: limited,
      lostAnswers: lostAnswers(),
      sockets: slack.sockets.count,
    }),
  }
}
