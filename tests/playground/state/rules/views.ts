import type { StateRule } from '../rule.ts'
import { field, home, type Json, long, modal, type Reply, type Stage, section, words } from '../stage.ts'

const anna = 'U0ANNA0001'
const opens = async (stage: Stage, args: object = {}) =>
  stage.call('views.open', { trigger_id: await stage.trigger(), view: modal(), ...args })
const pushes = async (stage: Stage, args: object = {}) => {
  const trigger_id = await stage.trigger()
  if (stage.slack.person('anna').modals.length === 0) await stage.open()
  return stage.call('views.push', { trigger_id, view: modal(), ...args })
}
const updates = async (stage: Stage, args: object = {}) => {
  const { id } = await stage.open()
  return stage.call('views.update', { view_id: id, view: modal(), ...args })
}
const publishes = (stage: Stage, args: object = {}) =>
  stage.call('views.publish', { user_id: anna, view: home(), ...args })
/** The four methods with the same contents. */
const shows =
  (more: object) =>
  async (stage: Stage): Promise<Reply[]> => [
    await publishes(stage, { view: home(more) }),
    await updates(stage, { view: modal(more) }),
    await pushes(stage, { view: modal(more) }),
    await opens(stage, { view: modal(more) }),
  ]
/** Opens and pushes by a trigger. */
const by =
  (trigger: (stage: Stage) => Promise<string>) =>
  async (stage: Stage): Promise<Reply[]> => {
    await stage.open()
    const first = await stage.call('views.push', { trigger_id: await trigger(stage), view: modal() })
    return [first, await stage.call('views.open', { trigger_id: await trigger(stage), view: modal() })]
  }
const used = async (stage: Stage) => {
  const trigger_id = await stage.trigger()
  await stage.call('views.open', { trigger_id, view: modal() })
  return trigger_id
}
const after = (ms: number) => async (stage: Stage) => {
  const trigger = await stage.trigger()
  stage.clock.advance(ms)
  return trigger
}

export const viewRules: StateRule[] = [
  {
    rule: 'a trigger_id is one that Slack gave out',
    source: 'M:views.open, M:views.push invalid_trigger_id',
    error: 'invalid_trigger_id',
    accepted: by((stage) => stage.trigger()),
    refused: by(async () => '12345.98765.abcdef'),
  },
  {
    rule: 'a trigger_id is good for one use',
    source: 'M:views.open, M:views.push exchanged_trigger_id',
    error: 'exchanged_trigger_id',
    accepted: by((stage) => stage.trigger()),
    refused: by(used),
  },
  {
    rule: 'a trigger_id is good for three seconds',
    source: 'M:views.open, M:views.push expired_trigger_id; slack.md 3.1',
    error: 'expired_trigger_id',
    accepted: by(after(3000)),
    refused: by(after(3001)),
  },
  {
    rule: 'a view that Slack would not show does not use the trigger_id up',
    source: 'chosen: Slack’s pages say nothing of it',
    guessed: true,
    accepted: async (stage) => {
      const trigger_id = await stage.trigger()
      await stage.call('views.open', { trigger_id, view: { type: 'modal' } })
      return (await stage.call('views.open', { trigger_id, view: modal() })).ok
    },
    refused: async (stage) => (await stage.call('views.open', { trigger_id: await used(stage), view: modal() })).ok,
  },
  {
    rule: 'a view is one that Slack can show',
    source: 'M:views.open, M:views.update, M:views.publish; docs/stand-in-blocks.md',
    error: 'invalid_arguments',
    accepted: shows({ blocks: [section] }),
    refused: shows({ blocks: [{ type: 'nonsense' }] }),
  },
  {
    rule: 'a Home belongs to an active person',
    source: 'M:views.publish (slack.md 5.3); that it is this error is second-hand',
    guessed: true,
    error: 'invalid_arguments',
    accepted: publishes,
    refused: async (stage) => [
      await publishes(stage, { user_id: 'U0NOBODY01' }),
      await publishes(stage, { user_id: 'U0GONE0001' }),
    ],
  },
  {
    rule: 'a view takes at most 250 kB',
    source: 'M:views.open view_too_large; slack.md 3.2',
    error: 'view_too_large',
    accepted: shows({ blocks: heavy(80) }),
    refused: shows({ blocks: heavy(90) }),
  },
  {
    rule: 'an external_id is used once in a workspace',
    source: 'M:views.open duplicate_external_id; slack.md 3.2',
    error: 'duplicate_external_id',
    accepted: shows({}),
    refused: async (stage) => {
      await stage.call('views.publish', { user_id: 'U0BRAM0001', view: home({ external_id: 'mine' }) })
      return shows({ external_id: 'mine' })(stage)
    },
  },
  {
    rule: 'three modals lie on each other, and not a fourth',
    source: 'M:views.push push_limit_reached',
    error: 'push_limit_reached',
    accepted: async (stage) => [await pushes(stage), await pushes(stage)],
    refused: async (stage) => {
      await pushes(stage)
      await pushes(stage)
      return pushes(stage)
    },
  },
  {
    rule: 'a modal is pushed onto one that is open, and changed while it is open',
    source: 'M:views.push, M:views.update not_found',
    error: 'not_found',
    accepted: async (stage) => [await pushes(stage), await updates(stage)],
    refused: async (stage) => {
      const { id } = await stage.open()
      await stage.slack.person('anna').close()
      return [
        await stage.call('views.push', { trigger_id: await stage.trigger(), view: modal() }),
        await stage.call('views.update', { view_id: id, view: modal() }),
        await stage.call('views.update', { external_id: 'unknown', view: modal() }),
      ]
    },
  },
  {
    rule: 'with a hash, a view is changed only while it is as it was',
    source: 'M:views.update, M:views.publish hash_conflict',
    error: 'hash_conflict',
    accepted: async (stage) => [
      await updateWith(stage, (view) => String(view.hash)),
      await publishWith(stage, (view) => String(view.hash)),
    ],
    refused: async (stage) => [await updateWith(stage, () => 'older'), await publishWith(stage, () => 'older')],
  },
  {
    rule: 'a Home is published only where the app has that tab',
    source: 'M:views.publish not_enabled',
    error: 'not_enabled',
    accepted: publishes,
    refused: (stage) => {
      stage.workspace.bot.homeTab = false
      return publishes(stage)
    },
  },
  {
    rule: 'a modal that is opened takes the place of what was open',
    source: 'not known (slack.md part 7): chosen',
    guessed: true,
    accepted: async (stage) => {
      await stage.open()
      await stage.open()
      return stage.slack.person('anna').modals.length === 1
    },
    refused: async (stage) => {
      await pushes(stage)
      return stage.slack.person('anna').modals.length === 1
    },
  },
  {
    rule: 'what was typed stays where a field keeps both its ids',
    source: 'D/surfaces/modals; slack.md 3.2',
    accepted: (stage) => keepsTyped(stage, {}),
    refused: (stage) => keepsTyped(stage, { block_id: 'other' }),
  },
  {
    rule: 'closing the modal in front shows the one beneath; with clear_on_close all are gone',
    source: 'D/surfaces/modals',
    accepted: (stage) => leavesOne(stage, {}),
    refused: (stage) => leavesOne(stage, { clear_on_close: true }),
  },
  {
    rule: 'an empty answer to a submission closes the modal in front, `clear` closes all',
    source: 'D/surfaces/modals; slack.md 3.2',
    accepted: (stage) => leavesOneAfter(stage, {}),
    refused: (stage) => leavesOneAfter(stage, { response_action: 'clear' }),
  },
  {
    rule: 'errors under fields name input blocks; otherwise the person is told of trouble',
    source: 'D/surfaces/modals; slack.md 3.2',
    accepted: async (stage) => (await submitted(stage, { name: 'No.' })).errors !== undefined,
    refused: async (stage) => (await submitted(stage, { elsewhere: 'No.' })).errors !== undefined,
  },
  {
    rule: 'the app is told of a closed modal only where it asked for that',
    source: 'slack.md 5.4 (view_closed, notify_on_close)',
    accepted: (stage) => isToldOfClosing(stage, { notify_on_close: true }),
    refused: (stage) => isToldOfClosing(stage, {}),
  },
  {
    rule: 'a required field is filled in before anything is sent',
    source: 'D/reference/block-kit/blocks/input-block',
    accepted: async (stage) => (await submitted(stage, undefined, '')).acked === false,
    refused: async (stage) => (await submitted(stage, undefined)).acked === false,
  },
]

/** Blocks of 3,000 characters each; 250 kB lie between 80 and 90 of them. */
function heavy(count: number): object[] {
  return Array(count).fill({ type: 'section', text: words(long(3000)) })
}

async function updateWith(stage: Stage, hash: (view: Json) => string): Promise<Reply> {
  const view = await stage.open()
  return stage.call('views.update', { view_id: view.id, view: modal(), hash: hash(view) })
}

async function publishWith(stage: Stage, hash: (view: Json) => string): Promise<Reply> {
  const { body } = await publishes(stage)
  return publishes(stage, { hash: hash(body.view as Json) })
}

async function keepsTyped(stage: Stage, change: object): Promise<boolean> {
  const { id } = await stage.open()
  stage.slack.person('anna').fill({ name: 'Typed' })
  await stage.call('views.update', { view_id: id, view: modal({ blocks: [{ ...field, ...change }] }) })
  return JSON.stringify(stage.slack.person('anna').modal?.values).includes('Typed')
}

async function leavesOne(stage: Stage, top: object): Promise<boolean> {
  await pushes(stage, { view: modal(top) })
  await stage.slack.person('anna').close()
  return stage.slack.person('anna').modals.length === 1
}

async function leavesOneAfter(stage: Stage, answer: object): Promise<boolean> {
  await pushes(stage)
  stage.answer(answer)
  await stage.slack.person('anna').submit({ name: 'x' })
  return stage.slack.person('anna').modals.length === 1
}

async function submitted(stage: Stage, errors: object | undefined, name = 'x') {
  await stage.open()
  stage.answer(errors ? { response_action: 'errors', errors } : {})
  return stage.slack.person('anna').submit({ name })
}

async function isToldOfClosing(stage: Stage, more: object): Promise<boolean> {
  await stage.open(modal(more))
  await stage.slack.person('anna').close()
  return stage.last().type === 'view_closed'
}
