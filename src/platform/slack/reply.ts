import type { WebClient } from '@slack/web-api'
import type { Log } from '../log.ts'
import type { Rendered } from '../rendered.ts'
import { isChart } from './charts.ts'
import { withListName } from './lists.ts'

const timeoutMs = 10_000
const slackApi = 'https://slack.com/api/'

/** Where somebody can be answered, best first. */
export interface Place {
  responseUrl: string | undefined
  channelId: string | undefined
  threadTs: string | undefined
  userId: string
}

export interface Replier {
  /** Says something that only they see: where they were, else in a direct message. Rejects where Slack takes none of it. */
  reply(place: Place, message: Rendered): Promise<void>
  /** The same, in the place of the message that a button was on, where that can be. */
  replace(place: Place, message: Rendered): Promise<void>
  /** Draws a message anew, as long as its address is worth something. */
  redraw(responseUrl: string, message: Rendered): Promise<void>
  /** Takes the message away that a button was on. It may be gone already. */
  dismiss(responseUrl: string | undefined): Promise<void>
}

interface Settings {
  post: WebClient
  apiUrl: string | undefined
  log: Log
}

export function createReplier({ post, apiUrl, log }: Settings): Replier {
  const origins = responseOrigins(apiUrl ?? slackApi)

  /** @returns whether Slack took it: an address works five times, for half an hour */
  async function respond(responseUrl: string | undefined, answer: object): Promise<boolean> {
    if (!responseUrl || !URL.canParse(responseUrl)) return false
    if (!origins.has(new URL(responseUrl).origin)) {
      log.warn({ about: 'reply' }, 'a response address that is not Slack’s was left alone')
      return false
    }
    try {
      const answered = await fetch(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(answer),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      await answered.body?.cancel()
      return answered.ok
    } catch {
      return false
    }
  }

  async function reply(place: Place, message: Rendered): Promise<void> {
    const plain = withoutCharts(message)
    if (!plain) return say(place, message)
    await say(place, message).catch(() => say(place, plain))
  }

  async function say(place: Place, message: Rendered): Promise<void> {
    const { text, blocks } = withListName(message)
    const thread = place.threadTs ? { thread_ts: place.threadTs } : {}
    const answer = { response_type: 'ephemeral', replace_original: false, text, blocks, ...thread }
    if (await respond(place.responseUrl, answer)) return
    if (place.channelId && (await inChannel(place.channelId, place.userId, { text, blocks, ...thread }))) return
    await post.chat.postMessage({ channel: place.userId, text, blocks })
  }

  async function inChannel(channel: string, user: string, message: Rendered): Promise<boolean> {
    try {
      await post.chat.postEphemeral({ channel, user, ...message })
      return true
    } catch {
      return false
    }
  }

  return {
    reply,
    async replace(place, message) {
      if (await respond(place.responseUrl, instead(message))) return
      await reply({ ...place, responseUrl: undefined }, message)
    },
    async redraw(responseUrl, message) {
      const plain = withoutCharts(message)
      if (!(await respond(responseUrl, instead(message))) && plain) await respond(responseUrl, instead(plain))
    },
    async dismiss(responseUrl) {
      await respond(responseUrl, { delete_original: true })
    },
  }
}

/** Charts come to workspaces one after the other; what they show stands in a table too. @returns undefined where there is none */
function withoutCharts(message: Rendered): Rendered | undefined {
  const blocks = message.blocks.filter((block) => !isChart(block))
  return blocks.length === message.blocks.length ? undefined : { ...message, blocks }
}

function instead(message: Rendered): object {
  return { replace_original: true, ...withListName(message) }
}

/** Where response addresses of a Slack are: 'https://hooks.slack.com', of GovSlack 'https://hooks.slack-gov.com', of a stand-in its own. */
export function responseOrigins(apiUrl: string): Set<string> {
  const { protocol, host, origin } = new URL(apiUrl)
  return new Set([origin, `${protocol}//hooks.${host}`])
}
