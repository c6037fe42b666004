import { afterEach, describe, expect, it } from 'vitest'
import { type Rondo, startRondo } from '../../src/app.ts'
import { toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import { setsUp } from '../../src/partnerships/story.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { createLog } from '../../src/platform/log.ts'
import type { Scene, Stage } from '../../src/platform/story.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { cast, channels, seed, zone } from '../../src/playground/story/cast.ts'
import { play } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { travel } from '../../src/playground/travel.ts'
import { useDatabase } from '../support/databases.ts'

const begin = toInstant('2027-02-11', '10:00', zone)
const few = ['sanne', 'priya', 'daan', 'tom']
const all = cast.map(({ name }) => name)

/** What a marketer and a salesperson say; the question that only their own side has. */
const words = (name: string, date: string) => `${name} on ${date}`
const fieldOf = (name: string) => (cast.find((one) => one.name === name)?.side === 'marketing' ? 'coming' : 'deals')

const setUp = (language: Language): Scene => ({
  date: '2027-02-11',
  time: '10:00',
  play: (stage) => setsUp(stage, language),
})

const review = (date: string, names: readonly string[]): Scene => ({
  date,
  time: '10:05',
  async play(stage) {
    for (const name of names) await answer(stage, name, words(name, date))
  },
})

async function answer(stage: Stage, name: string, said: string, from: 'direct message' | 'post' = 'direct message') {
  const person = stage.person(name)
  stage.minutes(3)
  await person.click(from === 'post' ? { postIn: channels.shared } : from, 'checkins:answer')
  await person.modal('checkins:answer')
  await person.submit({ [fieldOf(name)]: said })
}

const command = (date: string, time: string, name: string, typed: string): Scene => ({
  date,
  time,
  play: ({ person }) => person(name).command(typed, channels.shared),
})

/** Until the Sunday before the clocks change; then both replicas are away over nine o'clock on the Monday before it. */
const before = (language: Language): Scene[] => [
  setUp(language),
  review('2027-02-15', few),
  command('2027-02-19', '16:00', 'fleur', '/rondo away tot 28 feb'),
  review('2027-02-22', few),
  review('2027-03-01', few),
  review('2027-03-08', few),
  {
    date: '2027-03-08',
    time: '14:30',
    play: (stage) => answer(stage, 'daan', 'daan thinks again', 'post'),
  },
  command('2027-03-12', '16:00', 'ruben', '/rondo away tot 19 maart'),
  review('2027-03-15', ['sanne', 'priya', 'daan']),
  { date: '2027-03-16', time: '09:40', play: (stage) => answer(stage, 'tom', 'tom comes late', 'post') },
  { date: '2027-03-21', time: '12:00', play: async () => undefined },
]

const after: Scene[] = [
  review('2027-03-22', few),
  review('2027-03-30', all),
  review('2027-04-05', few),
  { date: '2027-04-06', time: '12:00', play: async () => undefined },
]

/** Each Monday but the one that is Easter Monday: when its post came, how many answered in the end, and who was away. */
const expected = [
  ['2027-02-15', '09:00', 4, 12, ''],
  ['2027-02-22', '09:00', 4, 11, 'Fleur Jansen'],
  ['2027-03-01', '09:00', 4, 12, ''],
  ['2027-03-08', '09:00', 4, 12, ''],
  ['2027-03-15', '09:00', 4, 11, 'Ruben Smit'],
  ['2027-03-22', '09:10', 4, 12, ''],
  ['2027-03-30', '09:00', 12, 12, ''],
  ['2027-04-05', '09:00', 4, 12, ''],
] as const

const say = {
  en: {
    title: /^Pipeline review: \w+ \d+ \w+$/,
    closed: (answered: number, of: number) => `Closed: ${answered} of ${of} answered`,
    summary: /^Summary of the check-in of /,
    late: 'Late answer added by Tom Ashworth',
  },
  nl: {
    title: /^Pipelineoverleg: \w+ \d+ \w+$/,
    closed: (answered: number, of: number) => `Gesloten: ${answered} van de ${of} hebben geantwoord`,
    summary: /^Samenvatting van de check-in van /,
    late: 'Tom Ashworth heeft nog een antwoord toegevoegd',
  },
}

const database = useDatabase('postgres')
let crew: Crew | undefined
afterEach(async () => {
  await crew?.stop()
  await crew?.slack.stop()
  crew = undefined
})

interface Crew {
  slack: Slack
  clock: TravelClock
  trouble: Record<string, unknown>[]
  start(): Promise<void>
  stop(): Promise<void>
  tell(scenes: readonly Scene[]): Promise<void>
}

/** Two replicas on one PostgreSQL. Slack brings what people do to either, by turns. */
async function twoReplicas(): Promise<Crew> {
  const clock = travelClock(begin)
  const slack = await startSlack({ clock, seed })
  const trouble: Record<string, unknown>[] = []
  const log = createLog('warn', { write: (line) => void trouble.push(JSON.parse(line)) })
  const { botToken, signingSecret, apiUrl: slackApiUrl } = slack
  const connection = { mode: 'http', signingSecret } as const
  const config = { botToken, connection, port: 0, slackApiUrl, defaultLocale: 'en' } as const
  let replicas: { rondo: Rondo; close(): Promise<void> }[] = []
  let turn = 0
  const rondo = {
    async settle() {
      await Promise.all(replicas.map((one) => one.rondo.settle()))
    },
    async nextDue() {
      const due = await Promise.all(replicas.map((one) => one.rondo.nextDue()))
      const known = due.filter((at) => at !== undefined)
      return known.length > 0 ? Math.min(...known) : undefined
    },
  }
  return {
    slack,
    clock,
    trouble,
    async start() {
      for (const _ of [1, 2]) {
        const own = await connect(database().url)
        replicas.push({ rondo: await startRondo({ database: own, clock, log, config }), close: own.close })
      }
      await slack.deliverTo(`http://127.0.0.1:${replicas[0]?.rondo.port}/slack/events`)
    },
    async stop() {
      for (const { rondo: one, close } of replicas) await one.stop().finally(close)
      replicas = []
    },
    async tell(scenes) {
      const transcript = transcriptOf(slack, () => undefined)
      const byTurns = scenes.map((scene) => ({
        ...scene,
        async play(stage: Stage) {
          turn += 1
          await slack.deliverTo(`http://127.0.0.1:${replicas[turn % 2]?.rondo.port}/slack/events`)
          await scene.play(stage)
        },
      }))
      await play({ slack, clock, rondo, transcript }, byTurns)
      await travel(clock, rondo, clock.now() + 60_000)
    },
  }
}

const isRoot = ({ thread_ts, ts }: Message): boolean => thread_ts === undefined || thread_ts === ts
const wallOf = ({ ts }: Message) => toLocal(Math.floor(Number(ts) / 60) * 60_000, zone)

describe.each(languages)('eight weeks on two replicas, in %s', { timeout: 180_000 }, (language) => {
  it('have every post once and when it should be, with all that was said', async () => {
    crew = await twoReplicas()
    const { slack, clock, trouble } = crew
    await crew.start()
    await crew.tell(before(language))
    await crew.stop()
    clock.travelTo(toInstant('2027-03-22', '09:10', zone))
    await crew.start()
    await crew.tell(after)

    const roots = slack.messages(channels.shared).filter(isRoot)
    const read = (message: Message) => slack.plain(message)
    expect(roots.map((root) => [wallOf(root).date, wallOf(root).time])).toEqual(
      expected.map(([date, time]) => [date, time]),
    )
    for (const [index, [date, , answered, of, away]] of expected.entries()) {
      const root = roots[index]
      if (!root) throw new Error(`Nothing stands for ${date}`)
      expect(root.text).toMatch(say[language].title)
      expect(read(root)).toContain(say[language].closed(answered, of))
      if (away) expect(read(root)).toContain(away)
      const replies = slack.thread(channels.shared, root.ts).slice(1)
      const summaries = replies.filter(({ text }) => say[language].summary.test(text))
      expect(summaries).toHaveLength(1)
      const thread = replies.map(read).join('\n')
      expect(replies.filter(({ text }) => text.startsWith(say[language].late))).toHaveLength(
        date === '2027-03-15' ? 1 : 0,
      )
      for (const name of all) {
        const said = answered === 12 || (few.includes(name) && !isSaidOtherwise(name, date))
        expect(thread.split(words(name, date)).length - 1, `${name} on ${date}`).toBe(said ? 1 : 0)
      }
    }
    const thread = (index: number) =>
      slack
        .thread(channels.shared, roots[index]?.ts ?? '')
        .map(read)
        .join('\n')
    expect(thread(3)).toContain('daan thinks again')
    expect(thread(4)).toContain('tom comes late')
    expect([channels.marketing, channels.sales].flatMap((channel) => slack.messages(channel).filter(isRoot))).toEqual(
      [],
    )
    expectOneMessageADay(slack)
    expect(trouble).toEqual([])
  })
})

/** Changed later, or said late in other words. */
const isSaidOtherwise = (name: string, date: string): boolean =>
  (name === 'daan' && date === '2027-03-08') || (name === 'tom' && date === '2027-03-15')

/** At most one gathered message a day, at nine on their own clocks or when both replicas were back, none while away. */
function expectOneMessageADay(slack: Slack): void {
  for (const { name, tz = zone } of cast) {
    const days = slack
      .person(name)
      .directMessages()
      .map(({ ts }) => toLocal(Math.floor(Number(ts) / 60) * 60_000, tz))
    expect(new Set(days.map(({ date }) => date)).size, name).toBe(days.length)
    for (const { date, time } of days) {
      const late = date === '2027-03-22' && tz === zone
      expect(time, `${name} on ${date}`).toBe(late ? '09:10' : '09:00')
      if (name === 'fleur') expect(date > '2027-02-19' && date < '2027-03-01').toBe(false)
      if (name === 'ruben') expect(date > '2027-03-12' && date < '2027-03-20').toBe(false)
    }
  }
}
