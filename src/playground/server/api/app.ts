import { isJson, type Json } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { type Problem, validate } from '../validator/validate.ts'
import { type Method, text } from './method.ts'

const test: Method = {
  token: 'none',
  scopes: [],
  run: (args) => {
    const { token: _token, ...echoed } = args
    const error = text(args, 'error')
    return error === undefined ? { args: echoed } : refuse(error, { args: echoed })
  },
}

const authTest: Method = {
  token: 'bot',
  scopes: [],
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

const openConnection: Method = {
  token: 'app',
  scopes: [],
  run: (_args, { sockets, url, workspace }) => ({
    url: `${url.replace('http', 'ws')}/link/?ticket=${sockets.ticket()}&app_id=${workspace.bot.appId}`,
  }),
}

const teamInfo: Method = {
  token: 'bot',
  scopes: ['team:read'],
  run: (_args, { workspace: { team } }) => ({
    team: {
      id: team.id,
      name: team.name,
      domain: team.domain,
      email_domain: '',
      url: `https://${team.domain}.slack.com/`,
    },
  }),
}

const botInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  run: (args, { workspace: { bot, clock } }) => {
    if (text(args, 'bot') !== bot.botId) refuse('bot_not_found')
    const updated = Math.floor(clock.now() / 1000)
    return {
      bot: {
        id: bot.botId,
        deleted: false,
        name: bot.name,
        updated,
        app_id: bot.appId,
        user_id: bot.userId,
        icons: {},
      },
    }
  },
}

const validateBlocks: Method = {
  token: 'none',
  scopes: [],
  run: (args) => {
    const given = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined)
    if (given.length !== 1) refuseArguments('must provide exactly one of: blocks, message, view')
    if (args.view !== undefined)
      return verdict('invalid_view', validate(args.view, isHome(args.view) ? 'home' : 'modal'))
    if (args.blocks !== undefined) return verdict('invalid_blocks', validate(args.blocks, 'message'))
    return verdict('invalid_message', validate(isJson(args.message) ? args.message.blocks : undefined, 'message'))
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
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'team.info': teamInfo,
  'bots.info': botInfo,
  'blocks.validate': validateBlocks,
}
