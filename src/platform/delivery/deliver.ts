import type { Answer } from './answer.ts'
import { pauseScope } from './gates.ts'
import { type Diversion, diversionOf, diverted } from './pilot.ts'
import { findPlace, type Place } from './place.ts'
import type { DeliveryRow } from './row.ts'
import { doubt, fail, markOnWire, noteSent, noteShown, putBack, putOff, refused, skip } from './states.ts'
import { heed, retryAt, stepOf, type Tools } from './tools.ts'
import { send } from './wire.ts'
import { fromPayload, inPlainText, shownNow, toPayload, word } from './wording.ts'

/** Brings one claimed delivery as far as it gets: worded, marked, sent, noted. Trouble of one never reaches another. */
export async function deliver(tools: Tools, row: DeliveryRow): Promise<void> {
  await tools.point('claimed')
  const parent = row.parent_id === null ? undefined : await getRow(tools, row.parent_id)
  if (parent && parent.state !== 'sent') return void (await skip(stepOf(tools), row, `its message is ${parent.state}`))

  const diversion = await diversionOf(tools, row, parent)
  const payload = await prepare(tools, row, parent, diversion)
  if (payload === undefined) return
  const pilot = diversion?.pilot
  const found = await findPlace(tools, row, parent, pilot)
  if ('refusal' in found) return refusedBefore(tools, row, found.refusal)
  await tools.point('worded')
  const hindrance = tools.stopping() ? 'stopping' : tools.outage.isDown(row.workspace_id) ? 'Slack is down' : undefined
  if (hindrance !== undefined) return void (await putBack(stepOf(tools), row, row.run_after, hindrance))

  const mark = await markOnWire(tools, row, { payload, channelId: found.ok.channelId, pilot }, tools.constants)
  if ('closedUntil' in mark) return void (await putBack(stepOf(tools), row, mark.closedUntil, 'gate closed'))
  if ('onWire' in mark) await transmit(tools, mark.onWire, found.ok, mark.since)
}

/** The words to send; undefined when there is nothing to send now. What had to become plain text stays as it is. */
async function prepare(
  tools: Tools,
  row: DeliveryRow,
  parent: DeliveryRow | undefined,
  diversion: Diversion | undefined,
): Promise<string | undefined> {
  if (row.payload !== null && row.kind !== 'update') return row.payload
  const wording = await word(tools, row, parent)
  if ('skip' in wording) return void (await skip(stepOf(tools), row, wording.skip))
  if ('later' in wording) return void (await putBack(stepOf(tools), row, wording.later, 'not yet'))
  const worded = toPayload(diversion ? diverted(wording, diversion.line) : wording)
  if (row.kind !== 'update') return worded
  const payload = asItsMessage(worded, parent)
  // After a restore nobody knows what the message shows.
  if (tools.restored || payload !== shownNow(row, parent)) return payload
  return void (await noteShown(stepOf(tools), row, { payload, how: 'unchanged' }, tools.constants))
}

/** A message that had to become plain text is changed in plain text, too. */
function asItsMessage(payload: string, parent: DeliveryRow | undefined): string {
  const plain = typeof parent?.payload === 'string' && fromPayload(parent.payload).blocks.length === 0
  return plain ? (inPlainText(payload) ?? payload) : payload
}

async function transmit(
  tools: Tools,
  row: DeliveryRow,
  place: Place,
  since: { wall: number; monotonic: number },
): Promise<void> {
  await tools.point('on the wire')
  // A process that stood still here may be behind those who already look for what it marked. One clock tells of a sleep, the
  // other where somebody set the first.
  const { clock, constants } = tools
  const passedMs = Math.max(clock.now() - since.wall, clock.monotonic() - since.monotonic)
  const stoodStill = passedMs > constants.guardMs - constants.httpTimeoutMs
  if (stoodStill) return void (await refused(stepOf(tools), row, { runAfter: row.run_after, code: 'stood still' }))
  const answer = await send(tools, row, place)
  await tools.point('answered')
  tools.outage.note(row.workspace_id, 'refusal' in answer ? answer.refusal : 'fine')
  if ('refusal' in answer) await refusedAfter(tools, row, answer.refusal)
  else await stands(tools, row, answer.ok)
  await tools.point('noted')
}

async function stands(
  tools: Tools,
  row: DeliveryRow,
  { channelId, ts }: { channelId: string; ts: string },
): Promise<void> {
  if (row.kind === 'update') {
    await noteShown(stepOf(tools), row, { payload: row.payload ?? '', how: 'changed' }, tools.constants)
  } else {
    await noteSent(stepOf(tools), row, { channelId, ts, how: 'posted' }, tools.messages[row.what]?.sent)
  }
}

/** A call that only prepares was refused: nothing can have been said. */
async function refusedBefore(tools: Tools, row: DeliveryRow, answer: Answer): Promise<void> {
  report(tools, row, answer)
  tools.outage.note(row.workspace_id, answer)
  if (answer.class === 'recipient') return void (await fail(stepOf(tools), row, answer.code))
  await heed(tools, answer, row.workspace_id)
  await putOff(stepOf(tools), row, retryAt(tools, row.attempts + 1, answer), answer.code)
}

/** The message itself was refused, or its answer is unclear. */
async function refusedAfter(tools: Tools, row: DeliveryRow, answer: Answer): Promise<void> {
  report(tools, row, answer)
  const step = stepOf(tools)
  const { code } = answer
  switch (answer.class) {
    case 'unsure':
      return void (await unclear(tools, row, code))
    case 'later':
    case 'workspace':
      await heed(tools, answer, answer.class === 'later' ? pauseScope(row) : row.workspace_id)
      return void (await refused(step, row, { runAfter: retryAt(tools, row.attempts, answer), code }))
    case 'payload':
      return void (await tryPlainText(tools, row, code))
    case 'recipient':
      if (code === 'message_not_found') return void (await skip(step, row, code))
      // Once: the next try joins first, and being refused again then is the end of it.
      if (code === 'not_in_channel' && row.kind === 'post' && row.reason !== code) {
        return void (await refused(step, row, { runAfter: step.now, code }))
      }
      return void (await fail(step, row, code))
  }
}

/** A message is looked for before it is sent again. An update may be repeated, once an older one can no longer come after it. */
function unclear(tools: Tools, row: DeliveryRow, code: string): Promise<boolean> {
  const step = stepOf(tools)
  const settledAt = step.now + tools.constants.settleMs
  return row.kind === 'update' ? refused(step, row, { runAfter: settledAt, code }) : doubt(step, row, settledAt, code)
}

function tryPlainText(tools: Tools, row: DeliveryRow, code: string): Promise<boolean> {
  const step = stepOf(tools)
  const payload = row.kind === 'update' ? undefined : inPlainText(row.payload ?? '')
  return payload === undefined ? fail(step, row, code) : refused(step, row, { runAfter: step.now, code, payload })
}

/** What is said never reaches the log; the code does. */
function report({ log }: Tools, row: DeliveryRow, { code, class: answerClass }: Answer): void {
  const fields = { delivery: row.id, workspace: row.workspace_id, code, attempts: row.attempts }
  if (answerClass === 'later') log.info(fields, 'Slack asks a delivery to wait')
  else log.warn(fields, 'a delivery was not taken')
}

function getRow({ db }: Tools, id: string): Promise<DeliveryRow> {
  return db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
