import type { Slack } from '../../src/playground/server/start.ts'

export interface Called {
  status: number
  headers: Headers
  // What Slack answers has no shape that the compiler could know.
  body: Record<string, unknown>
}

/** Calls a method of the stand-in as a program without an SDK does. */
export async function call(slack: Slack, method: string, args: object = {}, token = slack.botToken): Promise<Called> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  })
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}
