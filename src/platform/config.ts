import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { findAddress } from './database/address.ts'
import { type Language, languages } from './i18n.ts'
import type { LogLevel } from './log.ts'
import { OperatorError } from './operator-error.ts'

/** What the operator decides; read once, by main.ts. */
export interface Config {
  botToken: string
  connection: Connection
  port: number
  /** Ends in '/'. */
  slackApiUrl: string
  databaseUrl: string
  /** The first one writes, all of them read; none where nothing is to be kept secret. */
  encryptionKeys: EncryptionKey[]
  keyDir: string | undefined
  logLevel: LogLevel
  defaultLocale: Language
  /** A backup was put back: what it does not know of may have been said. */
  restored: boolean
}

/** How Slack reaches Rondo. */
export type Connection =
  /** `longestPauseMs`: real time between two attempts to connect, where other than half a minute. */
  { mode: 'socket'; appToken: string; longestPauseMs?: number | undefined } | { mode: 'http'; signingSecret: string }

interface EncryptionKey {
  id: string
  /** 32 bytes. */
  key: Uint8Array
}

export interface ConfigVariable {
  name: string
  /** undefined where there is none. */
  default: string | undefined
  meaning: string
  required: boolean
}

export type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const satisfies readonly LogLevel[]

/** An error of a field says what to do and never what was given: it may be a secret. */
const variables = z.object({
  SLACK_BOT_TOKEN: z
    .string('Copy the Bot User OAuth Token here, from "OAuth & Permissions" in the app\'s settings.')
    .regex(/^xoxb-[\w-]{10,}$/, 'Give the Bot User OAuth Token, which starts with xoxb-, and nothing else.')
    .describe('The Bot User OAuth Token (`xoxb-…`)'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{10,}$/, 'Give the app-level token, which starts with xapp-, and nothing else.')
    .optional()
    .describe(
      'The app-level token (`xapp-…`) for Socket Mode. This or the signing secret; where both are given, this one wins',
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^[0-9a-f]{32,}$/i,
      'Give the Signing Secret from "Basic Information", which is made of digits and the letters a to f.',
    )
    .optional()
    .describe('The signing secret, for receiving requests over HTTP'),
  PORT: z
    .string()
    .refine(isPort, 'Give a whole number up to 65535.')
    .transform(Number)
    .prefault('3000')
    .describe('Where health checks and, over HTTP, Slack are answered; 0 takes any free port'),
  SLACK_API_URL: z
    .string()
    .refine(
      isApiUrl,
      'Give an address that starts with https:// (http:// only for this machine), without a user name or a question mark.',
    )
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .prefault('https://slack.com/api/')
    .describe('Where Slack is asked; another address for GovSlack or a stand-in'),
  DATABASE_URL: z
    .string()
    .refine((url) => findAddress(url) !== undefined, 'Give an address that starts with sqlite: or postgres://.')
    .prefault('sqlite:./rondo.db')
    .describe(
      'The database: `sqlite:` and a path, or `postgres://user:password@host/database` to run several replicas',
    ),
  ENCRYPTION_KEYS: z
    .string()
    .transform((ring) => ring.split(',').map(toKey))
    .refine(
      isRing,
      'Give keys as name:key, separated by commas, each key 32 random bytes in base64 (openssl rand -base64 32) with a name of its own.',
    )
    .optional()
    .describe(
      'Keys for what is kept secret in the database, as `k2:<base64>,k1:<base64>`, 32 bytes each. The first one writes',
    ),
  KEY_DIR: z
    .string()
    .optional()
    .describe('The folder for the keys of sealed answers, on a volume that no backup holds'),
  LOG_LEVEL: z
    .enum(logLevels, `Give one of ${logLevels.join(', ')}.`)
    .prefault('info')
    .describe(`How much is logged: ${logLevels.join(', ')}`),
  DEFAULT_LOCALE: z
    .enum(languages, `Give one of ${languages.join(', ')}.`)
    .prefault('en')
    .describe('The language of those whose own is not known: en or nl'),
  RESTORED: z
    .enum(['0', '1'], 'Give 1 for the first start after a backup was put back, else 0.')
    .prefault('0')
    .describe(
      'Set to 1 for the first start after a backup was put back: what may have been said since it was made is looked for in Slack first',
    ),
})

/**
 * The configuration of an environment. Each variable can also be given as a file whose path is in `<NAME>_FILE`; an empty one counts as not given.
 * @throws OperatorError that names every wrong variable, says what to do about each, and holds no value
 */
export function readConfig(env: Environment): Config {
  const problems = new Map<string, string>()
  const given = Object.fromEntries(names.map((name) => [name, findValue(env, name, problems)]))
  const read = variables.safeParse(given)
  for (const { path, message } of read.error?.issues ?? []) addProblem(problems, String(path[0]), message)
  if (!hasConnection(env)) addProblem(problems, 'SLACK_APP_TOKEN', noConnection)
  if (!read.success || problems.size > 0) throw new OperatorError(listOf(problems))
  return toConfig(read.data)
}

const noConnection =
  'Give an app-level token (Socket Mode, no public address needed), or SLACK_SIGNING_SECRET to receive requests over HTTP.'

/** Every variable with its meaning, in the order of the documentation. */
export function configReference(): ConfigVariable[] {
  const { properties = {}, required = [] } = z.toJSONSchema(variables, { io: 'input' })
  return Object.entries(properties).map(([name, field]) => {
    const { default: fallback, description = '' } = typeof field === 'object' ? field : {}
    return { name, default: fallback?.toString(), meaning: description, required: required.includes(name) }
  })
}

const names = Object.keys(variables.shape)

/** The value itself, or what stands in the file that is named instead. */
function findValue(env: Environment, name: string, problems: Map<string, string>): string | undefined {
  const value = env[name]?.trim() || undefined
  const file = env[`${name}_FILE`]?.trim() || undefined
  if (value !== undefined && file !== undefined)
    problems.set(name, `Remove it or ${name}_FILE: only one of the two may be given.`)
  if (value !== undefined || file === undefined) return value
  try {
    const content = readFileSync(file, 'utf8').trim()
    if (content === '') problems.set(`${name}_FILE`, 'Put the value into the file: it is empty.')
    return content || undefined
  } catch {
    problems.set(`${name}_FILE`, "Name a file that exists and that Rondo's user may read.")
    return undefined
  }
}

/** The first thing that is wrong with a variable is enough, and where its file is wrong that is it. */
function addProblem(problems: Map<string, string>, name: string, message: string): void {
  if (!problems.has(name) && !problems.has(`${name}_FILE`)) problems.set(name, message)
}

function hasConnection(env: Environment): boolean {
  return ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some((name) => env[name]?.trim() || env[`${name}_FILE`]?.trim())
}

function listOf(problems: Map<string, string>): string {
  const lines = [...problems].map(([name, advice]) => `- ${name}: ${advice}`)
  return ['These settings are wrong:', ...lines].join('\n')
}

function toConfig(read: z.output<typeof variables>): Config {
  return {
    botToken: read.SLACK_BOT_TOKEN,
    connection: read.SLACK_APP_TOKEN
      ? { mode: 'socket', appToken: read.SLACK_APP_TOKEN }
      : { mode: 'http', signingSecret: read.SLACK_SIGNING_SECRET ?? '' },
    port: read.PORT,
    slackApiUrl: read.SLACK_API_URL,
    databaseUrl: read.DATABASE_URL,
    encryptionKeys: read.ENCRYPTION_KEYS ?? [],
    keyDir: read.KEY_DIR,
    logLevel: read.LOG_LEVEL,
    defaultLocale: read.DEFAULT_LOCALE,
    restored: read.RESTORED === '1',
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

function isApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  const local = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  return (protocol === 'https:' || (protocol === 'http:' && local)) && username + password + search + hash === ''
}

function toKey(entry: string): EncryptionKey {
  const [, id = '', base64 = ''] = /^\s*([\w-]+):([A-Za-z0-9+/]{43}=)\s*$/.exec(entry) ?? []
  return { id, key: Uint8Array.fromBase64(base64) }
}

/** A key with few different bytes was typed by somebody: of 32 random ones some 30 differ. */
function isRing(ring: readonly EncryptionKey[]): boolean {
  const random = ring.every(({ key }) => key.length === 32 && new Set(key).size >= 16)
  const ids = new Set(ring.map(({ id }) => id))
  const keys = new Set(ring.map(({ key }) => key.toHex()))
  return random && ids.size === ring.length && keys.size === ring.length
}
