import type { StateRule } from '../rule.ts'
import { each } from '../rule.ts'
import type { Stage } from '../stage.ts'

const opens = (users: string) => ['conversations.open', { users }] as const
const anna = 'U0ANNA0001'
const looksUp = (user: string) => each(['users.info', { user }], ['dnd.info', { user }])
const shownAs = async (stage: Stage, user: string) => {
  const { body } = await stage.call('users.info', { user, include_locale: true })
  return body.user as Record<string, unknown>
}

const titleOf = async (stage: Stage, user: string) => ((await shownAs(stage, user)).profile as { title: string }).title

export const peopleRules: StateRule[] = [
  {
    rule: 'a person is looked up by an id that is there',
    source: 'M:users.info, M:dnd.info, M:conversations.open user_not_found; users.conversations as well is ours',
    guessed: true,
    error: 'user_not_found',
    accepted: async (stage) => [
      ...(await looksUp(anna)(stage)),
      await stage.call('users.conversations', { user: anna }),
      await stage.call(...opens(anna)),
    ],
    refused: async (stage) => [
      ...(await looksUp('U0NOBODY01')(stage)),
      await stage.call('users.conversations', { user: 'U0NOBODY01' }),
      await stage.call(...opens('U0NOBODY01')),
    ],
  },
  {
    rule: 'a person out of the app’s reach is not shown',
    source: 'M:users.info, M:dnd.info, M:conversations.open user_not_visible',
    error: 'user_not_visible',
    accepted: async (stage) => [...(await looksUp(anna)(stage)), await stage.call(...opens(anna))],
    refused: async (stage) => [...(await looksUp('U0SECRET01')(stage)), await stage.call(...opens('U0SECRET01'))],
  },
  {
    rule: 'a person of another organisation is written to only once a channel is shared with them',
    source: 'M:conversations.open user_not_visible; slack.md 3.9 (is_stranger); that it means them is ours',
    guessed: true,
    error: 'user_not_visible',
    accepted: opens('U0PARTNER1'),
    refused: opens('U0OTHER001'),
  },
  {
    rule: 'a deactivated person is not written to',
    source: 'M:conversations.open user_disabled',
    error: 'user_disabled',
    accepted: opens(anna),
    refused: opens('U0GONE0001'),
  },
  {
    rule: 'no direct message is opened with a bot',
    source: 'second-hand: cannot_dm_bot',
    guessed: true,
    error: 'cannot_dm_bot',
    accepted: opens(anna),
    refused: each(opens('USLACKBOT'), opens('U0PLAYBOT1')),
  },
  {
    rule: 'a direct message is opened with somebody',
    source: 'M:conversations.open users_list_not_supplied',
    error: 'users_list_not_supplied',
    accepted: opens(anna),
    refused: ['conversations.open', {}],
  },
  {
    rule: 'a direct message is opened with at least one person',
    source: 'M:conversations.open not_enough_users',
    error: 'not_enough_users',
    accepted: opens(anna),
    refused: opens(' , '),
  },
  {
    rule: 'a group message is opened with at most eight people',
    source: 'M:conversations.open too_many_users',
    error: 'too_many_users',
    accepted: opens(Array(8).fill(anna).join()),
    refused: opens(Array(9).fill(anna).join()),
  },
  {
    rule: 'an address belongs to somebody who is active',
    source: 'M:users.lookupByEmail users_not_found',
    error: 'users_not_found',
    accepted: ['users.lookupByEmail', { email: 'Anna@example.com' }],
    refused: each(
      ['users.lookupByEmail', { email: 'nobody@example.com' }],
      ['users.lookupByEmail', { email: 'gone@example.com' }],
    ),
  },
  {
    rule: 'a user group is one that is there and switched on',
    source: 'M:usergroups.users.list no_such_subteam',
    error: 'no_such_subteam',
    accepted: ['usergroups.users.list', { usergroup: 'S0SALES001' }],
    refused: async (stage) => {
      stage.slack.changeUsergroup('sales', { disabled: true })
      return [
        await stage.call('usergroups.users.list', { usergroup: 'S0SALES001' }),
        await stage.call('usergroups.users.list', { usergroup: 'S0NOTHING1' }),
      ]
    },
  },
  {
    rule: 'user groups belong to a paid plan',
    source: 'M:usergroups.list, M:usergroups.users.list plan_upgrade_required',
    error: 'plan_upgrade_required',
    accepted: (stage) => groupsOn(stage, 'paid'),
    refused: (stage) => groupsOn(stage, 'free'),
  },
  {
    rule: 'the app knows its own team only',
    source: 'M:team.info team_not_found',
    error: 'team_not_found',
    accepted: ['team.info', { team: 'T0PLAY0001' }],
    refused: ['team.info', { team: 'T0PARTNER1' }],
  },
  {
    rule: 'the app knows its own bot only',
    source: 'M:bots.info bot_not_found',
    error: 'bot_not_found',
    accepted: ['bots.info', { bot: 'B0PLAYBOT1' }],
    refused: ['bots.info', { bot: 'B0NOTHING1' }],
  },
  {
    rule: 'a bot is named',
    source: 'M:bots.info missing_argument',
    error: 'missing_argument',
    accepted: ['bots.info', { bot: 'B0PLAYBOT1' }],
    refused: ['bots.info', {}],
  },
  {
    rule: 'a person has a time zone and a language, a deactivated one has neither',
    source: 'slack.md 3.9',
    accepted: async (stage) => 'tz' in (await shownAs(stage, anna)) && 'locale' in (await shownAs(stage, anna)),
    refused: async (stage) => 'tz' in (await shownAs(stage, 'U0GONE0001')),
  },
  {
    rule: 'a single-channel guest is a guest, too',
    source: 'slack.md 3.9 (is_restricted, is_ultra_restricted)',
    accepted: async (stage) => (await shownAs(stage, 'U0GUEST001')).is_restricted === true,
    refused: async (stage) => (await shownAs(stage, anna)).is_restricted === true,
  },
  {
    rule: 'a person of another organisation has their own team',
    source: 'slack.md 3.11',
    accepted: async (stage) => (await shownAs(stage, 'U0PARTNER1')).team_id === 'T0PARTNER1',
    refused: async (stage) => (await shownAs(stage, anna)).team_id === 'T0PARTNER1',
  },
  {
    rule: 'what somebody does stands in their profile',
    source: '@slack/web-api: UsersInfoResponse (profile.title)',
    accepted: async (stage) => (await titleOf(stage, anna)) === 'Sales',
    refused: async (stage) => (await titleOf(stage, 'U0BRAM0001')) === 'Sales',
  },
  {
    rule: 'an address is shown only with users:read.email',
    source: 'D/reference/scopes/users.read.email',
    accepted: async (stage) => JSON.stringify(await shownAs(stage, anna)).includes('anna@example.com'),
    refused: async (stage) => {
      stage.workspace.scopes.delete('users:read.email')
      return JSON.stringify(await shownAs(stage, anna)).includes('anna@example.com')
    },
  },
  {
    rule: 'a deactivated person is in no channel and no user group any more',
    source: 'slack.md 3.9; that groups lose them at once is ours',
    guessed: true,
    accepted: async (stage) => {
      stage.slack.person('anna').deactivate()
      return isNowhere(stage)
    },
    refused: async (stage) => isNowhere(stage),
  },
  {
    rule: 'somebody who is not to be disturbed is shown so',
    source: 'M:dnd.info; java: dnd.info',
    accepted: async (stage) => {
      const now = stage.clock.now()
      stage.slack.person('anna').change({ quiet: { from: now, to: now + 3_600_000 } })
      return (await stage.call('dnd.info', { user: anna })).body.dnd_enabled === true
    },
    refused: async (stage) => (await stage.call('dnd.info', { user: anna })).body.dnd_enabled === true,
  },
  {
    rule: 'nobody acts in a private channel they are not in',
    source: 'slack.md 3.9',
    accepted: async (stage) => canSay(stage, 'anna', 'private'),
    refused: async (stage) => canSay(stage, 'bram', 'private'),
  },
  {
    rule: 'a guest sees no public channel they are not in',
    source: 'slack.md 3.9',
    accepted: async (stage) => canCommand(stage, 'bram'),
    refused: async (stage) => canCommand(stage, 'guest'),
  },
]

async function groupsOn(stage: Stage, plan: 'free' | 'paid') {
  stage.workspace.team.plan = plan
  return each(['usergroups.list', {}], ['usergroups.users.list', { usergroup: 'S0SALES001' }])(stage)
}

async function isNowhere(stage: Stage): Promise<boolean> {
  const members = await stage.call('conversations.members', { channel: 'C0OPEN0001' })
  const group = await stage.call('usergroups.users.list', { usergroup: 'S0SALES001' })
  return !JSON.stringify([members.body, group.body]).includes(anna)
}

function canSay(stage: Stage, name: string, channel: string): boolean {
  try {
    return Boolean(stage.slack.person(name).say('x', { in: channel }))
  } catch {
    return false
  }
}

async function canCommand(stage: Stage, name: string): Promise<boolean> {
  await stage.trigger()
  return stage.slack
    .person(name)
    .command('/rondo', { in: 'shared' })
    .then(
      () => true,
      () => false,
    )
}
