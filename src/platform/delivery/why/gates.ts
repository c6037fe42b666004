import type { Db } from '../../../../db/schema.ts'
import { looksScope, recipientScope, updatesScope } from '../gates.ts'
import { type Day, timeOn } from './day.ts'
import type { Recipient } from './question.ts'

/** A gate that is closed now. */
export interface ClosedGate {
  of: 'workspace' | 'recipient' | 'looks' | 'updates'
  workspaceId: string
  /** Epoch milliseconds. */
  until: number
}

/** The gates that keep messages from going there now. */
export async function closedGates(
  db: Db,
  { id }: Recipient,
  workspaceIds: Iterable<string>,
  now: number,
): Promise<ClosedGate[]> {
  const closed: ClosedGate[] = []
  for (const workspaceId of workspaceIds) {
    const scopes = {
      workspace: workspaceId,
      recipient: recipientScope({ workspace_id: workspaceId, recipient: id }),
      looks: looksScope(workspaceId),
      updates: updatesScope(workspaceId),
    }
    for (const which of ['workspace', 'recipient', 'looks', 'updates'] as const) {
      const query = db.selectFrom('gate').select('not_before').where('scope', '=', scopes[which])
      const gate = await query.where('not_before', '>', now).executeTakeFirst()
      if (gate) closed.push({ of: which, workspaceId, until: gate.not_before })
    }
  }
  return closed
}

/** A line for each. */
export function gateLines(gates: readonly ClosedGate[], day: Day): string[] {
  return gates.map(({ of, until }) => `${gateWords[of]} until ${timeOn(day, until)}`)
}

const gateWords: Record<ClosedGate['of'], string> = {
  workspace: 'closed for the whole workspace, where Slack asked for a pause, refuses Rondo or does not answer,',
  recipient: 'closed for this one, since messages keep a second apart,',
  looks: 'closed for looks, since Slack asked for a pause,',
  updates: 'closed for changes of messages, since Slack asked for a pause,',
}
