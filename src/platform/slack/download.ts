import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { classify } from './trouble.ts'

const timeoutMs = 10_000

export type Downloaded =
  | { ok: true; bytes: Uint8Array }
  /** It is gone, or not a file of Slack's own; it is larger than is wanted; or Slack did not give it. */
  | { ok: false; reason: 'gone' | 'too large' | 'no answer' }

/**
 * What is in a file that somebody gave Rondo. The token goes to an address of the configured Slack only, and never along to
 * another one (https://docs.slack.dev/reference/objects/file-object).
 * @param slack whose token and address it is fetched with; scope files:read
 * @param mostBytes what is larger is not read
 */
export async function download(slack: WebClient, fileId: string, mostBytes: number): Promise<Downloaded> {
  const about = await slack.files.info({ file: fileId }).catch((error: unknown) => {
    if (classify(error).kind === 'gone') return undefined
    throw error
  })
  const known = described.safeParse(about?.file)
  const address = known.data?.url_private_download ?? known.data?.url_private ?? ''
  if (!known.success || !isFileOf(slack.slackApiUrl, address)) return { ok: false, reason: 'gone' }
  if (known.data.size > mostBytes) return { ok: false, reason: 'too large' }
  return fetched(address, slack.token ?? '', mostBytes)
}

const described = z.object({
  size: z.number(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
})

/** Whether an address is one of a Slack's files: 'https://files.slack.com', of GovSlack 'https://files.slack-gov.com', of a stand-in its own. */
export function isFileOf(apiUrl: string, address: string): boolean {
  const { protocol, host, origin } = new URL(apiUrl)
  return [origin, `${protocol}//files.${host}`].includes(URL.parse(address)?.origin ?? '')
}

async function fetched(address: string, token: string, mostBytes: number): Promise<Downloaded> {
  try {
    const answered = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    // Who may not read a file is shown a page to sign in.
    const isPage = answered.headers.get('content-type')?.startsWith('text/html') ?? false
    if (answered.ok && !isPage && answered.body) return await upTo(mostBytes, answered.body)
    await answered.body?.cancel()
  } catch {
    // Refused, broken off or too slow: it comes to the same.
  }
  return { ok: false, reason: 'no answer' }
}

/** Says of itself how large it is, but need not keep to that. */
async function upTo(mostBytes: number, body: ReadableStream<Uint8Array>): Promise<Downloaded> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > mostBytes) return { ok: false, reason: 'too large' }
    parts.push(part)
  }
  return { ok: true, bytes: new Uint8Array(Buffer.concat(parts)) }
}
