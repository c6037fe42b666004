/** Something Slack sent us, once we know what it is. */
import type { Parcel } from './body.ts'
import {
  type ClickBody,
  type CommandBody,
  click,
  command,
  type EventBody,
  event,
  type ShortcutBody,
  type SubmissionBody,
  type SuggestionBody,
  shortcut,
  submission,
  suggestion,
} from './payloads.ts'

export type Happening =
  | { kind: 'command'; body: CommandBody }
  | { kind: 'click'; body: ClickBody }
  | { kind: 'shortcut'; body: ShortcutBody }
  | { kind: 'event'; body: EventBody }
  | { kind: 'submission'; body: SubmissionBody }
  | { kind: 'suggestion'; body: SuggestionBody }

export type Kind = Happening['kind']

/** One delivery of it. */
export type Arrival = Happening & {
  /** What makes it the same however often Slack delivers it. */
  key: string
  /** Epoch milliseconds. */
  receivedAt: number
}

/** Not something we handle: of no interest to us, or not as Slack would send it. */
export type Unread = { unread: 'unwanted' | 'malformed' }

const schemas = { command, click, shortcut, event, submission, suggestion }

const interactions: Record<string, Kind> = {
  block_actions: 'click',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  view_submission: 'submission',
  block_suggestion: 'suggestion',
}

/** Reads a payload as what Slack says it is. */
export function read(kind: Parcel['kind'], payload: Record<string, unknown>): Happening | Unread {
  if (kind === 'command') return readAs('command', payload)
  if (kind === 'interactive') return readInteraction(payload)
  return payload.type === 'event_callback' ? readAs('event', payload) : { unread: 'unwanted' }
}

function readInteraction(payload: Record<string, unknown>): Happening | Unread {
  if (typeof payload.type !== 'string') return { unread: 'malformed' }
  const kind = Object.hasOwn(interactions, payload.type) ? interactions[payload.type] : undefined
  return kind ? readAs(kind, payload) : { unread: 'unwanted' }
}

/** Reads a body as a kind; also one that comes back from the inbox. */
export function readAs(kind: string, payload: unknown): Happening | Unread {
  if (!isKind(kind)) return { unread: 'malformed' }
  const read = schemas[kind].safeParse(payload)
  return read.success ? ({ kind, body: read.data } as Happening) : { unread: 'malformed' }
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(schemas, kind)

/** The key of a happening: never Slack's envelope, which is new for each delivery. */
export function keyOf({ kind, body }: Happening): string {
  if (kind === 'event') return `event:${body.event_id}`
  if (kind === 'submission') return `view:${body.view.id}:${body.view.hash}`
  return kind === 'suggestion' ? '' : `trigger:${body.trigger_id}`
}

/** The workspace whose installation it was sent to, found as Bolt finds it. */
export function teamOf({ kind, body }: Happening): { teamId: string | undefined; enterpriseId: string | undefined } {
  if (kind === 'command') return { teamId: body.team_id, enterpriseId: body.enterprise_id ?? undefined }
  if (kind === 'event') {
    const [first] = body.authorizations ?? []
    const team = first?.team_id ?? body.team_id ?? undefined
    return { teamId: team, enterpriseId: (first ? first.enterprise_id : body.enterprise_id) ?? undefined }
  }
  const installed = kind === 'submission' ? body.view.app_installed_team_id : undefined
  const teamId = installed ?? body.team?.id ?? body.user.team_id ?? undefined
  return { teamId, enterpriseId: body.enterprise?.id ?? body.team?.enterprise_id ?? undefined }
}

/** Who did it. Events have nobody to answer. */
export function actorOf(happening: Exclude<Happening, { kind: 'event' }>): {
  userId: string
  userTeamId: string | undefined
} {
  if (happening.kind === 'command') return { userId: happening.body.user_id, userTeamId: undefined }
  return { userId: happening.body.user.id, userTeamId: happening.body.user.team_id ?? undefined }
}
