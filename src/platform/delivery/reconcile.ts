import { looksScope } from './gates.ts'
import type { DeliveryRow } from './row.ts'
import { giveUp, lookLater, noteAbsent, noteSent } from './states.ts'
import { heed, retryAt, stepOf, type Tools } from './tools.ts'
import { look } from './wire.ts'

/** Looks whether an unclear delivery stands in Slack. It is never sent again before it was looked for twice. */
export async function reconcile(tools: Tools, row: DeliveryRow): Promise<void> {
  await tools.point('looking')
  const channelId = row.channel_id ?? row.recipient
  const sight = await look(tools, row, channelId, await rootOf(tools, row))
  await tools.point('looked')
  const step = stepOf(tools)
  if ('found' in sight) {
    await noteSent(step, row, { ...sight.found, how: 'found' }, tools.messages[row.what]?.sent)
    return
  }
  if ('absent' in sight) {
    await noteAbsent(step, row, tools.constants)
    return
  }
  const { refusal } = sight
  const overdue = step.now - (row.wire_at ?? row.created_at) > tools.constants.unsureDeadlineMs
  if (overdue || refusal.class === 'recipient' || refusal.code === 'missing_scope') {
    tools.log.error(
      { delivery: row.id, workspace: row.workspace_id, code: refusal.code },
      'a delivery may or may not stand in Slack',
    )
    await giveUp(step, row, refusal.code)
    return
  }
  await heed(tools, refusal, refusal.class === 'workspace' ? row.workspace_id : looksScope(row.workspace_id))
  await lookLater(step, row, retryAt(tools, row.attempts, refusal), refusal.code)
}

async function rootOf({ db }: Tools, { kind, parent_id }: DeliveryRow): Promise<string | undefined> {
  if (kind !== 'reply' || parent_id === null) return undefined
  const parent = await db.selectFrom('delivery').select('ts').where('id', '=', parent_id).executeTakeFirstOrThrow()
  return parent.ts ?? undefined
}
