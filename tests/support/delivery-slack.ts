import { WebClient } from '@slack/web-api'
import type { Log } from '../../src/platform/log.ts'
import { clientOptions, type SlackClients } from '../../src/platform/slack/client.ts'

/** Clients as Rondo's own, but for how long they wait for an answer. */
export function shortTempered(slack: { botToken: string; apiUrl: string }, log: Log, timeout: number): SlackClients {
  const client = () => new WebClient(slack.botToken, { ...clientOptions(slack.apiUrl, log), timeout })
  return { post: client(), read: client() }
}
