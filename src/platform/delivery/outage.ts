import type { Answer } from './answer.ts'
import { closeGate } from './gates.ts'
import type { Tools } from './tools.ts'

/** Notices that Slack as a whole is in trouble, so that a whole morning's messages do not have to find out one by one. */
export interface Outage {
  /** How a call ended. */
  note(workspaceId: string, answer: 'fine' | Answer): void
  /** Whether Slack may be called. While it is down, it is asked first with a call that changes nothing. */
  isOver(workspaceId: string): Promise<boolean>
}

/** So many calls in a row must end badly: single ones do so every day. */
const badInARow = 5

/**
 * While Slack is down, nothing goes on the wire, so nothing becomes unclear; the gate of the workspace, which all replicas
 * share, opens a little every now and then for one question.
 */
export function createOutage({
  db,
  clock,
  log,
  slack,
  constants,
}: Pick<Tools, 'db' | 'clock' | 'log' | 'slack' | 'constants'>): Outage {
  const bad = new Map<string, number>()
  const asking = new Map<string, Promise<boolean>>()
  const isDown = (workspaceId: string) => (bad.get(workspaceId) ?? 0) >= badInARow

  return {
    note(workspaceId, answer) {
      const count = answer === 'fine' || !answer.outage ? 0 : (bad.get(workspaceId) ?? 0) + 1
      bad.set(workspaceId, count)
      if (count === badInARow) log.warn({ workspace: workspaceId }, 'Slack is down: messages wait until it answers')
    },
    async isOver(workspaceId) {
      if (!isDown(workspaceId)) return true
      const question = asking.get(workspaceId) ?? ask(workspaceId).finally(() => asking.delete(workspaceId))
      asking.set(workspaceId, question)
      return question
    },
  }

  async function ask(workspaceId: string): Promise<boolean> {
    const answered = await slack.read.api.test({}).then(
      () => true,
      () => false,
    )
    if (answered) {
      bad.delete(workspaceId)
      log.info({ workspace: workspaceId }, 'Slack answers again')
    } else await closeGate(db, workspaceId, clock.now() + constants.outageRestMs)
    return answered
  }
}
