const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** The times delivering works with, in milliseconds. Tests scale them down together. */
export interface Constants {
  /** How often to look for work when nothing announces itself. */
  pollMs: number
  /** After this long a request to Slack is given up. */
  httpTimeoutMs: number
  /** How long a claimed row is ours. */
  leaseMs: number
  /** How much of the lease must be left when a request goes out: more than the request can take. */
  guardMs: number
  /** What is unclear is left alone this long, since Slack may still be storing it. */
  settleMs: number
  /** From one clean look to the next. */
  secondLookMs: number
  /** How long before the request a look begins to read: for clocks that differ. */
  lookBackMs: number
  /** After this long without an answer to a look a person has to decide. */
  unsureDeadlineMs: number
  /** So often something is sent that Slack neither refuses clearly nor ever shows; then a person has to decide. */
  mostAttempts: number
  /** Between two messages to one channel or person: Slack takes about one a second. */
  spacingMs: number
  /** The first wait after trouble; it doubles each time, up to the longest. */
  backoffMs: number
  longestBackoffMs: number
  /** How long a workspace rests that refuses everything (a revoked token, a missing scope). */
  workspaceRestMs: number
  /** How long a workspace rests before Slack is asked again whether it is there. */
  outageRestMs: number
  /** How long a schedule or a job rests that threw. */
  poisonRestMs: number
  /** How long a stop waits for what is under way. */
  drainMs: number
  /** Rows claimed at once, and requests under way at once. */
  batch: number
}

/** As measured in kill -9 runs: shorter settling doubles, longer leases only make a crash cost more time. */
export const constants: Constants = {
  pollMs: second,
  httpTimeoutMs: 10 * second,
  leaseMs: minute,
  guardMs: 15 * second,
  settleMs: minute,
  secondLookMs: minute,
  lookBackMs: 10 * minute,
  unsureDeadlineMs: 6 * hour,
  mostAttempts: 10,
  spacingMs: 1_100,
  backoffMs: 2 * second,
  longestBackoffMs: 15 * minute,
  workspaceRestMs: 5 * minute,
  outageRestMs: 15 * second,
  poisonRestMs: 5 * minute,
  drainMs: 15 * second,
  batch: 50,
}

/**
 * How long to wait after the n-th failure: exponential with full jitter, so that many rows do not come back together.
 * @param attempts failures so far, from 1
 * @param random 0 ≤ r < 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoff(attempts: number, random: number, { backoffMs, longestBackoffMs }: Constants): number {
  return Math.round(random * Math.min(longestBackoffMs, backoffMs * 2 ** (Math.max(1, attempts) - 1)))
}
