import { declaredErrors, methodNames } from '../../../../src/playground/server/api/index.ts'
import type { StateRule } from '../rule.ts'
import { open, type Reply, type Stage } from '../stage.ts'

const order = 'slack.md 5.1: common checks in order'
const declaring = (error: string) => methodNames.filter((method) => declaredErrors(method).includes(error))
/** They need no argument; what they find wrong with one has a row of its own. */
const asksOtherwise = new Set(['blocks.validate', 'chat.scheduledMessages.list', 'users.list'])
/** What leaves the stage as it is. */
const harmless: Record<string, object> = { 'auth.revoke': { test: true } }
const ask = (stage: Stage, method: string, token?: string) => stage.call(method, harmless[method] ?? {}, token)
const takesAppToken = (method: string) => method.startsWith('apps.connections') || method.startsWith('apps.event')
/** By a token of the right kind. */
const askWell = (stage: Stage, method: string) =>
  ask(stage, method, takesAppToken(method) ? stage.slack.appToken : stage.slack.botToken)
const askBadly = (stage: Stage, method: string) =>
  ask(stage, method, takesAppToken(method) ? stage.slack.botToken : stage.slack.appToken)

const takenOff = (error: 'account_inactive' | 'token_revoked' | 'token_expired', rule: string): StateRule => ({
  rule,
  source: `Mcommon ${error}`,
  error,
  methods: declaring(error),
  accepted: askWell,
  refused: (stage, method) => {
    if (!stage.workspace.tokenError) stage.slack.uninstall(error)
    return askWell(stage, method)
  },
})

/** Without what it needs; only then does the answer name it. */
async function askedForMore(reply: Promise<Reply>): Promise<Reply> {
  const { method, ...answer } = await reply
  const isAsked = JSON.stringify(answer.body).includes('missing required field')
  return { ...answer, method, error: isAsked ? answer.error : undefined }
}

export const callingRules: StateRule[] = [
  {
    rule: 'a method that Slack does not have is unknown',
    source: order,
    error: 'unknown_method',
    accepted: ['api.test', {}],
    refused: ['chat.nothing', {}],
  },
  {
    rule: 'a call without a token is not let in',
    source: 'Mcommon not_authed',
    error: 'not_authed',
    methods: declaring('not_authed'),
    accepted: askWell,
    refused: (stage, method) => ask(stage, method, ' '),
  },
  {
    rule: 'a token that Slack did not give out is not let in',
    source: 'Mcommon invalid_auth',
    error: 'invalid_auth',
    methods: declaring('invalid_auth'),
    accepted: askWell,
    refused: (stage, method) => ask(stage, method, 'a-token-of-somebody-else'),
  },
  takenOff('account_inactive', 'the token of an app that was taken off is inactive'),
  takenOff('token_revoked', 'a revoked token is not let in'),
  takenOff('token_expired', 'a token that has expired is not let in'),
  {
    rule: 'a method takes only its own kind of token',
    source: 'Mcommon not_allowed_token_type',
    error: 'not_allowed_token_type',
    methods: declaring('not_allowed_token_type'),
    accepted: askWell,
    refused: askBadly,
  },
  {
    rule: 'a method needs its scope',
    source: 'Mcommon missing_scope; slack.md 3.4',
    error: 'missing_scope',
    methods: declaring('missing_scope'),
    accepted: askWell,
    refused: (stage, method) => {
      stage.workspace.scopes.clear()
      return askWell(stage, method)
    },
  },
  {
    rule: 'an argument that a method needs cannot be left out',
    source: 'Mcommon invalid_arguments; slack.md 5.1',
    error: 'invalid_arguments',
    methods: declaring('invalid_arguments').filter((method) => !asksOtherwise.has(method)),
    accepted: (stage, method) => askedForMore(stage.call(method, everything, tokenFor(stage, method))),
    refused: (stage, method) => askedForMore(ask(stage, method, tokenFor(stage, method))),
  },
  {
    rule: 'a method is limited in how often it can be called',
    source: 'D/apis/web-api/rate-limits',
    error: 'ratelimited',
    methods: declaring('ratelimited'),
    accepted: askWell,
    refused: async (stage, method) => {
      stage.slack.limit({ perMinute: { [method]: 1 } })
      await askWell(stage, method)
      return askWell(stage, method)
    },
  },
  {
    rule: 'the token is looked at before the scope, and the scope before the arguments',
    source: order,
    accepted: async (stage) => {
      stage.workspace.scopes.clear()
      const replies = [await stage.call('users.info', {}, 'nobody'), await stage.call('users.info')]
      stage.workspace.scopes.add('users:read')
      replies.push(await stage.call('users.info'))
      return replies.map((one) => one.error).join() === 'invalid_auth,missing_scope,invalid_arguments'
    },
    refused: async (stage) => (await stage.call('users.info', { user: 'U0ANNA0001' })).error !== undefined,
  },
  {
    rule: 'a call that is refused changes nothing',
    source: 'chosen: Slack describes no half-done refusals of this kind',
    guessed: true,
    accepted: async (stage) => {
      await stage.call('chat.postMessage', { channel: open, text: 'x', blocks: [{ type: 'nonsense' }] })
      return stage.slack.messages('open').length === 0
    },
    refused: async (stage) => {
      await stage.post()
      return stage.slack.messages('open').length === 0
    },
  },
]

function tokenFor(stage: Stage, method: string): string {
  return takesAppToken(method) ? stage.slack.appToken : stage.slack.botToken
}

const everything = Object.fromEntries(
  [
    'bot channel client_id client_secret code email error event_context file filename files function_execution_id length',
    'manifest message_ts name outputs post_at scheduled_message_id trigger_id ts user user_id usergroup view view_id',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, 'x']),
)
