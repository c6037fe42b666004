/** The answered path: what Slack waits for an answer to. Decided and stored before it is acknowledged. */

import { homeActed } from '../home-views.ts'
import type { Language } from '../i18n.ts'
import type { Answer, Submission } from '../interaction.ts'
import type { Arrival } from './arrival.ts'
import { modal, said } from './blocks.ts'
import { report } from './error-edge.ts'
import { fieldsOf } from './fields.ts'
import { nameOf, personOf, tell } from './handle.ts'
import { firstTime, forget, isKnown } from './inbox.ts'
import { follow, type Origin, openedFrom, readMetadata } from './lists.ts'
import * as messages from './messages.ts'
import type { SubmissionBody } from './payloads.ts'
import type { Surroundings } from './surroundings.ts'
import { fillWindow } from './windows.ts'
import { asTyped } from './words.ts'

type Submitted = Extract<Arrival, { kind: 'submission' }>
type Suggested = Extract<Arrival, { kind: 'suggestion' }>

/** What Slack is told; undefined closes the window. */
export type Reply = Record<string, unknown> | undefined

/** Never rejects: trouble is shown in the window, which keeps what was typed. */
export async function answerSubmission(arrival: Submitted, around: Surroundings): Promise<Reply> {
  let language: Language = 'en'
  try {
    const person = await personOf(arrival, around)
    if (!person) return undefined
    language = person.language
    return await submit(arrival, person, around)
  } catch (error) {
    const sentence = report(around.log, nameOf(arrival), error)
    return inWindow(arrival.body, sentence(language), language)
  }
}

async function submit(arrival: Submitted, person: Submission['person'], around: Surroundings): Promise<Reply> {
  const { db, log, clients, clock, registry } = around
  const { body, key } = arrival
  const listener = registry.view(body.view.callback_id)
  if (!listener) return undefined
  const stored = registry.wants(arrival) === 'stored'
  if (stored && (await isKnown(db, key))) return undefined

  const now = clock.now()
  const { metadata, list } = readMetadata(body.view.private_metadata)
  const refusal = await listener.may.refuse(db, { person, value: metadata }, now)
  if (refusal !== undefined) return inWindow(body, refusal, person.language)

  const seen = { now: false, before: false }
  const once: Submission['once'] = (effect) =>
    db.transaction().execute(async (trx) => {
      if (stored && !(await firstTime(trx, key, 'submission', now))) {
        seen.before = true
        return undefined
      }
      const result = await effect(trx)
      seen.now = true
      return result
    })
  const { id, hash, state } = body.view
  const view = { id, hash }
  const fields = fieldsOf(state)
  const fill: Submission['fill'] = (externalId, filled) =>
    fillWindow(clients.read, externalId, openedFrom(list, filled))
  const request = { db, slack: clients.read, log, now, person }
  const answer = await listener.submit({ ...request, view, metadata, fields, once, fill })
  if (seen.before) return undefined
  if (seen.now) await homeActed(db, person.id, now)
  // The window stays open, or is come back to: the same view will be sent again and must count then.
  if (stored && seen.now && ('errors' in answer || 'push' in answer)) await forget(db, key)
  const { after } = answer
  if (after) around.afterwards(() => finish(arrival, after, person.language, around))
  if (seen.now) around.afterwards(() => follow(list, () => personOf(arrival, around), now, around))
  return toReply(answer, list)
}

async function finish(
  arrival: Submitted,
  task: () => Promise<void>,
  language: Language,
  around: Surroundings,
): Promise<void> {
  try {
    await task()
  } catch (error) {
    const sentence = report(around.log, nameOf(arrival), error)
    const place = { responseUrl: undefined, channelId: undefined, threadTs: undefined, userId: arrival.body.user.id }
    await tell({ place }, sentence(language), around)
  }
}

function toReply(answer: Answer, list: Origin | undefined): Reply {
  if ('close' in answer) return answer.close === 'all' ? { response_action: 'clear' } : undefined
  if ('errors' in answer) return { response_action: 'errors', errors: answer.errors }
  if ('show' in answer) return { response_action: 'update', view: openedFrom(list, answer.show) }
  return { response_action: 'push', view: openedFrom(list, answer.push) }
}

/**
 * Under the first input, so that nothing they typed is lost; a window without inputs makes way.
 * @param sentence mrkdwn; what stands under an input is plain text
 */
function inWindow(body: SubmissionBody, sentence: string, language: Language): Reply {
  const input = body.view.blocks.find((block) => block.type === 'input')?.block_id
  if (input !== undefined) return { response_action: 'errors', errors: { [input]: asTyped(sentence) } }
  const title = messages.notPossible(language)
  const { blocks } = said(sentence)
  return {
    response_action: 'update',
    view: modal({ id: 'slack:trouble', title, close: messages.close(language), blocks }),
  }
}

/** Never rejects: a list that cannot be made is an empty one. */
export async function answerSuggestion(arrival: Suggested, around: Surroundings): Promise<Reply> {
  const { db, log, clients, clock, registry } = around
  try {
    const listener = registry.options(arrival.body.action_id)
    const person = await personOf(arrival, around)
    if (!listener || !person) return { options: [] }
    const now = clock.now()
    const value = readMetadata(arrival.body.view?.private_metadata ?? '').metadata
    if ((await listener.may.refuse(db, { person, value }, now)) !== undefined) return { options: [] }
    const options = await listener.suggest({ db, slack: clients.read, log, now, person, typed: arrival.body.value })
    return { options: options.slice(0, 100) }
  } catch (error) {
    report(log, nameOf(arrival), error)
    return { options: [] }
  }
}
