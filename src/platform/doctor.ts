/** What can be checked without knowing any feature: the token, its scopes, the clock, the keys. */
import { accessSync, constants } from 'node:fs'
import type { WebClient } from '@slack/web-api'
import type { Finding } from './feature.ts'
import { botScopes } from './slack/scopes.ts'

const allowedClockErrorMs = 30_000

/** Is the bot token good, and does it have every scope? */
export async function checkToken(slack: WebClient): Promise<Finding[]> {
  try {
    const answer = await slack.auth.test()
    const granted = answer.response_metadata?.scopes ?? []
    return [{ ok: true, about: `bot token: ${answer.user} in ${answer.team}` }, scopesFinding(granted)]
  } catch (error) {
    return [{ ok: false, about: 'bot token', advice: tokenAdvice(error) }]
  }
}

/** Scopes that the app lacks. @param granted as Slack names them in the answer to `auth.test` */
export function missingScopes(granted: readonly string[]): string[] {
  return botScopes.filter((scope) => !granted.includes(scope))
}

function scopesFinding(granted: readonly string[]): Finding {
  const missing = missingScopes(granted)
  if (missing.length === 0) return { ok: true, about: `scopes: all ${botScopes.length}` }
  return { ok: false, about: 'scopes', advice: missingScopesAdvice(missing) }
}

export function missingScopesAdvice(missing: readonly string[]): string {
  return `The app lacks ${missing.join(', ')}. Paste manifest.yml into the app's settings (App Manifest) and install the app to the workspace again.`
}

/** What a failed `auth.test` means for the operator. */
export function tokenAdvice(error: unknown): string {
  const code = (error as { data?: { error?: string } }).data?.error
  switch (code) {
    case 'invalid_auth':
    case 'not_authed':
    case 'not_allowed_token_type':
      return 'Slack does not know SLACK_BOT_TOKEN. Copy the Bot User OAuth Token (xoxb-…) again from OAuth & Permissions in the app\'s settings.'
    case 'token_revoked':
    case 'account_inactive':
    case 'token_expired':
      return 'Slack no longer accepts SLACK_BOT_TOKEN. Install the app to the workspace again and copy the new token.'
    case undefined:
      return 'Slack did not answer. Check the network, and SLACK_API_URL if you set it.'
    default:
      return `Slack answered ${code} to auth.test.`
  }
}

/** Does this machine's clock agree with Slack's? @param now epoch milliseconds */
export async function checkClock(apiUrl: string, now: () => number): Promise<Finding> {
  const about = 'clock'
  try {
    const response = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal: AbortSignal.timeout(10_000) })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return { ok: true, about: 'clock: Slack did not say the time' }
    const seconds = Math.round((now() - theirs) / 1000)
    if (Math.abs(seconds) * 1000 <= allowedClockErrorMs) return { ok: true, about: 'clock: agrees with Slack' }
    const direction = seconds > 0 ? 'ahead of' : 'behind'
    return { ok: false, about, advice: `This machine's clock is ${Math.abs(seconds)} s ${direction} Slack's. Turn on time synchronisation (NTP).` }
  } catch {
    return { ok: false, about, advice: 'Slack did not answer, so the clock could not be compared. Check the network.' }
  }
}

/** Is the folder for pulse keys there? It is needed only once the pulse is on. */
export function checkKeyDir(folder: string | undefined): Finding {
  if (!folder) return { ok: true, about: 'keys: KEY_DIR is not set; only the pulse will need it' }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK)
    return { ok: true, about: 'keys: KEY_DIR can be read and written' }
  } catch {
    return { ok: false, about: 'keys', advice: 'KEY_DIR cannot be read and written. Make the folder, and let the user who runs Rondo own it.' }
  }
}

/** The report as lines of text. */
export function reportLines(findings: readonly Finding[]): string[] {
  return findings.map(({ ok, about, advice }) => (ok ? `ok    ${about}` : `mend  ${about}: ${advice}`))
}
