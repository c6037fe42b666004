/**
 * `npm run contract`: asks the real Slack whether it judges what the tests want to draw as the stand-in does. Needs a
 * network and no token. Ends with 0 when they agree, 1 where they differ, 2 when there was nothing to compare with.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startSlack } from '../../src/playground/server/start.ts'
import { compare, NoVerdict } from './compare.ts'
import { readPayloads } from './payload.ts'
import { linesFor } from './report.ts'

const root = join(import.meta.dirname, '..', '..')

const { values } = parseArgs({
  options: {
    /** A folder with recorded payloads; when it is empty they are recorded into it. */
    from: { type: 'string' },
    /** Where Slack's methods are. */
    url: { type: 'string', default: 'https://slack.com/api/' },
  },
})

process.exitCode = await main(values.from, values.url.endsWith('/') ? values.url : `${values.url}/`)

async function main(from: string | undefined, url: string): Promise<number> {
  const folder = from === undefined ? mkdtempSync(join(tmpdir(), 'rondo-contract-')) : resolve(from)
  try {
    if (!hasPayloads(folder) && !(await record(folder))) {
      console.log('The tests that show what Rondo draws do not pass: nothing was compared.')
      return 2
    }
    return await judge(folder, url)
  } finally {
    if (from === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function hasPayloads(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.json'))
}

/** Runs the tests of the features and the journeys, and keeps what they draw. Tells whether they pass. */
async function record(folder: string): Promise<boolean> {
  const { startVitest } = await import('vitest/node')
  const vitest = await startVitest('test', [], {
    root,
    watch: false,
    reporters: ['dot'],
    config: join(root, 'tests', 'vitest.config.ts'),
    setupFiles: [join(root, 'tests', 'support', 'record.ts')],
    env: { RONDO_RECORD: folder },
    exclude: ['tests/*.test.ts', 'tests/{platform,playground,calendar,contract,chaos}/**', '**/*.long.test.ts'],
  })
  const passed = vitest.state.getCountOfFailedTests() === 0
  await vitest.close()
  // The tests that failed set it; what this script says is about the comparison.
  process.exitCode = 0
  return passed
}

async function judge(folder: string, url: string): Promise<number> {
  const payloads = readPayloads(folder)
  const standIn = await startSlack()
  let compared = 0
  let differing = 0
  try {
    for await (const comparison of compare(payloads, url, standIn.apiUrl)) {
      console.log(linesFor(comparison).join('\n'))
      compared += 1
      if (!comparison.agree) differing += 1
    }
  } catch (error) {
    if (!(error instanceof NoVerdict)) throw error
    console.log(error.message)
  } finally {
    await standIn.stop()
  }
  console.log(`${compared} of ${payloads.length} payloads compared with ${url}: ${differing} differ.`)
  if (differing > 0) return 1
  return compared === payloads.length && compared > 0 ? 0 : 2
}
