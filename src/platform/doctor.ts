/** What `rondo doctor` can check without knowing any feature: the tokens, the clock, the keys. */
import { accessSync, constants } from 'node:fs'
import { WebClient } from '@slack/web-api'
import type { Config } from './config.ts'
import type { Finding } from './feature.ts'
import { silentLog } from './log.ts'
import { clientOptions, type SlackClients } from './slack/client.ts'
import { missingScopes, missingScopesAdvice, refusalOf, tokenAdvice } from './slack/installation.ts'
import { botScopes } from './slack/scopes.ts'
import { askSlackTime } from './slack/time.ts'

const noAnswer = 'Slack did not answer: check the network, and SLACK_API_URL if you set it.'
const allowedClockErrorMs = 30_000

/** Is the bot token good, and does it have every scope? */
export async function checkBotToken({ read }: SlackClients): Promise<Finding[]> {
  try {
    const answer = await read.auth.test()
    const missing = missingScopes(answer)
    const scopes =
      missing.length === 0
        ? { ok: true, about: `scopes: all ${botScopes.length}` }
        : { ok: false, about: 'scopes', advice: missingScopesAdvice(missing) }
    return [{ ok: true, about: `bot token: ${answer.user} in ${answer.team}` }, scopes]
  } catch (error) {
    const refused = refusalOf(error)
    return [{ ok: false, about: 'bot token', advice: refused ? tokenAdvice(refused) : noAnswer }]
  }
}

/** Can Slack reach Rondo the way it is configured? */
export async function checkConnection({ connection, slackApiUrl }: Config): Promise<Finding> {
  if (connection.mode === 'http') return { ok: true, about: 'connection: HTTP, with a signing secret' }
  const about = 'app-level token'
  try {
    await new WebClient(connection.appToken, clientOptions(slackApiUrl, silentLog)).apps.connections.open({})
    return { ok: true, about: 'connection: Socket Mode' }
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) return { ok: false, about, advice: noAnswer }
    const advice = `Slack refuses SLACK_APP_TOKEN (${refused}): generate one with the scope connections:write under Basic Information, App-Level Tokens.`
    return { ok: false, about, advice }
  }
}

/** Does this machine's clock agree with Slack's? @param now epoch milliseconds */
export async function checkClock(apiUrl: string, now: () => number): Promise<Finding> {
  const about = 'clock'
  const slackSays = await askSlackTime(apiUrl)
  if (slackSays === undefined) return { ok: false, about, advice: noAnswer }
  const aheadMs = now() - slackSays
  if (Math.abs(aheadMs) <= allowedClockErrorMs) return { ok: true, about: 'clock: agrees with Slack' }
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  const side = aheadMs > 0 ? 'ahead of' : 'behind'
  const advice = `This machine's clock is ${seconds} s ${side} Slack's: turn on time synchronisation (NTP).`
  return { ok: false, about, advice }
}

/** Is the folder for the pulse's keys there? */
export function checkKeyDir({ keyDir }: Config): Finding {
  if (!keyDir) return { ok: true, about: 'keys: KEY_DIR is not set; only the pulse will need it' }
  try {
    accessSync(keyDir, constants.R_OK | constants.W_OK)
    return { ok: true, about: 'keys: KEY_DIR can be read and written' }
  } catch {
    const advice = 'KEY_DIR cannot be read and written: make the folder, and let the user who runs Rondo own it.'
    return { ok: false, about: 'keys', advice }
  }
}

/** The report, a line each. */
export function reportLines(findings: readonly Finding[]): string[] {
  return findings.map(({ ok, about, advice }) => (ok ? `ok    ${about}` : `MEND  ${about}: ${advice}`))
}
