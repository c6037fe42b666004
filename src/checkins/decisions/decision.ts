/** What was decided in a check-in. */
export interface Decision {
  id: string
  workspaceId: string
  partnershipId: string
  occurrenceId: string
  text: string
  by: { id: string; name: string }
  /** Epoch milliseconds. */
  at: number
  /** By whom it was taken back, and when; it stays in the history. */
  withdrawn: { byName: string; at: number } | undefined
}

/** Those that still hold. */
export const holding = (decisions: readonly Decision[]): Decision[] =>
  decisions.filter(({ withdrawn }) => withdrawn === undefined)

/** Whoever made it may take it back, and who leads a side. */
export const mayWithdraw = (decision: Decision, personId: string, leads: boolean): boolean =>
  leads || decision.by.id === personId
