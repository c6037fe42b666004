import { setTimeout as pause } from 'node:timers/promises'
import { isJson, type Json, parseJson } from '../../src/playground/json.ts'
import type { Payload } from './payload.ts'

/** What a blocks.validate says of a payload: nothing wrong, or what. */
export type Verdict = { ok: true } | { ok: false; error: string; reasons: string[] }

export interface Comparison {
  payload: Payload
  agree: boolean
  slack: Verdict
  ours: Verdict
}

/** There is no verdict: nobody answers there, or something else is wrong than the payload. */
export class NoVerdict extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NoVerdict'
  }
}

/** Slack asks for patience; more often than this it does not mean it. */
const mostWaits = 10
const timeoutMs = 30_000

/**
 * Asks both about each payload, one after the other.
 * @param slackUrl where Slack's methods are, with the last slash @param ourUrl where the stand-in's are
 * @throws NoVerdict
 */
export async function* compare(payloads: Payload[], slackUrl: string, ourUrl: string): AsyncGenerator<Comparison> {
  for (const payload of payloads) {
    const slack = await ask(slackUrl, payload)
    const ours = await ask(ourUrl, payload)
    yield { payload, slack, ours, agree: slack.ok === ours.ok }
  }
}

async function ask(url: string, { argument, content }: Payload, waits = 0): Promise<Verdict> {
  const response = await fetch(new URL('blocks.validate', url), {
    method: 'POST',
    body: new URLSearchParams({ [argument]: JSON.stringify(content) }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new NoVerdict(`Nobody answers at ${url}; is there a network?`, { cause: error })
  })
  const body = parseJson(await response.text())
  if (response.status === 429 && waits < mostWaits) {
    await pause(Number(response.headers.get('retry-after') ?? 1) * 1000)
    return ask(url, { argument, content, from: '', test: '' }, waits + 1)
  }
  const verdict = response.ok && isJson(body) ? toVerdict(body) : undefined
  if (verdict) return verdict
  const answered = isJson(body) && typeof body.error === 'string' ? body.error : `status ${response.status}`
  throw new NoVerdict(`${url} does not judge blocks: it answers ${answered}.`)
}

const verdicts = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_message',
  'invalid_view',
  'msg_blocks_too_long',
  'view_too_large',
])

function toVerdict({ ok, error, errors, response_metadata: more }: Json): Verdict | undefined {
  if (ok === true) return { ok: true }
  if (typeof error !== 'string' || !verdicts.has(error)) return undefined
  const messages = isJson(more) && Array.isArray(more.messages) ? more.messages : []
  const reasons = (Array.isArray(errors) ? errors : messages).map(toReason)
  return { ok: false, error, reasons }
}

function toReason(given: unknown): string {
  if (!isJson(given)) return String(given)
  const { message, pointer, code } = given
  return `${message ?? code} [${pointer ?? '?'}]`
}
