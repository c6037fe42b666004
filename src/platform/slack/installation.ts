/** Who Rondo is in Slack, and whether it may do what it needs. */
import { setTimeout as pause } from 'node:timers/promises'
import type { AuthTestResponse, WebClient } from '@slack/web-api'
import type { Log } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import { botScopes } from './scopes.ts'
import { classify } from './trouble.ts'

const firstPauseMs = 1_000
const longestPauseMs = 60_000

/**
 * Asks Slack who we are.
 * @returns what `auth.test` said; undefined where Slack does not answer
 * @throws OperatorError when the token is no good or a scope is missing
 */
export async function askWhoWeAre(slack: WebClient, log: Log): Promise<AuthTestResponse | undefined> {
  try {
    const answer = await slack.auth.test()
    const missing = missingScopes(answer)
    if (missing.length > 0) throw new OperatorError(missingScopesAdvice(missing))
    return answer
  } catch (error) {
    if (error instanceof OperatorError) throw error
    const refused = refusalOf(error)
    if (refused) throw new OperatorError(tokenAdvice(refused), { cause: error })
    log.warn({ about: 'slack', error }, 'Slack does not answer')
    return undefined
  }
}

/** The same, for as long as Slack does not answer. @throws OperatorError like `askWhoWeAre` */
export async function findOutWhoWeAre(slack: WebClient, log: Log): Promise<AuthTestResponse> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const answer = await askWhoWeAre(slack, log)
    if (answer) return answer
    await pause(pauseMs)
  }
}

/** Slack's refusal of a token; undefined where it did not answer, or could not just now. */
export function refusalOf(error: unknown): string | undefined {
  const trouble = classify(error)
  return trouble.kind === 'gone' || trouble.kind === 'refused' ? trouble.code : undefined
}

/** What a refused token means for the operator. @param code Slack's error */
export function tokenAdvice(code: string): string {
  switch (code) {
    case 'invalid_auth':
    case 'not_authed':
    case 'not_allowed_token_type':
      return "Slack does not know SLACK_BOT_TOKEN: copy the Bot User OAuth Token (xoxb-…) again from OAuth & Permissions in the app's settings."
    case 'token_revoked':
    case 'account_inactive':
    case 'token_expired':
      return 'Slack no longer accepts SLACK_BOT_TOKEN: install the app to the workspace again and copy the new token.'
    default:
      return `Slack refuses SLACK_BOT_TOKEN (${code}): check the app in Slack's settings, and install it to the workspace again.`
  }
}

/** Scopes that the installed app lacks. @param answer of `auth.test`, which names those it has */
export function missingScopes(answer: AuthTestResponse): string[] {
  const granted = answer.response_metadata?.scopes ?? []
  return botScopes.filter((scope) => !granted.includes(scope))
}

export function missingScopesAdvice(missing: readonly string[]): string {
  return `The app lacks ${missing.join(', ')}: paste manifest.yml into the app's settings (App Manifest), then install the app to the workspace again.`
}
