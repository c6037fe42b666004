import { expect, it } from 'vitest'
import { systemClock } from '../../../src/platform/clock.ts'
import { createWorkspace } from '../../../src/playground/server/founding.ts'
import { parseSeed } from '../../../src/playground/server/seed.ts'
import { seed } from './stage.ts'

it('takes a seed from JSON as it stands', () => {
  const parsed = parseSeed(JSON.parse(JSON.stringify(seed)))
  expect(parsed).toEqual(seed)
  const workspace = createWorkspace(parsed, systemClock, [])
  expect([...workspace.users.keys()]).toEqual(expect.arrayContaining(['U0ANNA0001', 'U0PARTNER1']))
})

it.each([
  [{ peple: [] }, 'This is no seed for a workspace: Unrecognized key: "peple".'],
  ['people', 'This is no seed for a workspace: Invalid input: expected object, received string.'],
  [{ users: [{ realName: 'Anna' }] }, 'users.0.name: Invalid input: expected string, received undefined'],
  [{ users: [{ name: 'anna', tz: 'Mars/Olympus' }] }, 'users.0.tz: must be a time zone like Europe/Amsterdam'],
  [{ users: [{ name: 'anna', id: 'C0ANNA' }] }, 'users.0.id: must be an id like U0EXAMPLE1'],
  [{ channels: [{ name: 'open', refusesPosts: 'never' }] }, 'channels.0.refusesPosts: Invalid option'],
  [{ channels: [{ name: 'open', members: ['bram'] }] }, 'channels open: there is no person "bram"'],
  [{ usergroups: [{ handle: 'sales', members: ['bram'] }] }, 'usergroups sales: there is no person "bram"'],
  [{ users: [{ name: 'anna' }, { name: 'anna' }] }, 'users: "anna" is there twice'],
  [
    {
      users: [
        { name: 'a', id: 'U0ONE' },
        { name: 'b', id: 'U0ONE' },
      ],
    },
    'the id U0ONE is there twice',
  ],
])('refuses %j with a sentence', (json, sentence) => {
  expect(() => parseSeed(json)).toThrow(sentence)
})

it('tells everything that is wrong at once', () => {
  const json = { users: [{ name: '' }], channels: [{ name: 1 }] }
  expect(() => parseSeed(json)).toThrow(/users\.0\.name.*; channels\.0\.name/)
})
