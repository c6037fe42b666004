import type { Json } from '../../json.ts'
import type { RateLimiter } from '../rate-limits.ts'
import { Refusal, refuse, refuseArguments } from '../refusal.ts'
import type { Workspace } from '../workspace.ts'
import { appMethods } from './app.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { type Method, needScope, type Office, text } from './method.ts'
import { peopleMethods } from './people.ts'
import { viewMethods } from './views.ts'

/** Every method the stand-in knows, by name. */
const api: Record<string, Method> = {
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...viewMethods,
}

export interface Tokens {
  bot: string
  app: string
}

/** A call of a method and what Slack answers. */
export interface Answer {
  body: Json
  /** Seconds to wait; then the status is 429. */
  retryAfter?: number
}

/** Checks a call in Slack's order (method, token, scope, arguments), runs it, and turns a refusal into an answer. */
export function answer(
  name: string,
  args: Json,
  token: string | undefined,
  office: Office,
  { tokens, limiter, lagMs }: { tokens: Tokens; limiter: RateLimiter; lagMs: number },
): Answer {
  try {
    const method = Object.hasOwn(api, name) ? api[name] : undefined
    if (!method) return refuse('unknown_method', { req_method: name })
    checkToken(method, token, tokens, office.workspace)
    const retryAfter = limiter.refuseFor(name, text(args, 'channel'))
    if (retryAfter !== undefined) return { body: { ok: false, error: 'ratelimited' }, retryAfter }
    const missing = (method.needs ?? []).filter((need) => args[need] === undefined || args[need] === '')
    if (missing.length) refuseArguments(...missing.map((need) => `missing required field: ${need}`))
    return { body: { ok: true, ...method.run(args, office, lagMs) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: { ok: false, error: error.code, ...error.extra } }
  }
}

function checkToken(method: Method, token: string | undefined, tokens: Tokens, workspace: Workspace): void {
  if (method.token === 'none') return
  if (token === undefined || token === '') refuse('not_authed')
  if (token !== tokens.bot && token !== tokens.app) refuse('invalid_auth')
  if (workspace.tokenError) refuse(workspace.tokenError)
  if (token !== tokens[method.token]) refuse('not_allowed_token_type')
  needScope(workspace, ...method.scopes)
}

/** The scopes a method accepts, for the header `x-accepted-oauth-scopes`. */
export function acceptedScopes(name: string): readonly string[] {
  return Object.hasOwn(api, name) ? (api[name]?.scopes ?? []) : []
}
