import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configReference, type Environment, readConfig } from '../../src/platform/config.ts'
import { OperatorError } from '../../src/platform/operator-error.ts'
import { configTable, envExample } from '../support/config-text.ts'
import { makeFolder } from '../support/folders.ts'

const botToken = 'xoxb-100000000000-200000000000-abcdefghijklmnopqrstuvwx'
const appToken = 'xapp-1-A0000000000-3000000000000-0123456789abcdef'
const signingSecret = '0123456789abcdef0123456789abcdef'
const enough = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }
const one = Buffer.from(Uint8Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64')
const two = Buffer.from(Uint8Array.from({ length: 32 }, (_, index) => index * 5 + 1)).toString('base64')

describe('the configuration', () => {
  it('needs two tokens and guesses the rest', () => {
    expect(readConfig(enough)).toEqual({
      botToken,
      connection: { mode: 'socket', appToken },
      port: 3000,
      slackApiUrl: 'https://slack.com/api/',
      databaseUrl: 'sqlite:./rondo.db',
      encryptionKeys: [],
      keyDir: undefined,
      logLevel: 'info',
      defaultLocale: 'en',
      restored: false,
    })
  })

  it('takes everything an operator decides', () => {
    const read = readConfig({
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      PORT: '8080',
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
      DATABASE_URL: 'postgres://rondo:secret@db/rondo',
      ENCRYPTION_KEYS: `k2:${two}, k1:${one}`,
      KEY_DIR: '/keys',
      LOG_LEVEL: 'debug',
      DEFAULT_LOCALE: 'nl',
      RESTORED: '1',
    })
    expect(read).toMatchObject({
      connection: { mode: 'http', signingSecret },
      port: 8080,
      slackApiUrl: 'http://127.0.0.1:4000/api/',
      databaseUrl: 'postgres://rondo:secret@db/rondo',
      keyDir: '/keys',
      logLevel: 'debug',
      defaultLocale: 'nl',
      restored: true,
    })
    expect(read.encryptionKeys.map(({ id, key }) => [id, Buffer.from(key).toString('base64')])).toEqual([
      ['k2', two],
      ['k1', one],
    ])
  })

  it('connects by Socket Mode where both ways are given', () => {
    const { connection } = readConfig({ ...enough, SLACK_SIGNING_SECRET: signingSecret })
    expect(connection).toEqual({ mode: 'socket', appToken })
  })

  it('takes an empty variable for one that is not given, and no notice of space around a value', () => {
    const { port, connection } = readConfig({
      ...enough,
      PORT: '',
      SLACK_APP_TOKEN: ` ${appToken}\n`,
      SLACK_SIGNING_SECRET: ' ',
    })
    expect({ port, connection }).toEqual({ port: 3000, connection: { mode: 'socket', appToken } })
  })

  it.each(configReference().map(({ name }) => name))('takes %s from a file', (name) => {
    const values: Record<string, string> = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
      PORT: '1',
      SLACK_API_URL: 'https://slack-gov.com/api/',
      DATABASE_URL: 'sqlite::memory:',
      ENCRYPTION_KEYS: `k1:${one}`,
      KEY_DIR: '/keys',
      LOG_LEVEL: 'warn',
      DEFAULT_LOCALE: 'nl',
      RESTORED: '1',
    }
    const file = join(makeFolder(), 'value')
    writeFileSync(file, `${values[name]}\n`)
    const others = name === 'SLACK_SIGNING_SECRET' ? { SLACK_BOT_TOKEN: botToken } : enough
    const fromFile = readConfig({ ...others, [name]: undefined, [`${name}_FILE`]: file })
    expect(fromFile).toEqual(readConfig({ ...others, [name]: values[name] }))
  })
})

/** What is wrong, and the one variable that must be named for it. */
const wrong: [Environment, string][] = [
  [{ SLACK_BOT_TOKEN: undefined }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: '   ' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: 'xoxb-' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: 'xoxb-your-token' + '!' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: 'xoxp-100000000000-canary' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: appToken }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: `"${botToken}"` }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: `Bearer ${botToken}` }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: `${botToken} ${botToken}` }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: `${botToken}\n${botToken}` }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_APP_TOKEN: undefined }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: botToken }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: signingSecret }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: 'xapp-canary value here' }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'canary' }, 'SLACK_SIGNING_SECRET'],
  [{ SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: `${signingSecret}zz` }, 'SLACK_SIGNING_SECRET'],
  [{ SLACK_SIGNING_SECRET: botToken }, 'SLACK_SIGNING_SECRET'],
  [{ SLACK_SIGNING_SECRET: signingSecret.slice(1) }, 'SLACK_SIGNING_SECRET'],
  [{ PORT: 'canary' }, 'PORT'],
  [{ PORT: '-31337' }, 'PORT'],
  [{ PORT: '31337.5' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '0x7a69' }, 'PORT'],
  [{ PORT: '1e4' }, 'PORT'],
  [{ PORT: '0.0.0.0:31337' }, 'PORT'],
  [{ SLACK_API_URL: 'slack.canary' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'http://slack.com/canary/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'http://127.0.0.1.canary.example/api/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'http://localhost.canary.example/api/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'http://10.31.33.7/api/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'ftp://slack.com/canary/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'file:///canary' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'https://user:canary@slack.com/api/' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'https://slack.com/api/?canary=1' }, 'SLACK_API_URL'],
  [{ SLACK_API_URL: 'https://slack.com/api/#canary' }, 'SLACK_API_URL'],
  [{ DATABASE_URL: './canary.db' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'sqlite:' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://root:canary@db/rondo' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://rondo:canary@:port/rondo' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres:rondo:canary' }, 'DATABASE_URL'],
  [{ ENCRYPTION_KEYS: one }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: 'k1:' }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: 'k1:canary' }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `:${one}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${one},` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${one},k1:${two}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${one},k2:${one}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${one};k2:${two}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${Buffer.from('changeme'.repeat(4)).toString('base64')}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${Buffer.from(one).toString('base64')}` }, 'ENCRYPTION_KEYS'],
  [{ ENCRYPTION_KEYS: `k1:${one.slice(4)}` }, 'ENCRYPTION_KEYS'],
  [{ LOG_LEVEL: 'canary' }, 'LOG_LEVEL'],
  [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL'],
  [{ DEFAULT_LOCALE: 'canary' }, 'DEFAULT_LOCALE'],
  [{ DEFAULT_LOCALE: 'nl-NL' }, 'DEFAULT_LOCALE'],
  [{ RESTORED: 'canary' }, 'RESTORED'],
  [{ SLACK_BOT_TOKEN_FILE: '/canary/bot-token' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: '/canary/bot-token' }, 'SLACK_BOT_TOKEN_FILE'],
  [{ SLACK_APP_TOKEN: undefined, SLACK_APP_TOKEN_FILE: '/canary/app-token' }, 'SLACK_APP_TOKEN_FILE'],
  [{ PORT_FILE: '/dev/null' }, 'PORT_FILE'],
  [{ KEY_DIR_FILE: '/' }, 'KEY_DIR_FILE'],
]

describe('a wrong environment', () => {
  it.each(wrong)('%# is refused: its variable is named, alone, and no value is shown', (broken, name) => {
    const message = refusalOf({ ...enough, ...broken })
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => /^- (\w+): [A-Z].*\.$/.exec(line)?.[1]),
    ).toEqual([name])
    for (const value of Object.values({ ...enough, ...broken })) {
      for (const part of revealing(value ?? '')) expect(message).not.toContain(part)
    }
  })

  it('is listed whole, one line for each variable', () => {
    const message = refusalOf({
      PORT: 'x',
      SLACK_API_URL: 'x',
      DATABASE_URL: 'x',
      ENCRYPTION_KEYS: 'x',
      LOG_LEVEL: 'x',
      DEFAULT_LOCALE: 'x',
    })
    const named = message
      .split('\n')
      .slice(1)
      .map((line) => line.split(/[ :]/)[1])
    const others = ['PORT', 'SLACK_API_URL', 'DATABASE_URL', 'ENCRYPTION_KEYS', 'LOG_LEVEL', 'DEFAULT_LOCALE']
    expect(named.toSorted()).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', ...others].toSorted())
  })

  it('shows nothing of a file that holds the wrong thing', () => {
    const file = join(makeFolder(), 'token')
    writeFileSync(file, 'xoxp-canary-in-a-file')
    const message = refusalOf({ ...enough, SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: file })
    expect(message).toContain('- SLACK_BOT_TOKEN: ')
    expect(message).not.toContain('canary')
    expect(message).not.toContain(file)
  })
})

describe('the documents about the configuration', () => {
  const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

  it('explain every variable', () => {
    for (const { meaning } of configReference()) expect(meaning).toMatch(/^[A-Z].{10,}[^.]$/)
  })

  it('are right in .env.example (node tests/support/config-text.ts prints it)', () => {
    expect(read('.env.example')).toBe(envExample())
  })

  it('are right in README.md between its markers (node tests/support/config-text.ts prints the table)', () => {
    const table = /<!-- configuration -->\n(.*)<!-- \/configuration -->/s.exec(read('README.md'))?.[1]
    expect(table?.trim()).toBe(configTable().trim())
  })
})

function refusalOf(env: Environment): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof OperatorError) return error.message
    throw error
  }
  throw new Error('It was accepted.')
}

/** What our own advice says anyway. */
const said = ['xoxb-', 'sqlite:', 'postgres']

/** What would give a value away: the whole of it, and every long or telling part. */
function revealing(value: string): string[] {
  const parts = value.split(/[\s:/,;@"?#]+/).filter((part) => part.length >= 8 || /canary|31337/.test(part))
  return [value.trim(), ...parts].filter((part) => part.length >= 5 && !said.includes(part))
}
