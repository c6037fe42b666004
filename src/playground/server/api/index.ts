import type { Json } from '../../json.ts'
import type { RateLimiter } from '../rate-limits.ts'
import { Refusal, refuse, refuseArguments } from '../refusal.ts'
import { postDue } from '../scheduled.ts'
import type { Workspace } from '../workspace.ts'
import { appMethods } from './app.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { editMethods } from './edits.ts'
import { fileMethods } from './files.ts'
import { functionMethods } from './functions.ts'
import { type Method, needScope, type Office, text } from './method.ts'
import { peopleMethods } from './people.ts'
import { reactionMethods } from './reactions.ts'
import { scheduledMethods } from './scheduled.ts'
import { unfurlMethods } from './unfurl.ts'
import { usergroupMethods } from './usergroups.ts'
import { viewMethods } from './views.ts'

/** Every method the stand-in knows, by name. */
const api: Readonly<Record<string, Method>> = {
  ...appMethods,
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...editMethods,
  ...fileMethods,
  ...functionMethods,
  ...peopleMethods,
  ...reactionMethods,
  ...scheduledMethods,
  ...unfurlMethods,
  ...usergroupMethods,
  ...viewMethods,
}

export const methodNames: readonly string[] = Object.keys(api).toSorted()

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

/**
 * Checks a call in Slack's order (method, token, scope, arguments), runs it, and turns a refusal into an answer. Throws when
 * a method refuses with an error that it does not declare.
 */
export function answer(
  name: string,
  args: Json,
  token: string | undefined,
  office: Office,
  { tokens, limiter, lagMs }: { tokens: Tokens; limiter: RateLimiter; lagMs: number },
): Answer {
  postDue(office)
  const method = methodNamed(name)
  try {
    if (!method) return refuse('unknown_method', { req_method: name })
    checkToken(method, token, tokens, office.workspace)
    const retryAfter = limiter.refuseFor(name, text(args, 'channel'))
    if (retryAfter !== undefined) return { body: { ok: false, error: 'ratelimited' }, retryAfter }
    const missing = (method.needs ?? []).filter((need) => args[need] === undefined || args[need] === '')
    if (missing.length) refuseArguments(...missing.map((need) => `missing required field: ${need}`))
    return { body: { ok: true, ...method.run(args, office, lagMs) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (method && !declaredErrors(name).includes(error.code))
      throw new Error(`The stand-in refused ${name} with ${error.code}, which that method does not declare.`)
    return { body: { ok: false, error: error.code, ...error.extra } }
  }
}

function methodNamed(name: string): Method | undefined {
  return Object.hasOwn(api, name) ? api[name] : undefined
}

function checkToken(method: Method, token: string | undefined, tokens: Tokens, workspace: Workspace): void {
  if (method.token === 'none') return
  if (token === undefined || token === '') refuse('not_authed')
  const grant = workspace.grants.get(token)
  const kind = token === tokens.bot || grant ? 'bot' : token === tokens.app ? 'app' : refuse('invalid_auth')
  if (workspace.tokenError) refuse(workspace.tokenError)
  if (grant?.expiresAt !== undefined && grant.expiresAt <= workspace.clock.now()) refuse('token_expired')
  if (method.token !== 'any' && method.token !== kind) refuse('not_allowed_token_type')
  needScope(workspace, ...method.scopes)
}

/** Whether what is in files may be had with a token: as `files.info` may be called with it. */
export function mayReadFiles(token: string | undefined, workspace: Workspace, tokens: Tokens): boolean {
  try {
    checkToken(fileMethods['files.info'], token, tokens, workspace)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Every error that this method can answer: its own, and those that come before it runs. */
export function declaredErrors(name: string): string[] {
  const method = methodNamed(name)
  if (!method) return ['unknown_method']
  const { token, scopes, needs, errors } = method
  const common = [
    'ratelimited',
    ...(token === 'none' ? [] : ['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired']),
    ...(token === 'bot' || token === 'app' ? ['not_allowed_token_type'] : []),
    ...(scopes.length ? ['missing_scope'] : []),
    ...(needs?.length ? ['invalid_arguments'] : []),
  ]
  return [...new Set([...common, ...errors])]
}

/** The scopes a method accepts, for the header `x-accepted-oauth-scopes`. */
export function acceptedScopes(name: string): readonly string[] {
  return methodNamed(name)?.scopes ?? []
}
