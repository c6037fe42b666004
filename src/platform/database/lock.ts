import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { OperatorError } from '../operator-error.ts'

export interface Lock {
  release(): void
}

/**
 * Makes this the one process that works with an SQLite file, by an exclusive transaction on `<file>.lock`, which the system
 * ends when the process dies in whatever way. The lock file itself stays: deleting it would let two processes hold one each.
 * @throws OperatorError at once, when another process has it
 */
export function takeLock(file: string): Lock {
  const lock = openLock(`${realPath(file)}.lock`)
  try {
    lock.exec('begin exclusive')
    return { release: () => void lock.close() }
  } catch (error) {
    lock.close()
    throw refusal(file, error)
  }
}

function openLock(path: string): Sqlite.Database {
  try {
    return new Sqlite(path, { timeout: 0 })
  } catch (error) {
    throw refusal(path, error)
  }
}

function refusal(file: string, error: unknown): OperatorError {
  const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
  const sentence = busy
    ? `Rondo is already running on ${file}, and an SQLite file serves one process: stop the other one, or set DATABASE_URL to a PostgreSQL database to run several.`
    : `The lock file ${file} cannot be made: its folder must exist, and Rondo's user must be allowed to write there.`
  return new OperatorError(sentence, { cause: error })
}

/** The same file by another name has the same lock. */
function realPath(file: string): string {
  if (existsSync(file)) return realpathSync(file)
  return existsSync(dirname(file)) ? join(realpathSync(dirname(file)), basename(file)) : file
}
