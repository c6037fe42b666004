import { getUser } from './lookup.ts'
import type { Grant, Workspace } from './workspace.ts'

/** What an address of `/oauth/v2/authorize` asks, and what the person answers. */
export interface Authorization {
  redirectUri?: string | undefined
  state?: string | undefined
  /** Who installs the app: id or name; the first person when left out. */
  by?: string | undefined
  /** The person says no. */
  deny?: boolean
}

/** Commonly told; Slack's pages name no figure that we have read. */
export const codeLivesMs = 10 * 60_000
/** docs.slack.dev/authentication/using-token-rotation */
const tokenLivesMs = 12 * 3_600_000

/** Somebody allows or denies the app; the address Slack sends their browser to, with a code that is good for one use. */
export function authorize(workspace: Workspace, { redirectUri, state, by, deny }: Authorization = {}): URL {
  const back = new URL(redirectUri ?? 'http://127.0.0.1/slack/oauth_redirect')
  if (state !== undefined) back.searchParams.set('state', state)
  if (deny) {
    back.searchParams.set('error', 'access_denied')
    return back
  }
  const people = [...workspace.users.values()].filter((one) => !one.bot)
  const userId = by === undefined ? (people.find((one) => one.admin) ?? people.at(-1))?.id : getUser(workspace, by).id
  const code = `${workspace.team.id}.${crypto.randomUUID().replaceAll('-', '')}`
  workspace.codes.set(code, { redirectUri, userId: userId ?? '', at: workspace.clock.now() })
  back.searchParams.set('code', code)
  return back
}

/** A new access token, with a refresh token where the app rotates them. None looks like one of Slack's own. */
export function giveTokens(workspace: Workspace): Grant {
  const number = workspace.ids.count()
  const rotation = workspace.bot.tokenRotation
  const grant: Grant = {
    accessToken: `playground-access-${number}`,
    refreshToken: rotation ? `playground-refresh-${number}` : undefined,
    expiresAt: rotation ? workspace.clock.now() + tokenLivesMs : undefined,
  }
  workspace.grants.set(grant.accessToken, grant)
  return grant
}
