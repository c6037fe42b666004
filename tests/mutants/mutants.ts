import { answerRows } from './answers.ts'
import { calendarRows } from './calendar.ts'
import { claimRows } from './claims.ts'
import { deliveryRows } from './delivery.ts'
import type { Row } from './row.ts'
import { troubleRows } from './trouble.ts'

/** What is not about a mistake in the code. */
const without: readonly Row[] = [
  {
    test: 'T16',
    promise: 'Two versions deliver side by side from one database during an upgrade.',
    mutants: [],
    also: 'tests/platform/delivery/upgrade.test.ts',
  },
  {
    test: 'T20',
    promise: 'Each of these mistakes is noticed by a test.',
    mutants: [],
    also: 'npm run mutants makes them all; npm test sees to it that each can still be made.',
  },
  {
    test: 'T21',
    promise: 'What only the real Slack can tell was asked there.',
    mutants: [],
    also: 'A person does it once in a workspace for development; tests/contract asks the real Slack what can be asked by a program.',
  },
]

/** What delivering is tested for, row by row: with each the mistakes that its tests must notice. */
export const rows: readonly Row[] = [
  ...calendarRows,
  ...deliveryRows,
  ...claimRows,
  ...troubleRows,
  ...answerRows,
  ...without,
].toSorted((one, other) => numberOf(one) - numberOf(other))

function numberOf({ test }: Row): number {
  return Number(test.slice(1))
}
