import type { StateRule } from '../rule.ts'
import { each } from '../rule.ts'
import { home, modal, type Reply, type Stage, section } from '../stage.ts'

const O = 'M:oauth.v2.access'
const redirectUri = 'https://rondo.example/slack/oauth_redirect'

/** Exchanges a fresh code. */
const exchanges =
  (args: object = {}, ms = 0) =>
  async (stage: Stage): Promise<Reply> => {
    const code = stage.slack.authorize({ redirectUri }).searchParams.get('code')
    stage.clock.advance(ms)
    return stage.call('oauth.v2.access', { ...client(stage), code, redirect_uri: redirectUri, ...args })
  }
const client = ({ slack }: Stage) => {
  const { clientId, clientSecret } = slack.credentials()
  return { client_id: clientId, client_secret: clientSecret }
}
const installs = async (stage: Stage): Promise<Reply> => {
  stage.workspace.bot.tokenRotation = true
  return exchanges()(stage)
}
const refreshes = (stage: Stage, refresh_token: unknown) =>
  stage.call('oauth.v2.access', { ...client(stage), grant_type: 'refresh_token', refresh_token })
const takesOff =
  (args: object) =>
  async (stage: Stage): Promise<Reply[]> => [
    await exchanges(args)(stage),
    await stage.call('apps.uninstall', { ...client(stage), ...args }),
  ]
const worksAfter = async (stage: Stage, ms: number) => {
  const { body } = await installs(stage)
  stage.clock.advance(ms)
  return (await stage.call('auth.test', {}, String(body.access_token))).ok
}
const functionRun = (stage: Stage) => stage.slack.runFunction({ callbackId: 'count', outputs: ['total'] })
const completes = async (stage: Stage, id: string, outputs: object = { total: 1 }): Promise<Reply[]> => [
  await stage.call('functions.completeSuccess', { function_execution_id: id, outputs }),
]
const fails = (stage: Stage, id: string) =>
  stage.call('functions.completeError', { function_execution_id: id, error: 'No.' })
const manifest = { display_information: { name: 'Rondo' } }
const validates = (...given: (object | string)[]) =>
  each(...given.map((one) => ['apps.manifest.validate', { manifest: one }] as const))

export const installingRules: StateRule[] = [
  {
    rule: 'the app names itself',
    source: `${O}, M:apps.uninstall invalid_client_id`,
    error: 'invalid_client_id',
    accepted: takesOff({}),
    refused: takesOff({ client_id: 'x' }),
  },
  {
    rule: 'the app proves who it is',
    source: `${O}, M:apps.uninstall bad_client_secret`,
    error: 'bad_client_secret',
    accepted: takesOff({}),
    refused: takesOff({ client_secret: 'x' }),
  },
  {
    rule: 'a code is good for one use, within ten minutes',
    source: `${O} invalid_code; the ten minutes are second-hand (slack.md 3.1)`,
    guessed: true,
    error: 'invalid_code',
    accepted: exchanges({}, 600_000),
    refused: async (stage) => {
      const code = stage.slack.authorize().searchParams.get('code')
      await stage.call('oauth.v2.access', { ...client(stage), code })
      const again = await stage.call('oauth.v2.access', { ...client(stage), code })
      return [again, await exchanges({ code: 'x' })(stage), await exchanges({}, 600_001)(stage)]
    },
  },
  {
    rule: 'a code comes back to where it was sent',
    source: `${O} bad_redirect_uri`,
    error: 'bad_redirect_uri',
    accepted: exchanges(),
    refused: exchanges({ redirect_uri: 'https://elsewhere.example' }),
  },
  {
    rule: 'tokens are given for a code or for a refresh token',
    source: `${O} invalid_grant_type`,
    error: 'invalid_grant_type',
    accepted: exchanges({ grant_type: 'authorization_code' }),
    refused: exchanges({ grant_type: 'password' }),
  },
  {
    rule: 'a refresh token is good for one use',
    source: `${O} invalid_refresh_token; D/authentication/using-token-rotation`,
    error: 'invalid_refresh_token',
    accepted: async (stage) => refreshes(stage, (await installs(stage)).body.refresh_token),
    refused: async (stage) => {
      const { refresh_token } = (await installs(stage)).body
      await refreshes(stage, refresh_token)
      return [await refreshes(stage, refresh_token), await refreshes(stage, 'x')]
    },
  },
  {
    rule: 'a rotated token lives twelve hours',
    source: 'D/authentication/using-token-rotation',
    accepted: (stage) => worksAfter(stage, 12 * 3_600_000 - 1),
    refused: (stage) => worksAfter(stage, 12 * 3_600_000),
  },
  {
    rule: 'without rotation a token is for ever',
    source: 'D/authentication/using-token-rotation',
    accepted: async (stage) => (await exchanges()(stage)).body.expires_in === undefined,
    refused: async (stage) => (await installs(stage)).body.expires_in === undefined,
  },
  {
    rule: 'a person can say no to the app',
    source: 'slack.md 5.1 (OAuth)',
    accepted: async ({ slack }) => slack.authorize({ deny: true }).searchParams.get('error') === 'access_denied',
    refused: async ({ slack }) => slack.authorize().searchParams.get('error') === 'access_denied',
  },
  {
    rule: 'an app that was taken off gets no further',
    source: 'M:apps.uninstall; Mcommon account_inactive',
    accepted: async (stage) => {
      await stage.call('apps.uninstall', client(stage))
      return (await stage.call('auth.test')).error === 'account_inactive'
    },
    refused: async (stage) => (await stage.call('auth.test')).error === 'account_inactive',
  },
  {
    rule: 'a revoked token gets no further, one that was only tried does',
    source: 'M:auth.revoke (test)',
    accepted: async (stage) => {
      await stage.call('auth.revoke', { test: true })
      return (await stage.call('auth.test')).ok
    },
    refused: async (stage) => {
      await stage.call('auth.revoke')
      return (await stage.call('auth.test')).ok
    },
  },
  {
    rule: 'who was authorised is told of an event that Slack sent',
    source: 'M:apps.event.authorizations.list invalid_event_context; the latest 1,000 are remembered here',
    error: 'invalid_event_context',
    accepted: async (stage) => authorized(stage, {}),
    refused: async (stage) => authorized(stage, { event_context: 'x' }),
  },
  {
    rule: 'who was authorised is listed by a cursor that Slack gave out',
    source: 'M:apps.event.authorizations.list invalid_cursor',
    error: 'invalid_cursor',
    accepted: async (stage) => authorized(stage, {}),
    refused: async (stage) => authorized(stage, { cursor: 'x' }),
  },
  {
    rule: 'a manifest keeps the limits of its schema',
    source: 'M:apps.manifest.validate invalid_manifest; slack.md 3.13',
    error: 'invalid_manifest',
    accepted: validates(
      JSON.stringify(manifest),
      { display_information: { name: 'x'.repeat(35), description: 'x'.repeat(140), background_color: '#1a3d2f' } },
      { ...manifest, features: { slash_commands: Array(50).fill({ command: '/x', description: 'x' }) } },
      { ...manifest, settings: { event_subscriptions: { bot_events: Array(100).fill('x') } } },
    ),
    refused: validates(
      { display_information: { name: 'x'.repeat(36) } },
      { ...manifest, features: { slash_commands: Array(51).fill({ command: '/x', description: 'x' }) } },
      { ...manifest, settings: { event_subscriptions: { bot_events: Array(101).fill('x') } } },
      { ...manifest, unknown: true },
    ),
  },
  {
    rule: 'a manifest is looked at for one’s own app',
    source: 'M:apps.manifest.validate invalid_app_id',
    error: 'invalid_app_id',
    accepted: ['apps.manifest.validate', { manifest, app_id: 'A0PLAYAPP1' }],
    refused: ['apps.manifest.validate', { manifest, app_id: 'A0OTHER001' }],
  },
  {
    rule: 'one thing is validated at a time',
    source: 'slack.md 3.3 (blocks.validate)',
    error: 'invalid_arguments',
    accepted: ['blocks.validate', { blocks: [section] }],
    refused: each(['blocks.validate', {}], ['blocks.validate', { blocks: [section], view: modal() }]),
  },
  {
    rule: 'blocks are validated as in a message',
    source: 'slack.md 3.3 (blocks.validate)',
    error: 'invalid_blocks',
    accepted: ['blocks.validate', { blocks: [section] }],
    refused: ['blocks.validate', { blocks: [{ type: 'nonsense' }] }],
  },
  {
    rule: 'a message is validated with its blocks',
    source: 'slack.md 3.3 (blocks.validate)',
    error: 'invalid_message',
    accepted: ['blocks.validate', { message: { blocks: [section] } }],
    refused: ['blocks.validate', { message: { blocks: [{ type: 'nonsense' }] } }],
  },
  {
    rule: 'a view is validated as what it says it is',
    source: 'slack.md 3.3 (blocks.validate)',
    error: 'invalid_view',
    accepted: each(['blocks.validate', { view: modal() }], ['blocks.validate', { view: home() }]),
    refused: ['blocks.validate', { view: { ...modal(), title: undefined } }],
  },
  {
    rule: 'a custom step is completed that was begun',
    source: 'M:functions.completeSuccess, M:functions.completeError function_execution_not_found',
    error: 'function_execution_not_found',
    accepted: async (stage) => [
      ...(await completes(stage, functionRun(stage))),
      await fails(stage, functionRun(stage)),
    ],
    refused: async (stage) => [...(await completes(stage, 'Fx0NOTHING')), await fails(stage, 'Fx0NOTHING')],
  },
  {
    rule: 'a custom step is completed once',
    source: 'M:functions.completeSuccess, M:functions.completeError execution_not_in_running_state',
    error: 'execution_not_in_running_state',
    accepted: async (stage) => [
      ...(await completes(stage, functionRun(stage))),
      await fails(stage, functionRun(stage)),
    ],
    refused: async (stage) => {
      const id = functionRun(stage)
      await fails(stage, id)
      return [...(await completes(stage, id)), await fails(stage, id)]
    },
  },
  {
    rule: 'a custom step gives what it promised',
    source: 'M:functions.completeSuccess parameter_validation_failed',
    error: 'parameter_validation_failed',
    accepted: (stage) => completes(stage, functionRun(stage)),
    refused: (stage) => completes(stage, functionRun(stage), {}),
  },
]

async function authorized(stage: Stage, args: object): Promise<Reply> {
  await stage.trigger()
  stage.slack.person('anna').say('Hello', { in: 'open' })
  await stage.slack.settled()
  const { event_context } = stage.last()
  return stage.call('apps.event.authorizations.list', { event_context, ...args }, stage.slack.appToken)
}
