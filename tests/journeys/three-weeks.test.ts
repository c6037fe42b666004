import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toLocal } from '../../src/calendar/wall-time.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { cast, channels, seed } from '../../src/playground/story/cast.ts'
import { beginsAt, play } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { weeks, zone } from '../../src/playground/story/weeks.ts'
import { type Journey, useJourney } from '../support/journey.ts'

const cases = [
  { engine: 'sqlite', mode: 'socket' },
  { engine: 'postgres', mode: 'http' },
] as const

describe.each(cases)('three weeks of pipeline reviews on $engine over $mode', ({ engine, mode }) => {
  const journey = useJourney({ engine, mode, seed, startsAt: beginsAt })

  it('happen as the README shows them, each post once, nobody asked twice or while away', async () => {
    const lines = await played(journey())
    const { slack, trouble } = journey()

    const roots = slack.messages(channels.shared).filter(isRoot)
    expect(roots.map((root) => toLocal(instantOf(root), zone))).toEqual(
      weeks.map(({ monday }) => ({ date: monday, time: '09:00' })),
    )
    for (const root of roots) {
      const replies = slack.thread(channels.shared, root.ts).slice(1)
      expect(replies.map(({ text }) => text).filter((text) => text.startsWith('Summary'))).toHaveLength(1)
    }
    for (const { name, tz = zone } of cast) {
      const days = slack
        .person(name)
        .directMessages()
        .map((message) => toLocal(instantOf(message), tz))
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      expect(days.every(({ time }) => time === '09:00')).toBe(true)
    }
    const fleurs = slack
      .person('fleur')
      .directMessages()
      .map((message) => toLocal(instantOf(message), zone).date)
    expect(fleurs.filter((date) => date >= '2027-03-06' && date <= '2027-03-12')).toEqual([])
    expect(trouble).toEqual([])

    expect(`${lines.join('\n')}\n`).toContain(transcriptInReadme())
  })
})

async function played({ slack, clock, rondo }: Journey): Promise<string[]> {
  const lines: string[] = []
  await play({ slack, clock, rondo: rondo(), transcript: transcriptOf(slack, (line) => void lines.push(line)) })
  return lines
}

const isRoot = ({ thread_ts, ts }: Message): boolean => thread_ts === undefined || thread_ts === ts

/** To the minute: messages due at one moment follow each other by a second. */
const instantOf = ({ ts }: Message): number => Math.floor(Number(ts) / 60) * 60_000

function transcriptInReadme(): string {
  const [, transcript = ''] =
    /<!-- transcript -->\n```\n([\s\S]+?)```\n<!-- \/transcript -->/.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(transcript).not.toBe('')
  return transcript
}
