import { afterEach, describe, expect, it } from 'vitest'
import type { Feature } from '../../../src/platform/feature.ts'
import { phrase } from '../../../src/platform/i18n.ts'
import type { Listener, Right, Word } from '../../../src/platform/interaction.ts'
import { button, buttons, field, modal, said, section } from '../../../src/platform/slack/blocks.ts'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import { useDatabase } from '../../support/databases.ts'
import {
  edgeFor,
  everyone,
  likeAnna,
  listening,
  type Mode,
  modes,
  anna as someone,
  word,
} from '../../support/slack-edge.ts'

const database = useDatabase('sqlite')
let slack: Slack
let edge: SlackEdge
let lines: string[]

afterEach(async () => {
  await edge.stop()
  await slack.stop()
})

const seed = {
  users: [
    { id: 'U0ANNA0001', name: 'anna' },
    { id: 'U0BRAM0001', name: 'bram' },
  ],
  channels: [{ id: 'C0SHARED01', name: 'shared', members: ['anna', 'bram'] }],
}

async function start(
  mode: Mode,
  feature: { words?: Word[]; listeners?: Listener[] },
  more: Partial<Parameters<typeof edgeFor>[0]> = {},
) {
  slack = await startSlack({ seed })
  const log = listening()
  lines = log.lines
  const features: Feature[] = [{ name: 'test', ...feature }]
  edge = edgeFor({ database: database(), features, slack, mode, log: log.log, ...more })
  const { port } = await edge.start()
  if (mode === 'HTTP') await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return slack.person('anna')
}

const quiet = async () => {
  await edge.settled()
  await slack.settled()
}
const form = modal({
  id: 'test:form',
  title: 'Form',
  submit: 'Send',
  close: 'Cancel',
  metadata: 'about-7',
  blocks: [field({ id: 'name', label: 'Name', element: { type: 'plain_text_input' } })],
})
const bossOnly: Right = {
  name: 'boss only',
  refuse: async (_, { person, value }) => `Only the boss, not ${person.name}, may do ${value || 'this'}.`,
}
const opening = () => word('open', async (command) => void (await command.open(form)))

describe.each(modes)('a person over %s', (mode) => {
  it('is answered where they typed a command, and only they see it', async () => {
    const anna = await start(mode, {
      words: [
        word('hello', async ({ reply, text, channelId, person }) =>
          reply({ text: `${text} ${channelId} ${person.slackId}`, blocks: [section('Hi')] }),
        ),
      ],
    })
    expect(await anna.command('/rondo Hello  there you', { in: 'shared' })).toEqual({ acked: true })
    await quiet()
    expect(anna.ephemerals().map(({ text }) => text)).toEqual(['there you C0SHARED01 U0ANNA0001'])
    expect(slack.messages('shared')).toEqual([])
  })

  it('opens a modal, is told about errors, submits it, and it happens once', async () => {
    const effects: unknown[] = []
    const submit: Extract<Listener, { on: 'view' }>['submit'] = async ({ fields, metadata, once }) => {
      if (fields.name === 'wrong') return { errors: { name: 'Not that one.' } }
      const done = await once(async (trx) => {
        await trx.selectFrom('inbox').select('key').execute()
        return effects.push({ ...fields, metadata })
      })
      return done === 1 ? { close: 'all' } : { errors: { name: 'twice' } }
    }
    const anna = await start(mode, {
      words: [opening()],
      listeners: [{ on: 'view', id: 'test:form', may: everyone, submit }],
    })
    await anna.command('/rondo open')
    expect((await anna.nextModal()).callback_id).toBe('test:form')
    expect(await anna.submit({ name: 'wrong' })).toEqual({ acked: true, errors: { name: 'Not that one.' } })
    expect(await anna.submit({ name: 'right' })).toEqual({ acked: true })
    expect(anna.modals).toEqual([])
    expect(effects).toEqual([{ name: 'right', metadata: 'about-7' }])
  })

  it('goes from one modal to the next: shown instead, and pushed on top', async () => {
    const titled = (id: string) => ({ ...form, callback_id: id })
    const anna = await start(mode, {
      words: [opening()],
      listeners: [
        { on: 'view', id: 'test:form', may: everyone, submit: async () => ({ show: titled('test:second') }) },
        { on: 'view', id: 'test:second', may: everyone, submit: async () => ({ push: titled('test:third') }) },
        { on: 'view', id: 'test:third', may: everyone, submit: async () => ({ close: 'top' }) },
      ],
    })
    await anna.command('/rondo open')
    await anna.nextModal()
    await anna.submit({ name: 'x' })
    await anna.submit({ name: 'y' })
    expect(anna.modals.map((view) => view.callback_id)).toEqual(['test:second', 'test:third'])
    await anna.submit({ name: 'z' })
    expect(anna.modals.map((view) => view.callback_id)).toEqual(['test:second'])
  })

  it('clicks a button of a message, and chooses in a modal, which changes', async () => {
    const clicks: unknown[] = []
    const run: Extract<Listener, { on: 'action' }>['run'] = async ({ value, message, view, change, channelId }) => {
      clicks.push({ value, message: message?.ts, metadata: view?.metadata, name: view?.fields.name, channelId })
      if (view) await change(view, { ...form, title: { type: 'plain_text', text: 'Changed' } })
    }
    const select = {
      type: 'static_select' as const,
      action_id: 'test:choose',
      options: [{ text: { type: 'plain_text' as const, text: 'B' }, value: 'b' }],
    }
    const choosing = {
      ...form,
      blocks: [...form.blocks, { type: 'actions' as const, block_id: 'row', elements: [select] }],
    }
    const anna = await start(mode, {
      words: [word('open', async ({ open }) => void (await open(choosing)))],
      listeners: [
        { on: 'action', id: 'test:done', may: everyone, run },
        { on: 'action', id: 'test:choose', may: everyone, run },
      ],
    })
    const posted = await slack.until(() => post())
    await anna.click(posted, 'test:done')
    await anna.command('/rondo open')
    await anna.nextModal()
    anna.fill({ name: 'typed' })
    await anna.choose('test:choose', 'b')
    expect((await anna.nextModal()).title).toMatchObject({ text: 'Changed' })
    await quiet()
    expect(clicks).toEqual([
      { value: '7', message: posted.ts, metadata: undefined, name: undefined, channelId: 'C0SHARED01' },
      { value: 'b', message: undefined, metadata: 'about-7', name: 'typed', channelId: undefined },
    ])
  })

  it('types in a list that is looked up', async () => {
    const external = { type: 'external_select' as const, min_query_length: 1, action_id: 'test:find' }
    const searching = {
      ...form,
      blocks: [
        {
          type: 'input' as const,
          block_id: 'who',
          label: { type: 'plain_text' as const, text: 'Who' },
          element: external,
        },
      ],
    }
    const anna = await start(mode, {
      words: [word('open', async ({ open }) => void (await open(searching)))],
      listeners: [
        {
          on: 'options',
          id: 'test:find',
          may: everyone,
          suggest: async ({ typed }) => [{ text: { type: 'plain_text', text: typed.toUpperCase() }, value: typed }],
        },
      ],
    })
    await anna.command('/rondo open')
    await anna.nextModal()
    expect(await anna.suggest('test:find', 'ph')).toMatchObject([{ value: 'ph', text: { text: 'PH' } }])
  })

  it('uses shortcuts, and is answered where there is no channel', async () => {
    const shortcut = (id: string): Listener => ({
      on: 'shortcut',
      id,
      may: everyone,
      run: async ({ reply, channelId }) => reply({ text: `${id} ${channelId}`, blocks: [] }),
    })
    const anna = await start(mode, { listeners: [shortcut('test:global'), shortcut('test:message')] })
    await anna.shortcut('test:global')
    await quiet()
    expect(anna.directMessages().map(({ text }) => text)).toEqual(['test:global undefined'])
    await anna.messageShortcut(slack.person('bram').say('Look', { in: 'shared' }), 'test:message')
    await quiet()
    expect(anna.ephemerals().map(({ text }) => text)).toEqual(['test:message C0SHARED01'])
  })

  it('opens Home, and everybody who listens hears of it', async () => {
    const heard: unknown[] = []
    const listener = (name: string, fails = false): Listener => ({
      on: 'event',
      type: 'app_home_opened',
      run: async ({ workspaceId, event }) => {
        heard.push([name, workspaceId, (event as { user: string }).user])
        if (fails) throw new Error('canary')
      },
    })
    const anna = await start(mode, { listeners: [listener('first', true), listener('second')] })
    anna.openHome()
    anna.say('a message that nobody listens to', { in: 'shared' })
    await slack.settled()
    await quiet()
    expect(heard).toEqual([
      ['first', 'w1', 'U0ANNA0001'],
      ['second', 'w1', 'U0ANNA0001'],
    ])
    const kept = await database().db.selectFrom('inbox').selectAll().execute()
    expect(kept.map(({ kind, body }) => [kind, body])).toEqual([['event', null]])
  })

  it('is told what went wrong by a reference that the log knows, and never sees more', async () => {
    const fails = async () => {
      throw new Error('canary: select * from person')
    }
    const anna = await start(mode, {
      words: [word('fail', fails), opening()],
      listeners: [
        { on: 'action', id: 'test:done', may: everyone, run: fails },
        { on: 'view', id: 'test:form', may: everyone, submit: fails },
      ],
    })
    await anna.command('/rondo fail', { in: 'shared' })
    await anna.click(await slack.until(() => post()), 'test:done')
    await anna.command('/rondo open')
    await anna.nextModal()
    const submitted = await anna.submit({ name: 'x' })
    await quiet()
    const sentences = [...anna.ephemerals().map(({ text }) => text), submitted.errors?.name]
    const references = sentences.map(
      (sentence) => /Something went wrong \(reference (\w{6})\)\. Please try again/.exec(sentence ?? '')?.[1],
    )
    expect(references).toHaveLength(3)
    for (const reference of references)
      expect(lines.filter((line) => line.includes(`"reference":"${reference}"`))).toHaveLength(1)
    expect(JSON.stringify([...sentences, ...slack.traffic.map(({ answer }) => answer)])).not.toContain('canary')
    expect(anna.modal?.callback_id).toBe('test:form')
  })

  it('is refused under a field in plain text, where Slack would show what is escaped', async () => {
    const andCo: Right = { name: 'boss', refuse: async () => 'Only Tom &amp; Co may do this.' }
    const view: Listener = { on: 'view', id: 'test:form', may: andCo, submit: async () => ({ close: 'top' }) }
    const anna = await start(mode, { words: [opening()], listeners: [view] })
    await anna.command('/rondo open')
    await anna.nextModal()
    const { errors = {} } = await anna.submit({ name: 'x' })
    expect(Object.values(errors)).toEqual(['Only Tom & Co may do this.'])
  })

  it('is refused with the sentence of the right, at every use', async () => {
    let ran = 0
    const run = async () => {
      ran += 1
    }
    const submit = async () => {
      ran += 1
      return { close: 'top' as const }
    }
    const anna = await start(mode, {
      words: [word('secret', run, { may: bossOnly }), opening()],
      listeners: [
        { on: 'action', id: 'test:done', may: bossOnly, run },
        { on: 'shortcut', id: 'test:global', may: bossOnly, run },
        { on: 'view', id: 'test:form', may: bossOnly, submit },
      ],
    })
    await anna.command('/rondo secret plans', { in: 'shared' })
    await anna.click(await slack.until(() => post()), 'test:done')
    await anna.shortcut('test:global')
    await anna.command('/rondo open')
    await anna.nextModal()
    const submitted = await anna.submit({ name: 'x' })
    await quiet()
    expect(anna.ephemerals().map(({ text }) => text)).toEqual([
      'Only the boss, not Anna, may do plans.',
      'Only the boss, not Anna, may do 7.',
    ])
    expect(anna.directMessages().map(({ text }) => text)).toEqual(['Only the boss, not Anna, may do this.'])
    expect(submitted.errors).toEqual({ name: 'Only the boss, not Anna, may do about-7.' })
    expect(ran).toBe(0)
  })
})

async function postMessage() {
  const { WebClient } = await import('@slack/web-api')
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl })
  await client.chat.postMessage({
    channel: 'C0SHARED01',
    text: 'To do',
    blocks: [buttons([{ action: 'test:done', text: 'Done', value: '7' }])],
  })
}
function post() {
  const [first] = slack.messages('shared')
  if (!first) void postMessage()
  return first
}

describe('an unknown word', () => {
  it('gets the nearest command as a button, which does it', async () => {
    const said: string[] = []
    const anna = await start('HTTP', {
      words: [word('actions', async ({ text, channelId }) => void said.push(`${text} in ${channelId}`))],
    })
    await anna.command('/rondo actoins <!channel> of mine', { in: 'shared' })
    await quiet()
    expect(said).toEqual([])
    const [answer] = anna.ephemerals()
    expect(answer?.text).toBe('I don’t know “actoins”. Did you mean this?')
    if (!answer) return
    await anna.click(answer, '/rondo actions <!channel> of mine')
    await quiet()
    expect(said).toEqual(['<!channel> of mine in C0SHARED01'])
    expect(anna.ephemerals()).toEqual([])
  })

  it('far from all is named, harmlessly, in the language of the person', async () => {
    const whoIs = async () => ({ ...someone, language: 'nl' as const })
    const anna = await start('HTTP', { words: [word('actions', async () => {})] }, { whoIs })
    await anna.command('/rondo <!here>', { in: 'shared' })
    await quiet()
    expect(anna.ephemerals()[0]?.text).toContain('“&lt;!here&gt;” ken ik niet.')
  })
})

describe('a window that cannot be opened in time', () => {
  it('is opened by Continue after a command', async () => {
    const anna = await start('HTTP', { words: [opening()] })
    slack.fault({ kind: 'error', method: 'views.open', error: 'expired_trigger_id', times: 1 })
    await anna.command('/rondo open', { in: 'shared' })
    await quiet()
    const [answer] = anna.ephemerals()
    expect(anna.modals).toEqual([])
    if (answer) await anna.click(answer, 'Continue')
    expect((await anna.nextModal()).callback_id).toBe('test:form')
    await quiet()
    expect(anna.ephemerals()).toEqual([])
  })

  it('is opened by Continue after a click and a shortcut, with the same value and message', async () => {
    const clicks: unknown[] = []
    const anna = await start('HTTP', {
      listeners: [
        {
          on: 'action',
          id: 'test:done',
          may: everyone,
          run: async ({ open, value, message }) => {
            clicks.push([value, message])
            await open(form)
          },
        },
        { on: 'shortcut', id: 'test:global', may: everyone, run: async ({ open }) => void (await open(form)) },
      ],
    })
    const message = await slack.until(() => post())
    slack.fault({ kind: 'error', method: 'views.open', error: 'expired_trigger_id', times: 1 })
    await anna.click(message, 'test:done')
    await quiet()
    const [answer] = anna.ephemerals()
    if (answer) await anna.click(answer, 'Continue')
    await anna.nextModal('test:form')
    expect(clicks).toHaveLength(2)
    expect(clicks[1]).toEqual(clicks[0])
    await anna.close()

    slack.fault({ kind: 'error', method: 'views.open', error: 'internal_error', times: 1 })
    await anna.shortcut('test:global')
    await quiet()
    const direct = anna.directMessages().at(-1)
    if (direct) await anna.click(direct, 'Continue')
    expect((await anna.nextModal()).callback_id).toBe('test:form')
  })

  it('stands in nobody’s way where Continue has another answer than a window', async () => {
    let opens = true
    const anna = await start('HTTP', {
      listeners: [
        {
          on: 'action',
          id: 'test:done',
          may: everyone,
          run: async ({ open, answer }) => (opens ? void (await open(form)) : answer(said('Too late.'))),
        },
      ],
    })
    const message = await slack.until(() => post())
    slack.fault({ kind: 'error', method: 'views.open', error: 'expired_trigger_id', times: 1 })
    await anna.click(message, 'test:done')
    await quiet()
    opens = false
    const [offer] = anna.ephemerals()
    if (offer) await anna.click(offer, 'Continue')
    await quiet()
    expect(anna.ephemerals().map(({ text }) => text)).toEqual(['Too late.'])
  })

  it('leaves no button where one is in front of them already', async () => {
    const home = {
      type: 'home' as const,
      blocks: [{ type: 'actions' as const, elements: [button({ action: 'test:done', text: 'Do it', value: '1' })] }],
    }
    const anna = await start('HTTP', {
      listeners: [
        {
          on: 'event',
          type: 'app_home_opened',
          run: async ({ slack: client, event }) =>
            void (await client.views.publish({ user_id: (event as { user: string }).user, view: home })),
        },
        { on: 'action', id: 'test:done', may: everyone, run: async ({ open }) => void (await open(form)) },
      ],
    })
    anna.openHome()
    await slack.until(() => anna.home)
    slack.fault({ kind: 'error', method: 'views.open', error: 'expired_trigger_id', times: 1 })
    await anna.click('home', 'Do it')
    await quiet()
    expect(anna.directMessages().map(({ text }) => text)).toEqual([
      'This took too long to open. Please do it once more.',
    ])
  })

  it('does nothing where a window it should change was closed', async () => {
    const gate = Promise.withResolvers<void>()
    const anna = await start('HTTP', {
      words: [
        word('open', async ({ open, change }) => {
          const shown = await open(form)
          await gate.promise
          if (shown) await change(shown, form)
        }),
      ],
    })
    await anna.command('/rondo open', { in: 'shared' })
    await anna.nextModal()
    await anna.close()
    gate.resolve()
    await quiet()
    expect(anna.ephemerals()).toEqual([])
  })
})

describe('people', () => {
  it('whom Rondo does not deal with are left alone', async () => {
    const ran: string[] = []
    const kinds = new Map([
      ['U0ANNA0001', undefined],
      ['U0BRAM0001', { ...someone, kind: 'bot' as const }],
    ])
    const anna = await start(
      'HTTP',
      { words: [word('go', async ({ person }) => void ran.push(person.slackId))] },
      { whoIs: async ({ userId }) => kinds.get(userId) },
    )
    expect((await anna.command('/rondo go', { in: 'shared' })).acked).toBe(true)
    expect((await slack.person('bram').command('/rondo go', { in: 'shared' })).acked).toBe(true)
    await quiet()
    expect(ran).toEqual([])
    expect(slack.workspace.ephemerals).toEqual([])
  })

  it('are looked up with what Slack says about them', async () => {
    const asked: unknown[] = []
    const anna = await start(
      'HTTP',
      { listeners: [{ on: 'shortcut', id: 'test:global', may: everyone, run: async () => {} }] },
      {
        whoIs: async (who) => {
          const { slack: client, ...rest } = who
          asked.push([rest, (await client.users.info({ user: who.userId })).user?.name])
          return likeAnna(who)
        },
      },
    )
    await anna.shortcut('test:global')
    await quiet()
    const { id: teamId } = slack.team
    expect(asked).toEqual([[{ teamId, enterpriseId: undefined, userId: 'U0ANNA0001', userTeamId: teamId }, 'anna']])
  })

  it('hear of trouble in their own language', async () => {
    const whoIs = async () => ({ ...someone, language: 'nl' as const })
    const fails = async () => {
      throw new Error('x')
    }
    const anna = await start('HTTP', { words: [word('fail', fails)] }, { whoIs })
    await anna.command('/rondo fail', { in: 'shared' })
    await quiet()
    expect(anna.ephemerals()[0]?.text).toMatch(/^Er ging iets mis \(kenmerk \w{6}\)/)
  })
})

describe('what two features claim', () => {
  const listener: Listener = { on: 'action', id: 'a:b', may: everyone, run: async () => {} }
  const help = phrase({ en: 'x', nl: 'x' })
  it.each([
    ['a listener', { listeners: [listener] }],
    ['a word', { words: [word('same', async () => {}, { help })] }],
  ])('is refused at the start: %s', async (_, claim) => {
    await start('HTTP', {})
    const features = [
      { name: 'one', ...claim },
      { name: 'two', ...claim },
    ]
    expect(() => edgeFor({ database: database(), features })).toThrow(/claim/)
  })
})
