import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** One textual change: `find` must stand in the file exactly once. */
export interface Change {
  /** From the root of the repository: 'src/platform/delivery/claim.ts'. */
  file: string
  find: string
  replace: string
}

/** The code as it is but for some changes, in a folder of its own. */
export interface MutatedCopy {
  folder: string
  /** Runs test files there, named from the root, with options of vitest if any. @returns whether all passed, and what vitest printed */
  runTests(files: readonly string[], env?: Record<string, string>): Promise<{ passed: boolean; output: string }>
  remove(): void
}

const root = join(import.meta.dirname, '../..')

/** What the code and its tests read. Nothing else: a checkout may hold somebody's database or keys. */
const parts = ['src', 'db', 'tests', 'bin', 'docs', 'package.json', 'tsconfig.json', 'manifest.yml']

/**
 * Copies the code, its tests and what they read, with every change applied; the packages are linked.
 * @throws when a change does not fit exactly once: a mutant that no longer applies must not pass for one that was caught
 */
export function makeMutatedCopy(changes: readonly Change[]): MutatedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-mutant-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    for (const part of parts.filter((one) => existsSync(join(root, one)))) {
      cpSync(join(root, part), join(folder, part), { recursive: true })
    }
    for (const change of changes) apply(folder, change)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  } catch (error) {
    remove()
    throw error
  }
  return { folder, runTests: (files, env = {}) => runTests(folder, files, env), remove }
}

function apply(folder: string, change: Change): void {
  const path = join(folder, change.file)
  writeFileSync(path, changedText(readFileSync(path, 'utf8'), change))
}

/** The text of a file with the change applied. @throws when it does not fit exactly once */
export function changedText(text: string, { file, find, replace }: Change): string {
  const pieces = text.split(find)
  const times = pieces.length - 1
  if (times !== 1) throw new Error(`This stands ${times} times in ${file}, not once:\n${find}`)
  return pieces.join(replace)
}

async function runTests(folder: string, files: readonly string[], env: Record<string, string>) {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--root', folder, '--config', 'tests/vitest.config.ts', '--no-cache', ...files]
  // The run that this is part of tells its own workers who they are by these.
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'TEST')
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(ours), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await ended
  return { passed: code === 0, output: `${output}${errors}` }
}
