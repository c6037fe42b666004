import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variants } from '../chaos/variants.ts'
import { changedText } from '../support/mutated-copy.ts'
import { rows } from './mutants.ts'
import type { Mutant } from './row.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const mutants = rows.flatMap(({ test, mutants }) => mutants.map((mutant) => ({ ...mutant, test })))

/** The changed files, as `npm run mutants` makes them. */
function changedFiles({ changes }: Pick<Mutant, 'changes'>): Map<string, string> {
  const files = new Map<string, string>()
  for (const change of changes) files.set(change.file, changedText(files.get(change.file) ?? read(change.file), change))
  return files
}

// Whether they are noticed is a matter of minutes: npm run mutants.
describe('the mistakes that tests must notice', () => {
  it.each(mutants)('can still be made: $test, $kills', (mutant) => {
    for (const [file, text] of changedFiles(mutant)) {
      expect(text).not.toBe(read(file))
      expect(() => stripTypeScriptTypes(text)).not.toThrow()
    }
    expect(existsSync(join(root, mutant.by))).toBe(true)
    expect(mutant.sees).not.toEqual([])
  })

  it.each(variants)('can still be made for npm run chaos: $name', (variant) => {
    for (const [file, text] of changedFiles(variant)) expect(text).not.toBe(read(file))
  })

  it('are named for every row, or it is said what stands for them', () => {
    expect(rows.map(({ test }) => test)).toEqual(Array.from({ length: 21 }, (_, index) => `T${index + 1}`))
    expect(rows.filter(({ mutants, also }) => mutants.length === 0 && !also)).toEqual([])
  })

  it('are left to tests that exist, where something else stands for them', () => {
    const named = rows.flatMap(({ also }) => also?.match(/tests\/[\w/-]+(?:\.test\.ts)?/g) ?? [])
    expect(named).not.toEqual([])
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('are each told by another name', () => {
    expect(new Set(mutants.map(({ test, kills }) => `${test} ${kills}`)).size).toBe(mutants.length)
  })
})
