import { describe, expect, it } from 'vitest'
import { suggestPeople, suggestZones } from '../../src/partnerships/setup/suggestion.ts'
import type { KnownPerson } from '../../src/workspaces/index.ts'

const kinds: Record<string, KnownPerson['person']['kind']> = { robot: 'bot', guest: 'guest', outsider: 'external' }
const known = ['anna', 'bram', 'chris', 'dana', 'boss', 'robot', 'guest', 'outsider', 'gone'].map((slackId) => ({
  person: { slackId, kind: kinds[slackId] ?? 'member' },
  deactivated: slackId === 'gone',
})) as KnownPerson[]

describe('the people suggested for the two teams', () => {
  const marketing = ['anna', 'bram', 'boss', 'robot', 'guest']
  const sales = ['chris', 'dana', 'boss', 'outsider', 'gone', 'nobody']

  it.each([
    [
      'each a channel of their own',
      'M',
      'S',
      'B',
      { marketing: ['anna', 'bram'], sales: ['chris', 'dana'], both: ['boss'] },
    ],
    [
      'marketing’s is the shared one',
      'M',
      'S',
      'M',
      { marketing: ['anna', 'bram'], sales: ['chris', 'dana', 'boss'], both: [] },
    ],
    [
      'sales’ is the shared one',
      'M',
      'S',
      'S',
      { marketing: ['anna', 'bram', 'boss'], sales: ['chris', 'dana'], both: [] },
    ],
  ])('are those of their channels: %s', (_, m, s, shared, expected) => {
    expect(suggestPeople({ marketing, sales }, known, { marketing: m, sales: s, shared })).toEqual(expected)
  })

  it('are to be divided where the two teams have one channel', () => {
    const all = ['anna', 'chris', 'robot']
    const channels = { marketing: 'M', sales: 'M', shared: 'B' }
    expect(suggestPeople({ marketing: all, sales: all }, known, channels)).toEqual({
      marketing: [],
      sales: [],
      both: ['anna', 'chris'],
    })
  })
})

describe('the zones suggested', () => {
  it.each([
    ['amst', 'Europe/Amsterdam'],
    ['Brussel', 'Europe/Brussels'],
    ['new york', 'America/New_York'],
    ['Europe/Lon', 'Europe/London'],
  ])('for "%s" begin with %s', (typed, zone) => {
    expect(suggestZones(typed, 'UTC')[0]).toBe(zone)
  })

  it('begin with the person’s own while nothing is typed, and fit into one list', () => {
    const zones = suggestZones('', 'Asia/Calcutta')
    expect([zones[0], zones.length]).toEqual(['Asia/Calcutta', 100])
  })

  it('are none where nothing fits', () => {
    expect(suggestZones('xyzzy', 'Europe/Amsterdam')).toEqual([])
  })
})
