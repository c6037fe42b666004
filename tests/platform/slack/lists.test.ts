import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Feature } from '../../../src/platform/feature.ts'
import type { Click } from '../../../src/platform/interaction.ts'
import { buttons, field, modal, said } from '../../../src/platform/slack/blocks.ts'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { listOf, openedFrom, readMetadata, withListName } from '../../../src/platform/slack/lists.ts'
import { registryOf } from '../../../src/platform/slack/registry.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import type { Ephemeral } from '../../../src/playground/server/workspace.ts'
import { useDatabase } from '../../support/databases.ts'
import { edgeFor, everyone, listening, word } from '../../support/slack-edge.ts'

const database = useDatabase('sqlite')
let slack: Slack
let edge: SlackEdge
let lines: string[]
/** How often something was done, and what a list says of it. */
let done: number
let draw: () => string

const row = ['do', 'ask', 'wait', 'turn', 'tell'].map((verb) => ({ action: `test:${verb}`, text: verb, value: 'v' }))
const list = (about: string) => ({
  ...said(`${about}: ${draw()}`, buttons(row)),
  list: { name: 'test:list', about },
})
const form = modal({
  id: 'test:form',
  title: 'Form',
  submit: 'Send',
  close: 'Cancel',
  metadata: 'of the form',
  blocks: [
    buttons([{ action: 'test:within', text: 'Within', value: 'w' }]),
    field({ id: 'text', label: 'Text', element: { type: 'plain_text_input' }, optional: true }),
  ],
})
const slow = modal({ id: 'test:slow', title: 'Slow', submit: 'Send', close: 'Cancel', blocks: form.blocks })
const act = () => {
  done += 1
}
const seen: string[] = []

const feature: Feature = {
  name: 'test',
  words: [
    word('list', ({ reply, text }) => reply(list(text))),
    word('plain', ({ reply }) => reply(said('0 done', buttons(row)))),
  ],
  lists: { 'test:list': async (_, about) => list(about) },
  listeners: [
    { on: 'action', id: 'test:do', may: everyone, run: async () => act() },
    { on: 'action', id: 'test:ask', may: everyone, run: async (click: Click) => void (await click.open(form)) },
    { on: 'action', id: 'test:wait', may: everyone, run: async (click: Click) => void (await click.open(slow)) },
    { on: 'action', id: 'test:turn', may: everyone, run: (click: Click) => click.replace(list('page 2')) },
    {
      on: 'action',
      id: 'test:tell',
      may: everyone,
      async run(click: Click) {
        act()
        await click.answer(said('told'))
      },
    },
    {
      on: 'action',
      id: 'test:within',
      may: everyone,
      async run(click: Click) {
        seen.push(click.view?.metadata ?? '')
        act()
        if (click.view) await click.change(click.view, form)
        await click.followed()
      },
    },
    {
      on: 'view',
      id: 'test:slow',
      may: everyone,
      submit: async ({ fill }) => ({
        show: { ...form, external_id: 'filled' },
        after: () => fill('filled', form),
      }),
    },
    {
      on: 'view',
      id: 'test:form',
      may: everyone,
      async submit(submission) {
        seen.push(submission.metadata)
        await submission.once(async () => act())
        return { close: 'top' }
      },
    },
  ],
}

beforeEach(async () => {
  done = 0
  draw = () => `${done} done`
  seen.length = 0
  slack = await startSlack({
    seed: {
      users: [{ id: 'U0ANNA0001', name: 'anna' }],
      channels: [{ id: 'C0ALL00001', name: 'all', members: ['anna'] }],
    },
  })
  const log = listening()
  lines = log.lines
  edge = edgeFor({ database: database(), features: [feature], slack, mode: 'HTTP', log: log.log })
  const { port } = await edge.start()
  await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
})
afterEach(async () => {
  await edge.stop()
  await slack.stop()
})

const rest = () => slack.settled({ settle: edge.settled })
const anna = () => slack.person('anna')
const shown = () =>
  anna()
    .ephemerals()
    .map((one) => slack.plain(one).split('\n')[0])

async function asks(command: string): Promise<Ephemeral> {
  await anna().command(`/rondo ${command}`, { in: 'all' })
  await rest()
  const last = anna().ephemerals().at(-1)
  if (!last) throw new Error('Nothing was shown.')
  return last
}

async function clicks(on: Ephemeral, verb: string) {
  await anna().click(on, `test:${verb}`)
  await rest()
}

describe('a list that only one person sees', () => {
  it('stands as it is now after a click on it, with what it was asked for', async () => {
    await clicks(await asks('list of mine'), 'do')
    expect(shown()).toEqual(['of mine: 1 done'])
  })

  it('follows what is sent from a window that was opened from it, also after that window was changed', async () => {
    await clicks(await asks('list mine'), 'ask')
    await anna().click('modal', 'test:within')
    await rest()
    expect(shown()).toEqual(['mine: 1 done'])
    await anna().submit({ text: 'x' })
    await rest()
    expect(shown()).toEqual(['mine: 2 done'])
    expect(seen).toEqual(['of the form', 'of the form'])
  })

  it('follows what is sent from a window that had to be waited for', async () => {
    await clicks(await asks('list mine'), 'wait')
    for (const _ of ['slow', 'form']) {
      await anna().submit({ text: 'x' })
      await rest()
    }
    expect(seen).toEqual(['of the form'])
    expect(shown()).toEqual(['mine: 1 done'])
  })

  it('is the one that the click was on, of several', async () => {
    const first = await asks('list first')
    await asks('list second')
    await clicks(first, 'do')
    expect(shown()).toEqual(['first: 1 done', 'second: 0 done'])
  })

  it('stays on the page that was turned to', async () => {
    const whole = await asks('list mine')
    await clicks(whole, 'turn')
    await clicks(whole, 'do')
    expect(shown()).toEqual(['page 2: 1 done'])
  })

  it('is left alone where it is no list', async () => {
    await clicks(await asks('plain'), 'do')
    expect(shown()).toEqual(['0 done'])
  })

  it('keeps nobody from what they do where it cannot be drawn', async () => {
    const there = await asks('list mine')
    draw = () => {
      throw new Error('no')
    }
    await clicks(there, 'do')
    expect(done).toBe(1)
    expect(shown()).toEqual(['mine: 0 done'])
    expect(lines.join()).toContain('a list could not follow')
  })
})

describe('what came of a click', () => {
  it('stands in the place of an answer that only they see, the one that was clicked', async () => {
    const first = await asks('plain')
    await asks('plain')
    await clicks(first, 'tell')
    expect(shown()).toEqual(['told', '0 done'])
  })

  it('stands beside a list, which follows', async () => {
    await clicks(await asks('list mine'), 'tell')
    expect(shown()).toEqual(['mine: 1 done', 'told'])
  })

  it('stands beside what others see too', async () => {
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl })
    await client.chat.postMessage({ channel: 'C0ALL00001', ...said('for all', buttons(row)) })
    const [message] = slack.messages('all')
    if (message) await anna().click(message, 'test:tell')
    await rest()
    expect(shown()).toEqual(['told'])
    expect(slack.messages('all').map((one) => slack.plain(one).split('\n')[0])).toEqual(['for all'])
  })
})

it('has a name of its own', () => {
  expect(() => registryOf([feature, { name: 'other', lists: { 'test:list': async () => said('x') } }])).toThrow(
    'Two lists are called "test:list".',
  )
})

describe('where a window was opened from', () => {
  const from = { address: 'https://hooks.slack.com/actions/T1/2/3', name: 'goals:list', about: 'C1 page 2' }

  it('is carried behind what the window carries itself', () => {
    const carried = openedFrom(from, modal({ id: 'm', title: 'M', close: 'C', blocks: [], metadata: 'a:b' }))
    expect(readMetadata(carried.private_metadata ?? '')).toEqual({ metadata: 'a:b', list: from })
    expect(readMetadata('a:b')).toEqual({ metadata: 'a:b', list: undefined })
  })

  it('is left out where it does not fit, so that the window opens', () => {
    const metadata = 'm'.repeat(2_950)
    const view = openedFrom(from, modal({ id: 'm', title: 'M', close: 'C', blocks: [], metadata }))
    expect(readMetadata(view.private_metadata ?? '')).toEqual({ metadata, list: undefined })
  })

  it('is on whatever can be clicked, each with an id of its own', () => {
    const { blocks } = withListName({ ...said('x', buttons(row), buttons(row)), list: { name: 'l', about: 'a b' } })
    const ids = blocks.flatMap(({ block_id }) => (block_id ? [block_id] : []))
    expect(new Set(ids).size).toBe(2)
    expect(ids.map(listOf)).toEqual([
      { name: 'l', about: 'a b' },
      { name: 'l', about: 'a b' },
    ])
    expect([listOf(undefined), listOf('text'), listOf('')]).toEqual([undefined, undefined, undefined])
  })
})
