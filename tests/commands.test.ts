import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allFeatures } from '../src/app.ts'
import { connect } from '../src/platform/database/connect.ts'
import { silentLog } from '../src/platform/log.ts'
import { type Slack, startSlack } from '../src/playground/server/start.ts'
import { at, partnershipRef, saveTwoTeams } from './actions/two-teams.ts'
import { rondo } from './support/rondo.ts'

let slack: Slack
let folder: string

beforeEach(async () => {
  slack = await startSlack({
    seed: { users: [{ name: 'anna' }], channels: [{ name: 'general' }, { id: 'CSHARED', name: 'shared' }] },
  })
  folder = mkdtempSync(join(tmpdir(), 'rondo-commands-'))
})

afterEach(async () => {
  await slack.stop()
  rmSync(folder, { recursive: true })
})

const good = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: `sqlite:${join(folder, 'rondo.db')}`,
  PORT: '0',
})

/** One sentence, no stack. */
function expectAdvice(err: string, ...words: (string | RegExp)[]): void {
  for (const word of words) expect(err).toMatch(word)
  expect(err).not.toMatch(/\n\s+at /)
}

describe('rondo start', () => {
  it('runs until it is asked to stop, and ends in order', async () => {
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    program.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
  })

  it('refuses a second process on the same file, and leaves the first alone', async () => {
    const first = rondo(['start'], good(), folder)
    await first.printed('Rondo runs')
    const second = await rondo(['start'], good(), folder).ended
    expect(second.code).toBe(78)
    expectAdvice(second.err, 'already running', 'PostgreSQL')
    first.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)
  })

  it.each([
    ['a token Slack does not know', { SLACK_BOT_TOKEN: 'xoxb-0000-not-a-token' }, /does not know SLACK_BOT_TOKEN/],
    [
      'an app-level token Slack does not know',
      { SLACK_APP_TOKEN: 'xapp-0000-not-a-token' },
      /SLACK_APP_TOKEN|app-level token/,
    ],
    ['a port out of range', { PORT: '70000' }, /PORT: Give a whole number/],
    ['a database of another kind', { DATABASE_URL: 'mysql://localhost/rondo' }, /DATABASE_URL/],
    ['a language it does not speak', { DEFAULT_LOCALE: 'fr' }, /DEFAULT_LOCALE: Give one of en, nl/],
    ['a folder that is not there', { DATABASE_URL: 'sqlite:/nowhere/rondo.db' }, /cannot be/],
    [
      'an empty environment',
      { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
      /SLACK_BOT_TOKEN: Copy[\s\S]*SLACK_APP_TOKEN: Give/,
    ],
  ])('says in a sentence what to do about %s', async (_what, wrong, sentence) => {
    const { code, err } = await rondo(['start'], { ...good(), ...wrong }, folder).ended
    expect(code).toBe(78)
    expectAdvice(err, sentence)
  })

  it('names the scopes that are missing', async () => {
    await slack.stop()
    slack = await startSlack({ scopes: ['chat:write', 'commands'] })
    const { code, err } = await rondo(['start'], good(), folder).ended
    expect(code).toBe(78)
    expectAdvice(err, 'users:read', 'manifest.yml')
  })

  it('waits for a Slack that does not answer, and starts when it does', async () => {
    const lift = slack.fault({ kind: 'status', status: 503, method: 'auth.test' })
    const program = rondo(['start'], good(), folder)
    await program.printed('does not answer')
    lift()
    await program.printed('Rondo runs')
    program.kill('SIGTERM')
    expect((await program.ended).code).toBe(0)
  })
})

describe('rondo start, during an outage of Slack', () => {
  it('runs as who it was, so that it hears from Slack as soon as that is back', async () => {
    const before = rondo(['start'], good(), folder)
    await before.printed('Rondo runs')
    before.kill('SIGTERM')
    await before.ended
    const lift = slack.fault({ kind: 'status', status: 503 })
    const heard = slack.traffic.length
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    lift()
    await slack.until(() =>
      slack.traffic.slice(heard).some(({ what, status }) => what === 'apps.connections.open' && status === 200),
    )
    program.kill('SIGTERM')
    expect((await program.ended).code).toBe(0)
  })
})

describe('rondo start, asked to stop before it runs', () => {
  it('ends in order while it waits for Slack', async () => {
    slack.fault({ kind: 'status', status: 503, method: 'auth.test' })
    const program = rondo(['start'], good(), folder)
    await program.printed('does not answer')
    program.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
  })
})

describe('rondo doctor', () => {
  it('finds nothing to mend where all is well', async () => {
    const { code, out } = await rondo(['doctor'], good(), folder).ended
    expect(out).toContain('scopes: all')
    expect(out).not.toContain('MEND')
    expect(code).toBe(0)
  })

  it('says what to mend, everything at once', async () => {
    await slack.stop()
    slack = await startSlack({
      scopes: ['commands'],
      clock: { now: () => Date.now() - 3_600_000, monotonic: () => performance.now() },
    })
    const { code, out } = await rondo(
      ['doctor'],
      { ...good(), SLACK_APP_TOKEN: 'xapp-0000-not-a-token', KEY_DIR: '/nowhere' },
      folder,
    ).ended
    expect(code).toBe(1)
    for (const word of ['chat:write', 'SLACK_APP_TOKEN', 'NTP', 'KEY_DIR']) expect(out).toContain(word)
  })

  it('runs beside a running Rondo', async () => {
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    const { code, out } = await rondo(['doctor'], good(), folder).ended
    expect(out).toContain('database: sqlite, up to date')
    expect(code).toBe(0)
    program.kill('SIGTERM')
    await program.ended
  })
})

describe('rondo doctor why', () => {
  /** Two teams with a review every Monday at nine in #shared, in the database of the installation. */
  async function setUp(): Promise<void> {
    await rondo(['migrate'], good(), folder).ended
    const { db, close } = await connect(good().DATABASE_URL)
    const { team, bot } = slack
    await saveTwoTeams(db, 'en', { teamId: team.id, botId: bot.botId, botUserId: bot.userId })
    const features = allFeatures({ language: 'en', zone: 'UTC' }, silentLog)
    await db.transaction().execute(async (trx) => {
      for (const feature of features) await feature.partnershipSaved?.(trx, partnershipRef(), at('2026-11-16 12:00'))
    })
    await close()
  }

  it('tells beside a running Rondo what a date is for a channel, also by its name', async () => {
    await setUp()
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    const { code, out, err } = await rondo(['doctor', 'why', '#shared', '2096-01-02'], good(), folder).ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Channel CSHARED, Monday 2 January 2096 \(Europe\/Amsterdam; it is /)
    expect(out).toContain('Pipeline review (Acme)\n    not yet come: due 09:00:00')
    program.kill('SIGTERM')
    await program.ended
  })

  it('needs no Slack where it is given an id', async () => {
    await setUp()
    slack.fault({ kind: 'status', status: 503 })
    const { code, out } = await rondo(['doctor', 'why', 'CSHARED', '2096-01-03'], good(), folder).ended
    expect(code).toBe(0)
    expect(out).toContain('no date of its own on this day')
    const unknown = await rondo(['doctor', 'why', 'C0NOWHERE'], good(), folder).ended
    expect(unknown.code).toBe(1)
    expectAdvice(unknown.err, /nothing to do with channel C0NOWHERE/)
  })

  it.each([
    ['nothing to look for', ['why'], /Name a channel or a person/],
    ['another question', ['whence', 'CSHARED'], /does not know "whence"[\s\S]*rondo doctor why CHANNEL/],
  ])('says in a sentence what to do about %s', async (_what, args, sentence) => {
    const { code, out, err } = await rondo(['doctor', ...args], good(), folder).ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expectAdvice(err, sentence)
  })

  it('makes no database where there is none', async () => {
    const { code, err } = await rondo(['doctor', 'why', 'CSHARED'], good(), folder).ended
    expect(code).toBe(78)
    expectAdvice(err, /There is no database at .* yet/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('rondo backup', () => {
  it('copies the database beside a running Rondo, says how to put it back, and overwrites nothing', async () => {
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    const { code, out } = await rondo(['backup', 'copy.db'], good(), folder).ended
    expect(code).toBe(0)
    expect(out).toMatch(/copy\.db holds.*\n.*stop Rondo.*RESTORED=1/)
    const again = await rondo(['backup', 'copy.db'], good(), folder).ended
    expect(again.code).toBe(78)
    expectAdvice(again.err, 'copy.db is there already')
    program.kill('SIGTERM')
    expect((await program.ended).code).toBe(0)
  })

  it('makes a copy that Rondo starts with', async () => {
    await rondo(['migrate'], good(), folder).ended
    await rondo(['backup', 'copy.db'], good(), folder).ended
    const program = rondo(['start'], { ...good(), DATABASE_URL: 'sqlite:copy.db', RESTORED: '1' }, folder)
    await program.printed('Rondo runs')
    program.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
  })

  it.each([
    ['where to', ['backup'], {}, /rondo backup FILE/],
    ['what to use for PostgreSQL', ['backup', 'copy.db'], { DATABASE_URL: 'postgres://localhost/rondo' }, /pg_dump/],
  ])('says %s', async (_what, args, wrong, sentence) => {
    const { code, err } = await rondo(args, { ...good(), ...wrong }, folder).ended
    expect(code).toBe(78)
    expectAdvice(err, sentence)
  })
})

describe('rondo demo', () => {
  it('plays six weeks, keeps the database where it is told to, and does not touch one that is there', async () => {
    const file = join(folder, 'demo.db')
    const { code, out } = await rondo(['demo', '--once', '--keep', file], {}, folder).ended
    expect(code).toBe(0)
    expect(out.match(/^ {2}# Pipeline review/gm)).toHaveLength(6)
    const again = await rondo(['demo', '--once', '--keep', file], {}, folder).ended
    expect(again.code).toBe(78)
    expectAdvice(again.err, 'is there already')
  })

  it('says what it knows to whoever mistypes an option', async () => {
    const { code, err } = await rondo(['demo', '--onec'], {}, folder).ended
    expect(code).toBe(78)
    expectAdvice(err, '--once, --keep FILE')
  })
})

describe('the command line', () => {
  it('shows its commands', async () => {
    expect((await rondo([], {}, folder).ended).out).toContain('rondo doctor')
  })

  it.each(['statr', 'constructor'])('shows its commands to whoever mistypes one: %s', async (mistyped) => {
    const { code, err } = await rondo([mistyped], {}, folder).ended
    expect(code).toBe(78)
    expectAdvice(err, `no command "${mistyped}"`, 'rondo start')
  })

  it('says what to do about a .env that is no file', async () => {
    mkdirSync(join(folder, '.env'))
    const { code, err } = await rondo(['doctor'], good(), folder).ended
    expect(code).toBe(78)
    expectAdvice(err, /^\.env cannot be read: /)
  })

  it('brings a database up to date, but not under a running Rondo', async () => {
    expect(await rondo(['migrate'], good(), folder).ended).toMatchObject({ code: 0 })
    const program = rondo(['start'], good(), folder)
    await program.printed('Rondo runs')
    const { code, err } = await rondo(['migrate'], good(), folder).ended
    expect(code).toBe(78)
    expectAdvice(err, 'already running')
    program.kill('SIGTERM')
    await program.ended
  })
})
