import { type DestinationStream, pino } from 'pino'

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

/** The only fields that reach a log line. Everything else a caller passes is dropped: a log must never hold what people wrote. */
const allowed = new Set([
  'about',
  'attempts',
  'cause',
  'channel',
  'code',
  'count',
  'delivery',
  'error',
  'feature',
  'id',
  'job',
  'kind',
  'listener',
  'method',
  'ms',
  'port',
  'reason',
  'reference',
  'schedule',
  'slot',
  'state',
  'status',
  'url',
  'version',
  'worker',
  'workspace',
])

/** A JSON log, one line an event, of allow-listed fields only. @param to where it goes; standard output by default */
export function createLog(level: LogLevel, to?: DestinationStream): Log {
  const options = { level, base: null, formatters: { log: onlyAllowed, level: (label: string) => ({ level: label }) } }
  return to ? pino(options, to) : pino(options)
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name]) => allowed.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, value instanceof Error ? described(value) : value]))
}

/** An error's kind, code and place; its message may quote what somebody wrote only where it is our own. */
function described(error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined
  return {
    name: error.name,
    code,
    message: error.message.slice(0, 300),
    // Not by position: a message of several lines would be repeated here at full length.
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 7)
      .join('\n'),
  }
}

/** For tools that say what they have to say by themselves. */
export const silentLog: Log = createLog('silent')
