import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../log.ts'
import { sdkLogger } from './sdk-log.ts'

interface ClientSettings {
  token: string
  /** Another address than Slack's own, ending in `/api/`. */
  apiUrl?: string | undefined
  log: Log
}

export interface SlackClients {
  /** Says things: one attempt each, because a repeated post is a second post. */
  post: WebClient
  /** Everything else. A client of its own, so that neither waits behind the other. */
  read: WebClient
}

/**
 * How Rondo calls Slack: one attempt, ten seconds, and a rate limit is an error for the caller to handle. The package's
 * default repeats a post whose answer was lost, for half an hour, and on one 429 holds back every other call.
 */
export function slackClients({ token, apiUrl, log }: ClientSettings): SlackClients {
  return {
    post: new WebClient(token, clientOptions(apiUrl, log)),
    read: new WebClient(token, clientOptions(apiUrl, log)),
  }
}

/** Fresh options for each client: the packages change what they are given. Never `headers`: they would carry the token on. */
export function clientOptions(apiUrl: string | undefined, log: Log) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    logger: sdkLogger(log),
  } satisfies WebClientOptions
}
