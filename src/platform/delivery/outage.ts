import type { Answer } from './answer.ts'
import { closeGate } from './gates.ts'
import type { Tools } from './tools.ts'

/** Notices that Slack as a whole is in trouble, so that a whole morning's messages do not have to find out one by one. */
export interface Outage {
  /** How a call ended. */
  note(workspaceId: string, answer: 'fine' | Answer): void
  isDown(workspaceId: string): boolean
  /** Asks Slack, where it is down and was not asked of late, with a call that changes nothing. Before anything is taken up. */
  probe(): Promise<void>
}

/** So many calls in a row must end badly: single ones do so every day. */
const badInARow = 5

/**
 * While Slack is down, nothing more goes on the wire, so nothing more becomes unclear; the gate of the workspace, which all
 * replicas share, stays closed and opens a little every now and then.
 */
export function createOutage({
  db,
  clock,
  log,
  slack,
  constants,
}: Pick<Tools, 'db' | 'clock' | 'log' | 'slack' | 'constants'>): Outage {
  const bad = new Map<string, number>()
  const askAfter = new Map<string, number>()
  const isDown = (workspaceId: string) => (bad.get(workspaceId) ?? 0) >= badInARow

  return {
    note(workspaceId, answer) {
      const count = answer === 'fine' || !answer.outage ? 0 : (bad.get(workspaceId) ?? 0) + 1
      bad.set(workspaceId, count)
      if (count === badInARow) log.warn({ workspace: workspaceId }, 'Slack is down: messages wait until it answers')
    },
    isDown,
    async probe() {
      const due = [...bad.keys()].filter((id) => isDown(id) && (askAfter.get(id) ?? 0) <= clock.now())
      await Promise.all(due.map(ask))
    },
  }

  async function ask(workspaceId: string): Promise<void> {
    const answered = await slack.read.api.test({}).then(
      () => true,
      () => false,
    )
    if (answered) {
      bad.delete(workspaceId)
      askAfter.delete(workspaceId)
      return log.info({ workspace: workspaceId }, 'Slack answers again')
    }
    const again = clock.now() + constants.outageRestMs
    askAfter.set(workspaceId, again)
    await closeGate(db, workspaceId, again)
  }
}
