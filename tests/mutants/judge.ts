import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Change, makeMutatedCopy } from '../support/mutated-copy.ts'
import type { Mutant } from './row.ts'

/** One test that ran: its whole name, and the first line of what was wrong, if anything was. */
export interface Ran {
  name: string
  failed: boolean
  why: string
}

export type Verdict = { caught: Ran[] } | { survived: string }

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  testResults: { assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] }[]
}

/** A mutant that falls over its own feet shows nothing. */
const ownFault = /SyntaxError|ReferenceError|is not a function|Cannot find|does not provide an export|Cannot read/

/**
 * Runs, in a copy with these changes, the tests with one of these parts in their names.
 * @param url a PostgreSQL server to use
 * @throws when nothing ran at all
 */
export async function runIn(
  changes: readonly Change[],
  files: readonly string[],
  parts: readonly string[],
  url: string,
): Promise<Ran[]> {
  const copy = makeMutatedCopy(changes)
  try {
    const report = join(copy.folder, 'report.json')
    const chosen = ['--testNamePattern', parts.map(pattern).join('|')]
    const options = [...chosen, '--reporter', 'json', '--outputFile', report]
    const { output } = await copy.runTests([...files, ...options], { TEST_DATABASE_URL: url })
    const ran = readReport(report)
    if (ran.length === 0) throw new Error(`No test ran:\n${output}`)
    return ran
  } finally {
    copy.remove()
  }
}

/** A suite and its test are parted by ' > ' where tests are chosen, and by a space in the report. */
function pattern(part: string): string {
  return part.split(' ').map(RegExp.escape).join('(?: > | )')
}

/** Whether the named tests noticed, by what they assert. */
export function judge({ sees }: Mutant, ran: readonly Ran[]): Verdict {
  const caught: Ran[] = []
  for (const part of sees) {
    const failed = ran.find(({ name, failed }) => failed && name.includes(part))
    if (!failed) return { survived: `nothing failed over "${part}"` }
    if (ownFault.test(failed.why)) return { survived: `"${part}" failed for another reason: ${failed.why}` }
    caught.push(failed)
  }
  return { caught }
}

function readReport(path: string): Ran[] {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      failed: status === 'failed',
      why: failureMessages?.[0]?.split('\n')[0] ?? '',
    }))
}
