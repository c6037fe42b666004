import type { Change } from '../support/mutated-copy.ts'

/** A mistake that somebody could make, and the tests that must notice. */
export interface Mutant {
  /** What is broken. */
  kills: string
  changes: readonly Change[]
  /** A test file, from the root. */
  by: string
  /** Parts of names of tests in it: of each at least one test must fail. Only these tests are run. */
  sees: readonly string[]
}

/** One row of what delivering is tested for. */
export interface Row {
  test: string
  /** What is promised. */
  promise: string
  mutants: readonly Mutant[]
  /** What else stands for it, or what does where no mutant can. */
  also?: string
}
