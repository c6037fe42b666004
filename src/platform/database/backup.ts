import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { OperatorError } from '../operator-error.ts'
import { getAddress } from './connect.ts'

/**
 * Copies an SQLite database into a file of its own, as it is at this moment, while Rondo goes on working with it. The file
 * appears whole, checked and on the disk, or not at all; only its owner may read it.
 * @param url see `connect`
 * @param to a path where nothing is yet
 * @returns how many bytes it has
 * @throws OperatorError
 */
export async function backupDatabase(url: string, to: string): Promise<number> {
  const address = getAddress(url)
  if (address.engine === 'postgres')
    throw new OperatorError(
      'Rondo backs up an SQLite file only: for PostgreSQL use pg_dump --format=custom, and pg_restore to put it back.',
    )
  if (!existsSync(address.file))
    throw new OperatorError(`There is no database ${address.file} to back up: check DATABASE_URL.`)
  refuseToOverwrite(to)
  const part = `${to}.part`
  try {
    // Private from its first byte on; and whoever else is at it at the same time is noticed.
    closeSync(openSync(part, 'wx', 0o600))
  } catch (error) {
    throw refusal(to, error)
  }
  try {
    await copy(address.file, part)
    check(part)
    settle(part)
    refuseToOverwrite(to)
    renameSync(part, to)
    if (process.platform !== 'win32') settle(dirname(to))
    return statSync(to).size
  } catch (error) {
    throw error instanceof OperatorError ? error : failure(address.file, to, error)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${rest}`, { force: true })
  }
}

/** How a backup is put back, in a sentence. */
export function howToRestore(url: string, backup: string): string {
  const address = getAddress(url)
  const file = address.engine === 'sqlite' ? address.file : ''
  return `To put it back: stop Rondo, remove ${file}-wal and ${file}-shm if they are there, copy ${backup} to ${file}, and start once with RESTORED=1.`
}

/**
 * Everything is read in one transaction. Without it SQLite would begin again whenever somebody else has written meanwhile, and
 * beside a busy Rondo never come to an end; in WAL mode it holds up nobody.
 * @see https://www.sqlite.org/c3ref/backup_finish.html "If the source database is modified by an external process"
 */
async function copy(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    source.exec('begin; select count(*) from sqlite_schema')
    await source.backup(to)
  } finally {
    source.close()
  }
}

/** Also makes it one file: the copy of a database in WAL mode would be opened with a -wal and a -shm beside it. */
function check(file: string): void {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  try {
    sqlite.pragma('journal_mode=delete')
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
  } finally {
    sqlite.close()
  }
}

/** Waits until it would survive a power cut. */
function settle(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function refuseToOverwrite(to: string): void {
  if (existsSync(to)) throw new OperatorError(`${to} is there already: name a file that is not.`)
}

function refusal(to: string, error: unknown): OperatorError {
  const sentence =
    codeOf(error) === 'EEXIST'
      ? `${to}.part is there already: another backup is being made, or one was broken off; in that case remove it.`
      : `The backup ${to} cannot be made: its folder must exist, and Rondo's user must be allowed to write there.`
  return new OperatorError(sentence, { cause: error })
}

function failure(from: string, to: string, error: unknown): OperatorError {
  const code = codeOf(error)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new OperatorError(`The database ${from} is damaged, so nothing was kept: restore an earlier backup.`, {
      cause: error,
    })
  if (/^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT)/.test(code))
    return new OperatorError(`The backup ${to} was not made, since its disk is full or broken: make room there.`, {
      cause: error,
    })
  return new OperatorError(
    `The backup ${to} was not made (${code}): Rondo's user must be allowed to read ${from} and its folder.`,
    {
      cause: error,
    },
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
