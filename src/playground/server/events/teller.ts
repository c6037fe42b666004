import type { Json } from '../../json.ts'
import type { Mailroom } from '../mailroom.ts'
import type { Channel, Workspace } from '../workspace.ts'

/** The old verification token that Slack still sends along; nobody should rely on it. */
export const verificationToken = 'playground-verification'

/** What an event is called in a manifest, and the scope it needs. */
export interface Subject {
  name: string
  scope?: string
  /** The channel it happens in. */
  channel?: Channel
}

/** Tells the app of events that it subscribed to and has the scope for. */
export interface Teller {
  workspace: Workspace
  tell(subject: Subject, event: Json): void
  /** The `event_ts` of what has no `ts` of its own. */
  tick(): string
}

export function createTeller(workspace: Workspace, subscribed: ReadonlySet<string>, mailroom: Mailroom): Teller {
  return {
    workspace,
    tell: ({ name, scope, channel }, event) => {
      if (workspace.tokenError || !subscribed.has(name)) return
      if (scope !== undefined && !workspace.scopes.has(scope)) return
      mailroom.event(envelope(workspace, event, channel?.extShared ?? false))
    },
    tick: () => `${Math.floor(workspace.clock.now() / 1000)}.000000`,
  }
}

/** `channels:read` and its like for each kind of conversation. */
export function readScope({ kind }: Channel): string {
  return { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' }[kind]
}

function envelope(workspace: Workspace, event: Json, external: boolean): Json {
  const { team, bot, clock } = workspace
  const authorization = {
    enterprise_id: null,
    team_id: team.id,
    user_id: bot.userId,
    is_bot: true,
    is_enterprise_install: false,
  }
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: `Ev${crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: external,
    event_context: newContext(workspace),
  }
}

const contextsKept = 1000

/** By this the app can ask later who was authorised; only the latest are remembered. */
function newContext({ eventContexts }: Workspace): string {
  const context = `4-${crypto.randomUUID()}`
  eventContexts.add(context)
  const [oldest] = eventContexts
  if (eventContexts.size > contextsKept && oldest !== undefined) eventContexts.delete(oldest)
  return context
}
