import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Server {
  /** Of its database "postgres". */
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL of our own, on a free port, with its files in a folder of their own that goes away with it.
 * @param how `carefree` leaves to the system when it writes to the disk
 */
export async function startPostgres(how: 'carefree' | 'durable' = 'carefree'): Promise<Server> {
  const script = join(import.meta.dirname, 'postgres-process.ts')
  // Detached: a Ctrl-C is for the tests; the server then ends because they do.
  const server = spawn(process.execPath, [script, how], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = once(server, 'exit')
  const [url] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended])
  if (typeof url !== 'string') throw new Error('PostgreSQL did not start; the reason stands above.')
  const stop = async () => {
    server.stdin.end()
    await ended
  }
  return { url, stop }
}
