import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Change, makeMutatedCopy } from '../support/mutated-copy.ts'

const file = 'src/calendar/local-date.ts'
const test = 'tests/calendar/local-date.test.ts'

it('runs tests against the changed code', async () => {
  const unchanged = makeMutatedCopy([])
  const changed = makeMutatedCopy([{ file, find: '.add({ days })', replace: '.add({ days: days + 1 })' }])
  try {
    const [asItIs, mutant] = await Promise.all([unchanged.runTests([test]), changed.runTests([test])])
    expect(asItIs).toMatchObject({ passed: true })
    expect(mutant).toMatchObject({ passed: false, output: expect.stringContaining('AssertionError') })
  } finally {
    unchanged.remove()
    changed.remove()
  }
  expect(existsSync(changed.folder)).toBe(false)
})

it.each([
  ['is nowhere', { file, find: 'nobody wrote this', replace: '' }],
  ['is there more than once', { file, find: 'export', replace: '' }],
  ['is in a file that is gone', { file: 'src/gone.ts', find: 'export', replace: '' }],
] satisfies [string, Change][])('refuses a change whose place %s', (_why, change) => {
  expect(() => makeMutatedCopy([change])).toThrow()
})
