import type { Action } from '../../src/actions/action.ts'

/** Tom will send the price list by Friday 5 March, but for what is changed. */
export const action = (changes: Partial<Action> = {}): Action => ({
  id: 'a1',
  workspaceId: 'w1',
  partnershipId: 'p1',
  text: 'Send the price list',
  owner: { id: 'tom', name: 'Tom' },
  dueDate: '2027-03-05',
  occurrenceId: undefined,
  moves: 0,
  movedBecause: undefined,
  handover: undefined,
  end: undefined,
  ...changes,
})
