import { describe, expect, it } from 'vitest'
import {
  type Agreement,
  lateFrom,
  mayAgree,
  mayBeSaid,
  reviewDateAfter,
  reviewWaitsFor,
  type Version,
} from '../../src/agreements/agreement.ts'
import { type Leader, speakersFor, speaksFor, standsInFor } from '../../src/agreements/speaking.ts'
import type { Side } from '../../src/partnerships/index.ts'
import { at } from '../actions/two-teams.ts'

const by = { id: 'anna', name: 'Anna' }
const version = (changes: Partial<Version> = {}): Version => ({
  id: 'v1',
  agreementId: 'a1',
  content: { kind: 'rules', rules: ['Be kind'] },
  why: '',
  proposedAt: at('2027-03-01 10:00'),
  proposedBy: by,
  consents: [],
  outcome: undefined,
  ...changes,
})
const marketingAgreed = version({ consents: [{ side: 'marketing', by }] })

describe('agreeing', () => {
  it.each<[string, Version | undefined, Side[], object]>([
    ['for one side', version(), ['sales'], { ok: true, sides: ['sales'] }],
    ['for both', version(), ['marketing', 'sales'], { ok: true, sides: ['marketing', 'sales'] }],
    ['for the one that is left', marketingAgreed, ['marketing', 'sales'], { ok: true, sides: ['sales'] }],
    ['twice', marketingAgreed, ['marketing'], { ok: false, reason: 'agreed before' }],
    ['to nothing', undefined, ['sales'], { ok: false, reason: 'gone' }],
    [
      'to what was replaced',
      version({ outcome: { how: 'replaced', at: 1, by } }),
      ['sales'],
      { ok: false, reason: 'replaced' },
    ],
    [
      'to what was withdrawn',
      version({ outcome: { how: 'withdrawn', at: 1, by } }),
      ['sales'],
      { ok: false, reason: 'withdrawn' },
    ],
    [
      'to what holds',
      version({ outcome: { how: 'agreed', at: 1, by, number: 1, reviewDate: '2027-09-01' } }),
      ['sales'],
      { ok: false, reason: 'agreed' },
    ],
  ])('is for sides that have not: %s', (_, read, sides, verdict) => {
    expect(mayAgree(read, sides)).toEqual(verdict)
  })
})

describe('who speaks for a side', () => {
  const leader = (id: string, side: Side, role: Leader['role'], away = false): Leader => ({
    side,
    role,
    person: { id, name: id },
    away,
  })
  const anna = leader('anna', 'marketing', 'team_lead')
  const bram = leader('bram', 'marketing', 'deputy')
  const sofie = leader('sofie', 'sales', 'team_lead')
  const tom = leader('tom', 'sales', 'deputy')
  const gone = { ...sofie, away: true }

  it.each<[string, string, Leader[], Side[]]>([
    ['the team lead', 'anna', [anna, bram, sofie], ['marketing']],
    ['not the deputy of one who is there', 'bram', [anna, bram, sofie], []],
    ['the deputy of one who is away', 'tom', [anna, gone, tom], ['sales']],
    ['the team lead also while away', 'sofie', [anna, gone, tom], ['sales']],
    ['the deputy where there is no team lead', 'tom', [anna, tom], ['sales']],
    ['the other team lead where nobody leads', 'anna', [anna, bram], ['marketing', 'sales']],
    ['the other deputy where nobody else leads', 'bram', [bram], ['marketing', 'sales']],
    ['not the other team lead of one who is only away', 'anna', [anna, gone], ['marketing']],
    ['not somebody who leads nothing', 'uma', [anna, sofie], []],
  ])('is %s', (_, who, leaders, sides) => {
    expect(speaksFor(who, leaders)).toEqual(sides)
  })

  it('is named for who waits, and in whose place', () => {
    expect(speakersFor('sales', [anna, gone, tom]).map(({ person }) => person.id)).toEqual(['sofie', 'tom'])
    expect(speakersFor('sales', [anna, bram]).map(({ person }) => person.id)).toEqual(['anna'])
    expect(standsInFor('tom', [anna, gone, tom])).toEqual(gone.person)
    expect(standsInFor('tom', [anna, sofie, tom])).toBeUndefined()
    expect(standsInFor('anna', [anna, gone, tom])).toBeUndefined()
  })
})

describe('looking at it again', () => {
  const held = (changes: Partial<Agreement> = {}, renewedBy: Side[] = []): Agreement => ({
    id: 'a1',
    workspaceId: 'w1',
    partnershipId: 'p1',
    kind: 'rules',
    leadType: undefined,
    inForce: { version: version(), number: 1, since: 0, reviewDate: '2027-09-01', renewedBy },
    proposal: undefined,
    ...changes,
  })

  it.each<[string, Agreement, string, Side[]]>([
    ['the day before', held(), '2027-08-31', []],
    ['on the day', held(), '2027-09-01', ['marketing', 'sales']],
    ['when one side has', held({}, ['sales']), '2027-09-02', ['marketing']],
    ['when a change is proposed', held({ proposal: version() }), '2027-09-02', []],
    ['when nothing holds', held({ inForce: undefined }), '2027-09-02', []],
  ])('is asked of each side: %s', (_, agreement, today, sides) => {
    expect(reviewWaitsFor(agreement, today)).toEqual(sides)
  })

  it.each([
    ['2027-03-01', '2027-09-01'],
    ['2027-08-31', '2028-02-29'],
  ])('comes half a year after %s', (from, date) => {
    expect(reviewDateAfter(from)).toBe(date)
  })
})

describe('a proposal', () => {
  const working = { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5] as const, daysOff: new Set(['2027-03-05']) }

  it('waits too long from the day after five working days on', () => {
    expect(lateFrom(version(), working)).toBe(at('2027-03-10 00:00'))
  })

  const told = at('2027-03-11 09:00')
  it.each<[string, (number | undefined)[], string, boolean]>([
    ['just before two working days', [told], '2027-03-15 08:59', false],
    ['after two working days', [told], '2027-03-15 09:00', true],
    ['when one was told later', [told, told + 60_000], '2027-03-15 09:00', false],
    ['when one was not told', [told, undefined], '2027-03-30 09:00', false],
    ['when it waits for nobody', [], '2027-03-10 09:00', true],
  ])('is said in a channel once those it waits for could act on it: %s', (_, toldAt, now, said) => {
    expect(mayBeSaid(toldAt, at(now), working)).toBe(said)
  })
})
