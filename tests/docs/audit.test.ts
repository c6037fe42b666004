import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noted } from '../../src/platform/audit.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'audit.md'), 'utf8')

it('tells of everything that is noted in the audit list, and of nothing else', () => {
  const told = [...page.matchAll(/^\| `([a-z]+:[a-z-]+)` \| .+ \| .*\|$/gm)].map((match) => match[1] ?? '')
  expect(told.toSorted()).toEqual([...noted].toSorted())
})
