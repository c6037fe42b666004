import { WebAPIPlatformError } from '@slack/web-api'
import { type AnswerClass, classify } from '../answer.ts'

/** Why something was not held or said, in plain words, by how it is kept. */
const reasons: Record<string, string> = {
  'day off': 'it is a day off',
  'joins next': 'it moved from a day off onto the next date, and joined that',
  exception: 'somebody decided to skip this date',
  collapsed: 'several dates had passed while Rondo was down, and only the latest is held',
  'no time': 'there was not enough time left to answer before the next date',
  nobody: 'there was nobody to ask: everybody was away, or there is nobody in the teams',
  gone: 'what it belongs to does not exist any more',
  'nothing due': 'nothing waited for them',
  'not at work': 'their working day was over, or they were away',
  'no longer theirs': 'it was no longer theirs to decide',
  decided: 'somebody had decided already',
  'left by a person': 'a team lead left it as it is',
  message_not_found: 'the message was removed from Slack',
}

/** @param reason as it is kept with an occurrence or a delivery */
export function reasonInWords(reason: string): string {
  const parent = /^its message is (\w+)$/.exec(reason)
  if (parent) return `the message it belongs to was not said (${parent[1]})`
  return reasons[reason] ?? reason
}

/** What kind of trouble a kept code stands for. */
export type TroubleKind = AnswerClass | 'outage' | 'wording'

export function troubleOf(code: string): TroubleKind {
  if (code === 'error') return 'wording'
  // Codes of the network and of HTTP are kept as they came; those of Slack are lower case.
  if (code === 'Slack is down' || /^http_5\d\d$/.test(code) || /^E[A-Z]+|^UND_/.test(code)) return 'outage'
  const answer = classify(new WebAPIPlatformError({ ok: false, error: code }))
  return answer.outage ? 'outage' : answer.class
}
