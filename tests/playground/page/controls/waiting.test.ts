import { describe, expect, it } from 'vitest'
import { type Reach, waitingFor } from '../../../../src/playground/page/controls/waiting.ts'
import { warningsOf } from '../../../../src/playground/page/controls/wrong.ts'
import { world } from '../given.ts'

const journey = { from: 0, to: 1, stops: [] }
const calm = world()

describe('what a control waits for', () => {
  const nothing = { time: undefined, bot: undefined, slack: undefined, all: undefined }
  it.each([
    ['when all is calm', calm, nothing],
    ['after a journey', world({ journey: { ...journey, over: true } }), nothing],
    [
      'while the story is told',
      world({ story: { title: 'x', done: 0, of: 1 }, canTravel: false, journey: { ...journey, over: false } }),
      { time: 'story', bot: 'story', slack: 'story', all: 'story' },
    ],
    [
      'on a journey, in which Slack can still fail',
      world({ journey: { ...journey, over: false } }),
      { time: 'journey', bot: 'journey', slack: undefined, all: 'journey' },
    ],
    [
      'where somebody else moves the clock',
      world({ canTravel: false }),
      { time: 'elsewhere', bot: 'elsewhere', slack: undefined, all: 'elsewhere' },
    ],
    ['while the bot starts', world({ bot: 'starting' }), { ...nothing, bot: 'starting' }],
    ['while the bot is stopped', world({ bot: 'stopped' }), nothing],
  ])('%s', (_, card, expected) => {
    const reaches: Reach[] = ['time', 'bot', 'slack', 'all']
    expect(Object.fromEntries(reaches.map((reach) => [reach, waitingFor(reach, card)]))).toEqual(expected)
  })
})

describe('the warnings', () => {
  const trouble = calm.trouble
  it.each([
    ['nothing', calm, []],
    [
      'an outage, and not also the sockets that it takes',
      world({ trouble: { ...trouble, outage: true, sockets: 0 } }),
      ['outage'],
    ],
    ['limits', world({ trouble: { ...trouble, limits: true } }), ['limits']],
    ['answers that will get lost', world({ trouble: { ...trouble, lostAnswers: 2 } }), ['lostAnswers']],
    ['a lost connection', world({ trouble: { ...trouble, sockets: 0 } }), ['noSocket']],
    [
      'a stopped bot, and not also its sockets',
      world({ bot: 'stopped', trouble: { ...trouble, sockets: 0 } }),
      ['stopped'],
    ],
    ['a bot that starts', world({ bot: 'starting', trouble: { ...trouble, sockets: 0 } }), ['starting']],
    [
      'no bot that the story is about to start',
      world({ bot: 'starting', story: { title: '', done: 0, of: 1 }, trouble: { ...trouble, sockets: 0 } }),
      [],
    ],
  ])('tell of %s', (_, card, expected) => expect(warningsOf(card).map((one) => one.of)).toEqual(expected))

  it('are lifted by undoing what was done', () => {
    const all = world({ bot: 'stopped', trouble: { outage: true, limits: true, lostAnswers: 1, sockets: 0 } })
    expect(warningsOf(all).map((one) => 'lift' in one && one.lift)).toEqual([
      { do: 'trouble', what: 'outage', on: false },
      { do: 'trouble', what: 'limits', on: false },
      { do: 'trouble', what: 'lostAnswer', on: false },
      { do: 'runBot', run: true },
    ])
  })
})
