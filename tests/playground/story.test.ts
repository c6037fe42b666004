import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Scene } from '../../src/platform/story.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { seed } from '../../src/playground/story/cast.ts'
import { beginsAt, play, storyOf } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'

const scene = (date: string, time: string, act: Scene['play'] = async () => undefined): Scene => ({
  date,
  time,
  play: act,
})

describe('the story of the demo', () => {
  it('is in the order of time, and at one moment in the order of the features', () => {
    const early = scene('2027-02-27', '09:00')
    const [one, other] = [scene('2027-03-01', '10:00'), scene('2027-03-01', '10:00')]
    const told = storyOf([{ story: [one] }, {}, { story: [early, other] }])
    expect(told.filter((each) => [early, one, other].includes(each))).toEqual([early, one, other])
    expect(told.indexOf(one)).toBeLessThan(told.indexOf(other))
    expect(told.at(-1)).toMatchObject({ date: '2027-04-05', time: '10:05' })
  })
})

describe('playing scenes', () => {
  let slack: Slack
  let clock: TravelClock
  let lines: string[]
  beforeEach(async () => {
    clock = travelClock(beginsAt)
    slack = await startSlack({ clock, seed, ackTimeoutMs: 20 })
    lines = []
  })
  afterEach(() => slack.stop())

  const rondo = { settle: async () => undefined, nextDue: async () => undefined }
  const played = (...scenes: Scene[]) =>
    play({ slack, clock, rondo, transcript: transcriptOf(slack, (line) => void lines.push(line)) }, scenes)

  it('lets people talk, answer each other and react, and tells it', async () => {
    const talk = scene('2027-02-26', '09:00', async ({ person }) => {
      person('sanne').say('Who has the key?', 'general')
      person('daan').reply('It is in the door.', 'general')
      person('fleur').react('joy', 'general')
    })
    await played(talk, scene('2027-02-26', '10:00'))
    const [question, answer] = slack.messages('general')
    expect(answer).toMatchObject({ thread_ts: question?.ts, reactions: [{ name: 'joy' }] })
    expect(lines.join('\n')).toContain('#general, Daan Mulder:\n  (in the thread) It is in the door.')
  })

  it.each<[string, Scene['play'], string]>([
    [
      'types where they are not',
      ({ person }) => person('fleur').command('/rondo', 'team-leads'),
      'fleur is not in team-leads',
    ],
    [
      'gets no answer',
      ({ person }) => person('fleur').command('/rondo', 'general'),
      'fleur could not type /rondo: "/rondo failed',
    ],
    [
      'looks at what is not there',
      ({ person }) => person('fleur').click('ephemeral', 'actions:done'),
      'There is nothing to see here.',
    ],
    [
      'looks for the app where it said nothing',
      ({ person }) => person('fleur').click({ postIn: 'general' }, 'actions:add'),
      'There is nothing to see here.',
    ],
  ])('ends where somebody %s', async (_what, act, sentence) => {
    slack.person('sanne').say('Not of the app.', { in: 'general' })
    await expect(played(scene('2027-02-26', '09:00', act))).rejects.toThrow(sentence)
  })
})
