import { isJson, parseJson, strings, textOf } from '../../json.ts'
import type { Exchange } from '../wire.ts'

/** What Slack notes where the app did not take something it was brought. */
const notTaken = /^(connection_failed|http_error|http_timeout|too_many_redirects)$/

/** What was refused, failed or got lost in an exchange, in the words of whoever complained; undefined when all went well. */
export function complaintOf({ from, answer, status }: Exchange): string | undefined {
  const failed = status !== undefined && status >= 400
  const body = typeof answer === 'string' ? (parseJson(answer) ?? answer) : answer
  if (isJson(body) && body.ok === false) return withStatus(refusal(body), failed ? status : undefined)
  if (failed) return withStatus(typeof body === 'string' ? body : '', status)
  if (typeof body !== 'string' || body === '') return undefined
  if (from === 'slack') return notTaken.test(body) ? body : undefined
  return status === undefined ? body : undefined
}

function refusal(body: { [key: string]: unknown }): string {
  const metadata = isJson(body.response_metadata) ? body.response_metadata : {}
  const messages = strings(metadata.messages)
  const details = messages.length > 0 ? messages : strings(body.errors)
  const needed = textOf(body.needed)
  return [textOf(body.error) ?? 'ok: false', ...details, ...(needed ? [`needed: ${needed}`] : [])].join(' · ')
}

const withStatus = (words: string, status: number | undefined) =>
  [...(status === undefined ? [] : [`HTTP ${status}`]), ...(words === '' ? [] : [words])].join(' · ')

/** What to search an exchange by, in lower case. */
export function wordsIn({ what, request, answer, status }: Exchange): string {
  return `${what} ${status ?? ''} ${JSON.stringify(request) ?? ''} ${JSON.stringify(answer) ?? ''}`.toLowerCase()
}
