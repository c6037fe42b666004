import type { Json } from '../../json.ts'
import type { Sockets } from '../delivery/socket.ts'
import type { Events } from '../events.ts'
import { refuse } from '../refusal.ts'
import type { Triggers } from '../triggers.ts'
import type { Workspace } from '../workspace.ts'

/** What the methods work with. */
export interface Office {
  workspace: Workspace
  events: Events
  triggers: Triggers
  sockets: Sockets
  /** `http://127.0.0.1:port` */
  url: string
}

export interface Method {
  /** The token it takes; `any` takes every token that is known, `none` takes any or no token. */
  token: 'bot' | 'app' | 'any' | 'none'
  /** One of these scopes is needed; none when empty. */
  scopes: readonly string[]
  /** Arguments that must be there. */
  needs?: readonly string[]
  /** The errors of its own that it can answer, beside those of every method. Refusing with another one is a mistake here. */
  errors: readonly string[]
  /** Answers without `ok`; refuses by throwing a Refusal. `lagMs`: how much of the latest history is hidden. */
  run(args: Json, office: Office, lagMs: number): Json
}

/** A text argument; numbers count as text, as in a form. */
export function text(args: Json, name: string): string | undefined {
  const value = args[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function flag(args: Json, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1
}

/** Texts given as a list or separated by commas. */
export function texts(args: Json, name: string): string[] {
  const value = args[name]
  const parts = Array.isArray(value) ? value.map(String) : (text(args, name) ?? '').split(',')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Refuses with `missing_scope` unless the app has one of these scopes. */
export function needScope(workspace: Workspace, ...scopes: string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => workspace.scopes.has(scope))) return
  refuse('missing_scope', { needed: scopes.join(','), provided: [...workspace.scopes].join(',') })
}
