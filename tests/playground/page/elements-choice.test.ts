import { describe, expect, it } from 'vitest'
import {
  type Choice,
  choicesOf,
  chosenOf,
  matching,
  optionChoices,
} from '../../../src/playground/page/elements/choice.ts'
import type { ChannelCard } from '../../../src/playground/page/wire.ts'
import * as given from './given.ts'
import { anna, ben, english } from './reader.tsx'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (words: string, description?: string) => ({
  text: plain(words),
  value: words.toLowerCase(),
  ...(description && { description: plain(description) }),
})
const words = (choices: Choice[]) => choices.map((one) => one.words)

const channel = (id: string, kind: ChannelCard['kind'], more: Partial<ChannelCard> = {}) =>
  given.channel({ id, name: id.toLowerCase(), kind, members: [], ...more })
const people = new Map(
  [
    given.person('U9', 'Zed', { name: 'robot', kind: 'app' }),
    given.person('U8', 'Slackbot', { kind: 'slackbot' }),
    given.person('U7', 'Gone', { deleted: true }),
    ben,
    anna,
  ].map((one) => [one.id, one]),
)
const channels = [
  channel('OPEN', 'public'),
  channel('OLD', 'public', { archived: true }),
  channel('SHARED', 'public', { connected: true }),
  channel('SECRET', 'private'),
  channel('WITHBEN', 'im', { partner: 'U2' }),
  channel('WITHAPP', 'im', { partner: 'U9' }),
  channel('GROUP', 'mpim'),
]
const reading = { ...english, people, channels, person: (id: string) => people.get(id) }

describe('what a select offers', () => {
  const all = ['open', 'shared', 'secret', 'withben', 'withapp', 'group']
  const offers: [what: string, element: object, offered: string[]][] = [
    [
      'people by name, apps after them, nobody who is gone',
      { type: 'users_select' },
      ['Anna de Wit', 'Ben Okafor', 'Zed'],
    ],
    ['people also where several can be chosen', { type: 'multi_users_select' }, ['Anna de Wit', 'Ben Okafor', 'Zed']],
    ['open channels only', { type: 'channels_select' }, ['open', 'shared']],
    ['every conversation', { type: 'conversations_select' }, all],
    [
      'kinds of conversations',
      { type: 'conversations_select', filter: { include: ['private', 'im'] } },
      ['secret', 'withben', 'withapp'],
    ],
    [
      'none that is shared',
      { type: 'multi_conversations_select', filter: { exclude_external_shared_channels: true } },
      all.filter((one) => one !== 'shared'),
    ],
    [
      'none with a bot',
      { type: 'conversations_select', filter: { exclude_bot_users: true } },
      all.filter((one) => one !== 'withapp'),
    ],
    ['its options', { type: 'static_select', options: [option('B'), option('A')] }, ['B', 'A']],
    ['nothing of its own when the app is asked', { type: 'external_select' }, []],
  ]
  it.each(offers)('is %s', (_what, element, offered) => {
    expect(words(choicesOf({ ...element }, reading))).toEqual(offered)
  })

  it('is in groups where they are', () => {
    const groups = [
      { label: plain('Warm'), options: [option('Red')] },
      { label: plain('Cold'), options: [option('Blue')] },
    ]
    expect(optionChoices(groups).map(({ words, group }) => [words, group])).toEqual([
      ['Red', 'Warm'],
      ['Blue', 'Cold'],
    ])
  })
})

describe('what is given on', () => {
  it('is the option as the app made it, and an id where there are only names', () => {
    const red = option('Red', 'Warm')
    expect(optionChoices([red])[0]?.given).toBe(red)
    expect(choicesOf({ type: 'users_select' }, reading)[0]?.given).toBe('U1')
    expect(chosenOf({ type: 'multi_static_select' }, [red], reading)[0]?.given).toBe(red)
  })

  it('is shown in the order in which it was chosen', () => {
    expect(words(chosenOf({ type: 'multi_users_select' }, ['U2', 'U1'], reading))).toEqual([
      'Ben Okafor',
      'Anna de Wit',
    ])
    expect(chosenOf({ type: 'static_select' }, null, reading)).toEqual([])
    expect(words(chosenOf({ type: 'conversations_select' }, 'SECRET', reading))).toEqual(['secret'])
  })
})

describe('the filter', () => {
  const choices = optionChoices([option('Dark Élan'), option('Elan'), option('Red', 'like an elan'), option('Blue')])
  const cases: [typed: string, found: string[]][] = [
    ['', ['Dark Élan', 'Elan', 'Red', 'Blue']],
    ['  ', ['Dark Élan', 'Elan', 'Red', 'Blue']],
    ['elan', ['Elan', 'Dark Élan', 'Red']],
    ['ÉLAN', ['Elan', 'Dark Élan', 'Red']],
    ['el da', ['Dark Élan']],
    ['#blue', ['Blue']],
    ['green', []],
  ]
  it.each(cases)('finds with "%s"', (typed, found) => {
    expect(words(matching(choices, typed))).toEqual(found)
  })

  it('finds people by their short name', () => {
    expect(words(matching(choicesOf({ type: 'users_select' }, reading), '@robot'))).toEqual(['Zed'])
  })

  it('leaves groups together', () => {
    const groups = optionChoices([
      { label: plain('One'), options: [option('b a')] },
      { label: plain('Two'), options: [option('a')] },
    ])
    expect(words(matching(groups, 'a'))).toEqual(['b a', 'a'])
  })
})
