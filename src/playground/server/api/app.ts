import { isJson, type Json, textOf } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { type Problem, validate, validateMessage } from '../validator/validate.ts'
import { manifestProblems } from './manifest.ts'
import { type Method, text } from './method.ts'
import { page } from './paging.ts'

const test: Method = {
  token: 'none',
  scopes: [],
  errors: [],
  run: (args) => {
    const { token: _token, ...echoed } = args
    const error = text(args, 'error')
    return { ...(error !== undefined && { ok: false, error }), args: echoed }
  },
}

const openConnection: Method = {
  token: 'app',
  scopes: [],
  errors: [],
  run: (_args, { sockets, url, workspace }) => ({
    url: `${url.replace('http', 'ws')}/link/?ticket=${sockets.ticket()}&app_id=${workspace.bot.appId}`,
  }),
}

const listAuthorizations: Method = {
  token: 'app',
  scopes: [],
  needs: ['event_context'],
  errors: ['invalid_event_context', 'invalid_cursor', 'invalid_arguments'],
  run: (args, { workspace: { eventContexts, team, bot } }) => {
    if (!eventContexts.has(text(args, 'event_context') ?? '')) refuse('invalid_event_context')
    const authorization = { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true }
    const { items, next_cursor } = page([{ ...authorization, is_enterprise_install: false }], args, listing)
    return { authorizations: items, response_metadata: { next_cursor } }
  },
}

const listing = { most: 1000, usual: 100 }

const validateManifest: Method = {
  token: 'any',
  scopes: [],
  needs: ['manifest'],
  errors: ['invalid_manifest', 'invalid_app_id'],
  run: (args, { workspace }) => {
    const appId = textOf(args.app_id)
    if (appId !== undefined && appId !== workspace.bot.appId) refuse('invalid_app_id')
    const errors = manifestProblems(args.manifest)
    return errors.length ? refuse('invalid_manifest', { errors }) : {}
  },
}

const teamInfo: Method = {
  token: 'bot',
  scopes: ['team:read'],
  errors: ['team_not_found'],
  run: (args, { workspace: { team } }) => {
    const asked = textOf(args.team)
    if (asked !== undefined && asked !== team.id) refuse('team_not_found')
    const url = `https://${team.domain}.slack.com/`
    return { team: { id: team.id, name: team.name, domain: team.domain, email_domain: '', icon: {}, url } }
  },
}

const botInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  errors: ['bot_not_found', 'missing_argument'],
  run: (args, { workspace: { bot, clock } }) => {
    const asked = text(args, 'bot') ?? refuse('missing_argument')
    if (asked !== bot.botId) refuse('bot_not_found')
    const { botId: id, name, appId: app_id, userId: user_id } = bot
    const updated = Math.floor(clock.now() / 1000)
    return { bot: { id, deleted: false, name, updated, app_id, user_id, icons: {} } }
  },
}

const validateBlocks: Method = {
  token: 'none',
  scopes: [],
  errors: ['invalid_arguments', 'invalid_blocks', 'invalid_message', 'invalid_view'],
  run: (args) => {
    const given = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined)
    if (given.length !== 1) refuseArguments('must provide exactly one of: blocks, message, view')
    if (args.view !== undefined)
      return verdict('invalid_view', validate(args.view, isHome(args.view) ? 'home' : 'modal'))
    if (args.blocks !== undefined) return verdict('invalid_blocks', validate(args.blocks, 'message'))
    return verdict('invalid_message', validateMessage(args.message))
  },
}

function isHome(view: unknown): boolean {
  return isJson(view) && view.type === 'home'
}

function verdict(error: string, errors: Problem[]): Json {
  return errors.length ? refuse(error, { errors }) : {}
}

export const appMethods: Record<string, Method> = {
  'api.test': test,
  'apps.connections.open': openConnection,
  'apps.event.authorizations.list': listAuthorizations,
  'apps.manifest.validate': validateManifest,
  'team.info': teamInfo,
  'bots.info': botInfo,
  'blocks.validate': validateBlocks,
}
