import Sqlite from 'better-sqlite3'
import pg from 'pg'

export interface StatementTime {
  sql: string
  count: number
  totalMs: number
  longestMs: number
}

/** How long this process had statements running. */
export interface StatementMeter {
  /** Forgets everything until now. */
  reset(): void
  /** During how many milliseconds at least one ran; and the texts that took most. */
  read(): { busyMs: number; statements: StatementTime[] }
}

/**
 * Times every statement of both drivers in this process, by standing in front of them. With SQLite that is the time it blocks
 * the event loop; with PostgreSQL it lasts until the answer has been read.
 */
export function meterStatements(): StatementMeter {
  const times = new Map<string, StatementTime>()
  let running = 0
  let since = 0
  let busyMs = 0

  const begin = (sql: string) => {
    const at = performance.now()
    if (running++ === 0) since = at
    return () => {
      const now = performance.now()
      if (--running === 0) busyMs += now - since
      add(sql, now - at)
    }
  }
  const add = (text: string, ms: number) => {
    const sql = shortened(text)
    const before = times.get(sql) ?? { sql, count: 0, totalMs: 0, longestMs: 0 }
    const { count, totalMs, longestMs } = before
    times.set(sql, { sql, count: count + 1, totalMs: totalMs + ms, longestMs: Math.max(longestMs, ms) })
  }
  standBeforeSqlite(begin)
  standBeforePostgres(begin)

  return {
    reset() {
      times.clear()
      busyMs = 0
      since = performance.now()
    },
    read() {
      const most = [...times.values()].toSorted((one, other) => other.totalMs - one.totalMs)
      return { busyMs, statements: most.slice(0, 15) }
    },
  }
}

type Begin = (sql: string) => () => void

function standBeforeSqlite(begin: Begin): void {
  const { prepare } = Sqlite.prototype
  Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql)
    const timed = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
      return (...args: Args) => {
        const end = begin(sql)
        try {
          return call.apply(statement, args)
        } finally {
          end()
        }
      }
    }
    return Object.assign(statement, { all: timed(statement.all), run: timed(statement.run), get: timed(statement.get) })
  } as typeof prepare
}

function standBeforePostgres(begin: Begin): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const timed = function (this: pg.Client, ...args: unknown[]) {
    const end = begin(textOf(args[0]))
    const result = query.apply(this, args)
    if (result instanceof Promise) result.then(end, end)
    else end()
    return result
  }
  Object.assign(pg.Client.prototype, { query: timed })
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
}

/** The same text for any number of values. */
function shortened(sql: string): string {
  return sql
    .replace(/\s+/g, ' ')
    .replace(/\$\d+/g, '?')
    .replace(/\?(, \?)+/g, '?…')
    .replace(/(\(\?…\)(, )?)+/g, '(?…)')
    .trim()
}
