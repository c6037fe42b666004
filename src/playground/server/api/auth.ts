import type { Json } from '../../json.ts'
import { codeLivesMs, giveTokens } from '../oauth.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import type { Grant, Workspace } from '../workspace.ts'
import { flag, type Method, text } from './method.ts'

const test: Method = {
  token: 'any',
  scopes: [],
  errors: [],
  run: (_args, { workspace: { team, bot } }) => ({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
}

const revoke: Method = {
  token: 'bot',
  scopes: [],
  errors: [],
  run: (args, { workspace, events }) => {
    if (flag(args, 'test')) return { revoked: false }
    events.uninstalled()
    workspace.tokenError = 'account_inactive'
    return { revoked: true }
  },
}

const uninstall: Method = {
  token: 'bot',
  scopes: [],
  needs: ['client_id', 'client_secret'],
  errors: ['invalid_client_id', 'bad_client_secret'],
  run: (args, { workspace, events }) => {
    needClient(workspace, args)
    events.uninstalled()
    workspace.tokenError = 'account_inactive'
    return {}
  },
}

function needClient({ bot }: Workspace, args: Json): void {
  if (text(args, 'client_id') !== bot.clientId) refuse('invalid_client_id')
  if (text(args, 'client_secret') !== bot.clientSecret) refuse('bad_client_secret')
}

const access: Method = {
  token: 'none',
  scopes: [],
  needs: ['client_id', 'client_secret'],
  errors: [
    'invalid_client_id',
    'bad_client_secret',
    'invalid_grant_type',
    'invalid_arguments',
    'invalid_code',
    'bad_redirect_uri',
    'invalid_refresh_token',
  ],
  run: (args, { workspace }) => {
    needClient(workspace, args)
    const type = text(args, 'grant_type') ?? 'authorization_code'
    if (type === 'refresh_token') return shown(workspace, refresh(workspace, text(args, 'refresh_token')))
    if (type !== 'authorization_code') refuse('invalid_grant_type')
    const { grant, userId } = redeem(workspace, args)
    return { ...shown(workspace, grant), authed_user: { id: userId } }
  },
}

/** Uses a code up. The app is installed with that, also where it was taken off before. */
function redeem(workspace: Workspace, args: Json): { grant: Grant; userId: string } {
  const given = text(args, 'code') ?? refuseArguments('missing required field: code')
  const code = workspace.codes.get(given)
  if (!code || workspace.clock.now() - code.at > codeLivesMs) return refuse('invalid_code')
  if (code.redirectUri !== text(args, 'redirect_uri')) refuse('bad_redirect_uri')
  workspace.codes.delete(given)
  workspace.tokenError = undefined
  return { grant: giveTokens(workspace), userId: code.userId }
}

/** The refresh token is used up; the access token it belongs to lives on until it expires. */
function refresh(workspace: Workspace, given: string | undefined): Grant {
  const old = [...workspace.grants.values()].find((one) => given && one.refreshToken === given)
  if (!old) return refuse('invalid_refresh_token')
  workspace.grants.set(old.accessToken, { ...old, refreshToken: undefined })
  return giveTokens(workspace)
}

function shown({ team, bot, scopes, clock }: Workspace, { accessToken, refreshToken, expiresAt }: Grant): Json {
  return {
    app_id: bot.appId,
    scope: [...scopes].join(','),
    token_type: 'bot',
    access_token: accessToken,
    ...(refreshToken && { refresh_token: refreshToken }),
    ...(expiresAt && { expires_in: Math.floor((expiresAt - clock.now()) / 1000) }),
    bot_user_id: bot.userId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  }
}

export const authMethods: Record<string, Method> = {
  'auth.test': test,
  'auth.revoke': revoke,
  'apps.uninstall': uninstall,
  'oauth.v2.access': access,
}
