import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allFeatures, startRondo } from '../../src/app.ts'
import { toLocal } from '../../src/calendar/wall-time.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Scene } from '../../src/platform/story.ts'
import { travelClock } from '../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { cast, channels, seed, zone } from '../../src/playground/story/cast.ts'
import { beginsAt, play, storyOf } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { useDatabase } from '../support/databases.ts'
import { type Journey, useJourney } from '../support/journey.ts'

const story = storyOf(allFeatures({ language: 'en', zone: 'UTC' }, silentLog))

/** Reviews every Monday, but the one that is Easter Monday; two more every other Wednesday, of which one was moved. */
const checkInDates = {
  'Pipeline review': ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-03-30', '2027-04-05'],
  'Content planning': ['2027-03-17', '2027-04-01'],
  'Key-account discussion': ['2027-03-24'],
}

/** On PostgreSQL and over HTTP eight other weeks are told. */
describe('six weeks of check-ins', () => {
  const journey = useJourney({ engine: 'sqlite', mode: 'socket', seed, startsAt: beginsAt })

  it('happen as told in docs/one-week.md, each post once, nobody asked twice or while away', async () => {
    const { lines, moments } = await played(journey(), story)
    const { slack, clock, trouble } = journey()

    const roots = slack.messages(channels.shared).filter(isRoot)
    for (const [name, dates] of Object.entries(checkInDates)) {
      const held = roots.filter((root) => slack.plain(root).startsWith(`# ${name}: `))
      expect(held.map((root) => toLocal(instantOf(root), zone))).toEqual(dates.map((date) => ({ date, time: '09:00' })))
    }
    expect(roots).toHaveLength(Object.values(checkInDates).flat().length)
    for (const root of roots) {
      const replies = slack.thread(channels.shared, root.ts).slice(1)
      const summaries = replies.map(({ text }) => text).filter((text) => text.startsWith('Summary'))
      expect(summaries).toHaveLength(root === roots.at(-1) ? 0 : 1)
    }
    for (const { name, tz = zone } of cast) {
      const days = slack
        .person(name)
        .directMessages()
        .map((message) => toLocal(instantOf(message), tz))
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      expect(days.every(({ time }) => time === '09:00')).toBe(true)
    }
    expect(askedBetween(slack, 'fleur', '2027-03-06', '2027-03-12')).toEqual([])
    expect(askedBetween(slack, 'ruben', '2027-04-03', '2027-04-09')).toEqual([])
    expectOpenEnd(slack)
    expect(trouble).toEqual([])

    expect(toLocal(clock.now(), zone)).toEqual({ date: '2027-04-05', time: '10:05' })
    expect(moments.map(({ done }) => done)).toEqual(moments.keys().toArray())
    expect(moments.at(-1)).toEqual({
      title: 'Monday, 5 April 2027, 10:05',
      done: moments.length - 1,
      of: moments.length,
    })
    expect(`${lines.join('\n')}\n`).toContain(transcriptInDocs())
  })
})

describe('starting over', () => {
  const databases = [useDatabase('sqlite'), useDatabase('sqlite')]

  it('tells the same story again, from the first word', async () => {
    const clock = travelClock(beginsAt)
    const slack = await startSlack({ clock, seed })
    const told: string[][] = []
    for (const database of databases) {
      slack.reset()
      clock.set(beginsAt)
      const { botToken, appToken, apiUrl: slackApiUrl } = slack
      const connection = { mode: 'socket', appToken } as const
      const config = { botToken, connection, port: 0, slackApiUrl, defaultLocale: 'en' } as const
      const rondo = await startRondo({ database: database(), clock, log: silentLog, config })
      const beginning = story.filter(({ date }) => date <= '2027-03-05')
      told.push((await played({ slack, clock, rondo: () => rondo }, beginning)).lines)
      await rondo.stop()
    }
    await slack.stop()
    expect(told[0]).toContainEqual(expect.stringContaining('9 of 12 answered'))
    expect(told[1]).toEqual(told[0])
  })
})

type Told = { lines: string[]; moments: { title: string; done: number; of: number }[] }

async function played({ slack, clock, rondo }: Pick<Journey, 'slack' | 'clock' | 'rondo'>, scenes: Scene[]) {
  const told: Told = { lines: [], moments: [] }
  const transcript = transcriptOf(slack, (line) => void told.lines.push(line))
  await play({ slack, clock, rondo: rondo(), transcript }, scenes, (title, done, of) => {
    told.moments.push({ title, done, of })
  })
  return told
}

/** Where a visitor comes in: their review is open, and there is something to do for everyone they may be. */
function expectOpenEnd(slack: Slack): void {
  const review = slack.plain(there(slack.messages(channels.shared).filter(isRoot).at(-1)))
  expect(review).toContain('3 of 11 answered · Away: Ruben Smit')
  expect(review).toContain('Still open between the two teams (9)')
  expect(review).toContain('1 is overdue')
  expect(review.match(/· by \w+ \d+ April/g)).toHaveLength(6)
  expect(review).toContain('without owner')
  expect(review).toContain('26 of 40 meetings')
  expect(review).toContain('Proposed, not agreed yet: the lead definition “Event”')
  const latest = (name: string) => slack.plain(there(slack.person(name).directMessages().at(-1)), name)
  for (const { name } of cast.filter((one) => one.name !== 'ruben'))
    expect(latest(name), name).toMatch(/\[(Answer|Antwoorden|Done|Gedaan)\]/)
  for (const name of ['sanne', 'daan']) expect(latest(name)).toContain('[Vergelijken] [Akkoord]')
}

/** The days on which somebody got a message. @param from, until both included */
const askedBetween = (slack: Slack, name: string, from: string, until: string): string[] =>
  slack
    .person(name)
    .directMessages()
    .map((message) => toLocal(instantOf(message), zone).date)
    .filter((date) => date >= from && date <= until)

const isRoot = ({ thread_ts, ts }: Message): boolean => thread_ts === undefined || thread_ts === ts

/** To the minute: messages due at one moment follow each other by a second. */
const instantOf = ({ ts }: Message): number => Math.floor(Number(ts) / 60) * 60_000

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.')
  return thing
}

function transcriptInDocs(): string {
  const [, transcript = ''] =
    /<!-- transcript -->\n```\n([\s\S]+?)```\n<!-- \/transcript -->/.exec(readFileSync('docs/one-week.md', 'utf8')) ??
    []
  expect(transcript).not.toBe('')
  return transcript
}
