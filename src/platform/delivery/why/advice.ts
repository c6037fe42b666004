import { troubleOf } from './codes.ts'
import type { Sent } from './deliveries.ts'
import type { ClosedGate } from './gates.ts'
import type { Happening } from './history.ts'

/** So long after it could have been taken up, nobody is there to do it. */
const stalledMs = 2 * 60_000

/** Said only where nothing else is to be. */
export const goesOut = 'Nothing: it goes out by itself.'

/** What has to be done about a delivery; undefined where it stands or need not be said. */
export function adviceFor(
  sent: Sent,
  happenings: readonly Happening[],
  gates: readonly ClosedGate[],
  now: number,
): string | undefined {
  switch (sent.state) {
    case 'sent':
    case 'skipped':
      return undefined
    case 'unknown':
      return unknownAdvice(sent)
    case 'failed':
      return failedAdvice(sent)
    default:
      return openAdvice(sent, happenings, gates, now)
  }
}

/** Those of a partnership have somebody to decide; a person's own come again with the next. */
function unknownAdvice({ kind, partnership_id, channel_id, recipient }: Sent): string {
  if (kind === 'dm' && partnership_id === '')
    return 'If it is not there: what waits for them stands in their Home, and comes with their next gathered message.'
  const where = kind === 'dm' ? 'Ask them' : `Look in the channel (${channel_id ?? recipient})`
  return `${where} whether the message is there, and let a team lead decide with the buttons in their Home.`
}

function failedAdvice({ kind, reason }: Sent): string {
  const code = reason ?? ''
  if (code === 'is_archived') return 'Unarchive the channel, or choose another with /rondo setup.'
  if (troubleOf(code) === 'payload')
    return `Slack does not take how the message looks (${code}): report it, with the code.`
  if (troubleOf(code) !== 'recipient') return `Run rondo doctor, and look for ${code} in the log.`
  return kind === 'dm'
    ? `Slack takes no message for this person (${code}): if they left, take them off their team with /rondo setup.`
    : `Slack takes no message there (${code}): type /invite @Rondo in the channel, or choose another with /rondo setup.`
}

function openAdvice(
  sent: Sent,
  happenings: readonly Happening[],
  gates: readonly ClosedGate[],
  now: number,
): string | undefined {
  const code = latestTrouble(sent, happenings)
  const kind = code === undefined ? undefined : troubleOf(code)
  if (kind === 'workspace')
    return `Run rondo doctor: Slack refuses the whole workspace (${code}). Once that is mended, it goes out by itself.`
  if (isStalled(sent, gates, now))
    return 'See that Rondo runs, and what its log and GET /readyz say: nobody takes up what is due.'
  if (kind === 'wording')
    return 'Look in the log for "a delivery went wrong" and report it; it is tried again by itself.'
  if (kind === 'outage') return 'Nothing: Slack does not answer, and it goes out by itself when it does.'
  return sent.due_at > now ? undefined : goesOut
}

/** What last kept it: Slack being down is noted as it happens, and not with the delivery. */
function latestTrouble({ reason }: Sent, happenings: readonly Happening[]): string | undefined {
  return happenings.at(-1)?.detail === 'Slack is down' ? 'Slack is down' : (reason ?? undefined)
}

function isStalled(sent: Sent, gates: readonly ClosedGate[], now: number): boolean {
  const { kind, state, parent_state, run_after, lease_until, workspace_id } = sent
  if (state !== 'due' && state !== 'unsure') return lease_until !== null && lease_until + stalledMs < now
  const own = state === 'unsure' ? 'looks' : kind === 'update' ? 'updates' : 'recipient'
  if (gates.some(({ of, workspaceId }) => workspaceId === workspace_id && (of === 'workspace' || of === own)))
    return false
  const settled = parent_state === null || ['sent', 'skipped', 'failed'].includes(parent_state)
  return settled && run_after + stalledMs < now
}
