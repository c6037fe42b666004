import { describe, expect, it } from 'vitest'
import { type SlackUser, toProfile } from '../../src/workspaces/people/slack-user.ts'

const home = { teamId: 'T1', enterpriseId: '' }
const anna: SlackUser = { id: 'UANNA', team_id: 'T1', name: 'anna', tz: 'Europe/Amsterdam', locale: 'nl-NL' }

describe('what Rondo keeps of somebody in Slack', () => {
  it.each<[string, Partial<SlackUser>, string]>([
    ['a colleague', {}, 'member'],
    ['a bot', { is_bot: true }, 'bot'],
    ['Slackbot, which says it is none', { id: 'USLACKBOT', is_bot: false }, 'bot'],
    ['a guest of several channels', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_ultra_restricted: true }, 'guest'],
    ['somebody of another organisation', { team_id: 'T9' }, 'external'],
    ['a stranger', { is_stranger: true }, 'external'],
    ['a guest of another organisation', { team_id: 'T9', is_restricted: true }, 'external'],
    ['a colleague who is here by their organisation', { team_id: 'T9', enterprise_user: { teams: ['T1'] } }, 'member'],
  ])('sees %s', (_, said, kind) => {
    expect(toProfile({ ...anna, ...said }, home).kind).toBe(kind)
  })

  it('takes people of a sister workspace for colleagues', () => {
    const sister = { ...anna, team_id: 'T9', enterprise_user: { enterprise_id: 'E1' } }
    expect(toProfile(sister, { teamId: 'T1', enterpriseId: 'E1' }).kind).toBe('member')
    expect(toProfile(sister, { teamId: 'T1', enterpriseId: 'E2' }).kind).toBe('external')
  })

  it.each<[Partial<SlackUser>, string]>([
    [{ profile: { display_name: 'Anna B.' }, real_name: 'Anna Bakker' }, 'Anna B.'],
    [{ profile: { display_name: '' }, real_name: 'Anna Bakker' }, 'Anna Bakker'],
    [{}, 'anna'],
    [{ name: '' }, 'UANNA'],
  ])('calls somebody by the name they chose', (said, name) => {
    expect(toProfile({ ...anna, ...said }, home).name).toBe(name)
  })

  it.each<[Partial<SlackUser>, string | undefined, string | undefined]>([
    [{}, 'Europe/Amsterdam', 'nl'],
    [{ tz: 'Europe/London', locale: 'en-GB' }, 'Europe/London', 'en'],
    [{ tz: 'Mars/Olympus', locale: 'de-DE' }, undefined, 'en'],
    [{ tz: undefined, locale: undefined }, undefined, undefined],
    [{ tz: null, locale: null }, undefined, undefined],
  ])('reads zone and language from %o', (said, zone, language) => {
    expect(toProfile({ ...anna, ...said }, home)).toMatchObject({ zone, language })
  })

  it.each<[Partial<SlackUser>, boolean, boolean]>([
    [{}, false, false],
    [{ is_admin: true }, true, false],
    [{ is_owner: true }, true, false],
    [{ deleted: true }, false, true],
  ])('knows admins and people who have left: %o', (said, admin, deactivated) => {
    expect(toProfile({ ...anna, ...said }, home)).toMatchObject({ admin, deactivated })
  })
})
