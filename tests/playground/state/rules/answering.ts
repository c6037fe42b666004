import type { StateRule } from '../rule.ts'
import { type Json, open, type Stage, section, words } from '../stage.ts'

const I = 'D/interactivity/handling-user-interaction'
const button = { type: 'button', action_id: 'go', text: words('Go') }
const blocks = [{ type: 'actions', block_id: 'row', elements: [button] }]

/** Anna clicks a button in #open; the address for the answer. */
async function clicks(stage: Stage): Promise<string> {
  await stage.trigger()
  await stage.post({ blocks })
  const message = stage.slack.messages('open').at(-1)
  if (message) await stage.slack.person('anna').click(message, 'go')
  return String(stage.last().response_url)
}
const answers = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
const answered = async (url: string, body: object = { text: 'x' }) => (await answers(url, body)).ok

export const answeringRules: StateRule[] = [
  {
    rule: 'a response_url is good for five uses',
    source: `${I}; slack.md 3.1`,
    accepted: async (stage) => usedBefore(stage, 4),
    refused: async (stage) => usedBefore(stage, 5),
  },
  {
    rule: 'a response_url is good for thirty minutes',
    source: `${I}; slack.md 3.1`,
    accepted: (stage) => answeredAfter(stage, 30 * 60_000),
    refused: (stage) => answeredAfter(stage, 30 * 60_000 + 1),
  },
  {
    rule: 'a response_url that is used up says `used_url`, one that is too old `expired_url`',
    source: 'not known (slack.md part 7): the words are ours',
    guessed: true,
    accepted: (stage) => saysUsedUp(stage, 0),
    refused: (stage) => saysUsedUp(stage, 30 * 60_000 + 1),
  },
  {
    rule: 'an answer is for the person alone, unless it says `in_channel`',
    source: `${I}; slack.md 5.1`,
    accepted: (stage) => isPrivate(stage, {}),
    refused: (stage) => isPrivate(stage, { response_type: 'in_channel' }),
  },
  {
    rule: 'an answer with replace_original takes the place of what was clicked',
    source: `${I}; slack.md 5.1`,
    accepted: (stage) => replaces(stage, { replace_original: true }),
    refused: (stage) => replaces(stage, {}),
  },
  {
    rule: 'an answer with delete_original takes away what was clicked',
    source: `${I}; slack.md 5.1`,
    accepted: (stage) => takesAway(stage, { delete_original: true }),
    refused: (stage) => takesAway(stage, { text: 'x' }),
  },
  {
    rule: 'an answer that Slack cannot show is refused',
    source: 'slack.md 3.7 (second-hand: 404 invalid_blocks)',
    guessed: true,
    accepted: async (stage) => answered(await clicks(stage), { blocks: [section] }),
    refused: async (stage) => answered(await clicks(stage), { blocks: [{ type: 'nonsense' }] }),
  },
  {
    rule: 'a global shortcut has no response_url, one on a message has',
    source: 'slack.md 3.1, 5.4',
    accepted: async (stage) => {
      await stage.trigger()
      await stage.post()
      const message = stage.slack.messages('open')[0]
      if (message) await stage.slack.person('anna').messageShortcut(message, 'raise')
      return stage.last().response_url !== undefined
    },
    refused: async (stage) => {
      await stage.trigger()
      return stage.last().response_url !== undefined
    },
  },
  {
    rule: 'a submission has a response_url only for a channel chosen where that was asked for',
    source: 'slack.md 3.1, 5.4 (response_url_enabled)',
    accepted: async (stage) => (await responseUrls(stage, true)).length === 1,
    refused: async (stage) => (await responseUrls(stage, false)).length === 1,
  },
  {
    rule: 'an interaction tells the team of the person beside the team of the app',
    source: 'slack.md 3.11, 5.4',
    accepted: (stage) => isOutsider(stage, 'partner'),
    refused: (stage) => isOutsider(stage, 'anna'),
  },
]

async function usedBefore(stage: Stage, times: number): Promise<boolean> {
  const url = await clicks(stage)
  for (let n = 0; n < times; n += 1) await answers(url, { text: 'x' })
  return answered(url)
}

async function answeredAfter(stage: Stage, ms: number): Promise<boolean> {
  const url = await clicks(stage)
  stage.clock.advance(ms)
  return answered(url)
}

async function saysUsedUp(stage: Stage, ms: number): Promise<boolean> {
  const url = await clicks(stage)
  for (let n = 0; n < 5; n += 1) await answers(url, { text: 'x' })
  stage.clock.advance(ms)
  const response = await answers(url, { text: 'x' })
  return (await response.text()) === JSON.stringify({ ok: false, error: 'used_url' })
}

async function isPrivate(stage: Stage, more: object): Promise<boolean> {
  await answers(await clicks(stage), { text: 'x', ...more })
  return stage.slack.messages('open').length === 1 && stage.slack.person('anna').ephemerals().length === 1
}

async function replaces(stage: Stage, more: object): Promise<boolean> {
  await answers(await clicks(stage), { text: 'Done', ...more })
  return stage.slack.messages('open')[0]?.text === 'Done'
}

async function takesAway(stage: Stage, body: object): Promise<boolean> {
  await answers(await clicks(stage), body)
  return stage.slack.messages('open').length === 0
}

async function responseUrls(stage: Stage, response_url_enabled: boolean): Promise<unknown[]> {
  const asked = response_url_enabled ? { response_url_enabled } : {}
  const element = { type: 'conversations_select', action_id: 'a', initial_conversation: open, ...asked }
  const place = { type: 'input', block_id: 'place', label: words('Where'), element }
  await stage.open({ type: 'modal', title: words('Title'), submit: words('Go'), blocks: [place] })
  await stage.slack.person('anna').submit()
  return stage.last().response_urls as unknown[]
}

async function isOutsider(stage: Stage, name: string): Promise<boolean> {
  await stage.trigger()
  await stage.post({ channel: 'C0SHARED01', blocks })
  const message = stage.slack.messages('shared').at(-1)
  if (message) await stage.slack.person(name).click(message, 'go')
  const { user, team } = stage.last() as { user: Json; team: Json }
  return user.team_id !== team.id
}
