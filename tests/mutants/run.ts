/**
 * `npm run mutants`: makes each mistake of the list, one at a time, in a copy of the code, and runs the tests that must notice.
 * Before that they must pass in a copy without a mistake. Ends with 1 when one goes unnoticed, or can no longer be made.
 *
 * `npm run mutants -- T9` or `-- 'in memory'` only those whose row, or whose name, is or contains that.
 */
import { systemClock } from '../../src/platform/clock.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { judge, runIn, type Verdict } from './judge.ts'
import { rows } from './mutants.ts'
import type { Mutant } from './row.ts'

const wanted = process.argv[2] ?? ''
const mutants = rows
  .flatMap(({ test, mutants }) => mutants.map((mutant) => ({ ...mutant, test })))
  .filter(({ test, kills }) => wanted === test || (!/^T\d+$/.test(wanted) && kills.includes(wanted)))
if (mutants.length === 0) throw new Error(`There is no mistake ${wanted}`)

const postgres = await startPostgres()
try {
  await mustPassUnchanged()
  let survivors = 0
  for (const mutant of mutants) if (!(await isCaught(mutant))) survivors += 1
  console.log(survivors === 0 ? `All ${mutants.length} were caught.` : `${survivors} of ${mutants.length} survived.`)
  process.exitCode = survivors === 0 ? 0 : 1
} finally {
  await postgres.stop()
}

async function mustPassUnchanged(): Promise<void> {
  const begun = systemClock.monotonic()
  const sees = [...new Set(mutants.flatMap((mutant) => mutant.sees))]
  const ran = await runIn([], [...new Set(mutants.map(({ by }) => by))], sees, postgres.url)
  const failed = ran.find((test) => test.failed)
  if (failed) throw new Error(`Without any mistake "${failed.name}" fails already: ${failed.why}`)
  const unknown = sees.find((part) => !ran.some(({ name }) => name.includes(part)))
  if (unknown) throw new Error(`No test is named "${unknown}"`)
  console.log(`Without any mistake: ${ran.length} passed, ${secondsSince(begun)}`)
}

async function isCaught(mutant: Mutant & { test: string }): Promise<boolean> {
  const begun = systemClock.monotonic()
  const verdict = await verdictOn(mutant)
  const took = secondsSince(begun)
  const line = `${mutant.test.padEnd(3)} ${mutant.kills}`
  if ('survived' in verdict) console.log(`${line}\n    SURVIVED, ${took}: ${verdict.survived}`)
  else
    for (const { name, why } of verdict.caught.slice(0, 1))
      console.log(`${line}\n    caught by "${name}" of ${mutant.by}, ${took}: ${why}`)
  return 'caught' in verdict
}

async function verdictOn(mutant: Mutant): Promise<Verdict> {
  try {
    return judge(mutant, await runIn(mutant.changes, [mutant.by], mutant.sees, postgres.url))
  } catch (error) {
    return { survived: error instanceof Error ? error.message : String(error) }
  }
}

function secondsSince(begun: number): string {
  return `${((systemClock.monotonic() - begun) / 1000).toFixed(1)} s`
}
