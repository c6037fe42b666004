import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { statePage } from './page.ts'

it('stands on the page as it stands in the table (node tests/playground/state/page.ts prints it)', () => {
  expect(readFileSync('docs/stand-in-state.md', 'utf8')).toBe(statePage())
})
