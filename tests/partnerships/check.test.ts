import { describe, expect, it } from 'vitest'
import { checkHours, checkPeople, type PeopleProblem } from '../../src/partnerships/setup/check.ts'
import type { Step2, Step3 } from '../../src/partnerships/setup/draft.ts'
import type { KnownPerson } from '../../src/workspaces/index.ts'
import { at } from '../workspaces/people.ts'

const somebody = (
  slackId: string,
  said: Partial<KnownPerson['person']> = {},
  deactivated = false,
): [string, KnownPerson] => {
  const person = {
    id: `p${slackId}`,
    workspaceId: 'w',
    slackId,
    name: slackId.toLowerCase(),
    language: 'en',
    zone: 'UTC',
    kind: 'member',
    admin: false,
    messages: 'daily',
  } as const
  return [slackId, { person: { ...person, ...said }, deactivated, learnedAt: 0 }]
}
const known = new Map([
  ...['ANNA', 'BRAM', 'CHRIS', 'DANA'].map((id) => somebody(id)),
  somebody('ROBOT', { kind: 'bot' }),
  somebody('GUEST', { kind: 'guest' }),
  somebody('OUTSIDER', { kind: 'external' }),
  somebody('GONE', {}, true),
])
const fine: Step2 = {
  people: { marketing: ['ANNA', 'BRAM'], sales: ['CHRIS', 'DANA'] },
  roles: { marketing: { team_lead: 'ANNA' }, sales: { team_lead: 'CHRIS' } },
}

describe('the people of the two teams', () => {
  it.each<[string, Partial<Step2['people']>, Partial<Step2['roles']>, PeopleProblem[]]>([
    ['two teams with a lead each', {}, {}, []],
    ['a guest and an outsider, when chosen', { sales: ['CHRIS', 'GUEST', 'OUTSIDER'] }, {}, []],
    ['all roles', {}, { marketing: { team_lead: 'ANNA', deputy: 'BRAM', contact_person: 'ANNA' } }, []],
    [
      'nobody',
      { marketing: [] },
      { marketing: { team_lead: 'ANNA' } },
      [
        { kind: 'nobody', side: 'marketing' },
        { kind: 'not on this side', side: 'marketing', role: 'team_lead', name: 'anna' },
      ],
    ],
    ['nobody who leads', {}, { sales: {} }, [{ kind: 'no team lead', side: 'sales', role: 'team_lead' }]],
    [
      'the same person twice',
      { sales: ['CHRIS', 'BRAM', 'ANNA'] },
      {},
      [{ kind: 'on both sides', side: 'sales', names: ['bram', 'anna'] }],
    ],
    ['a bot', { marketing: ['ANNA', 'ROBOT'] }, {}, [{ kind: 'bot', side: 'marketing', names: ['robot'] }]],
    ['somebody who left', { sales: ['CHRIS', 'GONE'] }, {}, [{ kind: 'gone', side: 'sales', names: ['gone'] }]],
    ['somebody Slack hides', { sales: ['CHRIS', 'X1'] }, {}, [{ kind: 'unknown', side: 'sales', names: ['X1'] }]],
    [
      'a team lead of the other team',
      {},
      { sales: { team_lead: 'ANNA' } },
      [{ kind: 'not on this side', side: 'sales', role: 'team_lead', name: 'anna' }],
    ],
    [
      'a deputy and a contact person from elsewhere',
      {},
      { marketing: { team_lead: 'ANNA', deputy: 'GUEST', contact_person: 'DANA' } },
      [
        { kind: 'not on this side', side: 'marketing', role: 'deputy', name: 'guest' },
        { kind: 'not on this side', side: 'marketing', role: 'contact_person', name: 'dana' },
      ],
    ],
    [
      'a team lead as their own deputy',
      {},
      { sales: { team_lead: 'CHRIS', deputy: 'CHRIS' } },
      [{ kind: 'is the team lead', side: 'sales', role: 'deputy', name: 'chris' }],
    ],
  ])('may be, or not: %s', (_, people, roles, problems) => {
    const chosen = { people: { ...fine.people, ...people }, roles: { ...fine.roles, ...roles } }
    expect(checkPeople(chosen, known)).toEqual(problems)
  })
})

describe('the hours of the two teams', () => {
  const hours: Step3 = {
    language: 'en',
    zone: 'Europe/Amsterdam',
    workingDays: [1, 2, 3, 4, 5],
    workStart: '09:00',
    workEnd: '17:00',
    holidayCountry: 'NL',
    daysOff: [],
  }
  const mondays = Array.from({ length: 120 }, (_, week) => ({
    date: Temporal.PlainDate.from('2026-11-23').add({ weeks: week }).toString(),
    name: '',
  }))

  it.each<[string, Partial<Step3>, string | undefined]>([
    ['nine to five', {}, undefined],
    ['an end before the start', { workEnd: '08:00' }, 'ends before it starts'],
    ['no hours at all', { workEnd: '09:00' }, 'ends before it starts'],
    ['a zone nobody knows', { zone: 'Mars/Olympus' }, 'no such zone'],
    ['Mondays only, all of them off', { workingDays: [1], daysOff: mondays }, 'no working day left'],
    ['Mondays only, every other off', { workingDays: [1], daysOff: mondays.filter((_, n) => n % 2 === 0) }, undefined],
  ])('may be, or not: %s', (_, said, problem) => {
    expect(checkHours({ ...hours, ...said }, at('2026-11-23T10:00'))).toBe(problem)
  })
})
