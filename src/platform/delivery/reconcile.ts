import { looksScope } from './gates.ts'
import { diversionOf } from './pilot.ts'
import { findPlace } from './place.ts'
import type { DeliveryRow } from './row.ts'
import { comeBack, giveUp, lookLater, noteAbsent, noteSent } from './states.ts'
import { heed, retryAt, stepOf, type Tools } from './tools.ts'
import { askAgain } from './undecided.ts'
import { look, type Sight } from './wire.ts'

/** Looks whether an unclear delivery stands in Slack. It is never sent again before it was looked for twice. */
export async function reconcile(tools: Tools, row: DeliveryRow): Promise<void> {
  await tools.point('looking')
  const { outage } = tools
  if (outage.isDown(row.workspace_id)) return void (await comeBack(stepOf(tools), row, row.run_after, 'Slack is down'))
  const sight = await sightOf(tools, row)
  await tools.point('looked')
  const step = stepOf(tools)
  outage.note(row.workspace_id, 'refusal' in sight ? sight.refusal : 'fine')
  if ('found' in sight) {
    await noteSent(step, row, { ...sight.found, how: 'found' }, tools.messages[row.what]?.sent)
    return
  }
  if ('absent' in sight) {
    const inVain = row.absent_looks > 0 && row.attempts >= tools.constants.mostAttempts
    await (inVain ? ask(tools, row, row.reason ?? 'never there') : noteAbsent(step, row, tools.constants))
    return
  }
  const { refusal } = sight
  const overdue = step.now - (row.wire_at ?? row.created_at) > tools.constants.unsureDeadlineMs
  if (overdue || refusal.class === 'recipient' || refusal.code === 'missing_scope') {
    await ask(tools, row, refusal.code)
    return
  }
  await heed(tools, refusal, refusal.class === 'workspace' ? row.workspace_id : looksScope(row.workspace_id))
  await lookLater(step, row, retryAt(tools, row.attempts, refusal), refusal.code)
}

/** Rondo cannot know; people can. */
async function ask(tools: Tools, row: DeliveryRow, code: string): Promise<void> {
  tools.log.error({ delivery: row.id, workspace: row.workspace_id, code }, 'a delivery may or may not stand in Slack')
  await giveUp(stepOf(tools), row, code)
  await askAgain(tools.db, row.id, tools.clock.now())
}

/** Where it went, or where it would go: after a restore that is not known yet. */
async function sightOf(tools: Tools, row: DeliveryRow): Promise<Sight> {
  const parent =
    row.parent_id === null
      ? undefined
      : await tools.db.selectFrom('delivery').selectAll().where('id', '=', row.parent_id).executeTakeFirstOrThrow()
  if (row.channel_id !== null) return look(tools, row, row.channel_id, parent?.ts ?? undefined)
  const pilot = (await diversionOf(tools, row, parent))?.pilot
  const place = await findPlace(tools, row, parent, pilot)
  if ('refusal' in place) return place
  const sight = await look(tools, row, place.ok.channelId, parent?.ts ?? undefined)
  return 'found' in sight ? { found: { ...sight.found, pilot } } : sight
}
