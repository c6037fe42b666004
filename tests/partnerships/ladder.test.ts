import { describe, expect, it } from 'vitest'
import { heardBy, speakers, successor } from '../../src/partnerships/people/ladder.ts'
import type { RoleHolder } from '../../src/partnerships/people/member.ts'
import type { Person } from '../../src/platform/person.ts'

const person = (name: string): Person => ({
  id: name,
  workspaceId: 'w1',
  slackId: `U${name}`,
  name,
  language: 'en',
  zone: 'UTC',
  kind: 'member',
  admin: false,
  messages: 'daily',
})
const everybody: RoleHolder[] = [
  { person: person('mia'), side: 'marketing', role: 'team_lead' },
  { person: person('max'), side: 'marketing', role: 'deputy' },
  { person: person('sam'), side: 'sales', role: 'team_lead' },
  { person: person('sue'), side: 'sales', role: 'deputy' },
]
const there = (...names: string[]) => everybody.filter(({ person: { name } }) => names.includes(name))
const names = (people: Person[]) => people.map(({ name }) => name)
const admins = [person('ada'), person('abe')]

describe('the ladder of a side', () => {
  it.each<[string, string[], string[], string[]]>([
    ['its team lead, then also the other one', ['mia', 'max', 'sam', 'sue'], ['sam'], ['sam', 'mia']],
    ['the deputy where the team lead is not there', ['mia', 'sue'], ['sue'], ['sue', 'mia']],
    ['the other team lead where neither is there, then the admins', ['mia', 'max'], ['mia'], ['mia', 'ada', 'abe']],
    ['the other deputy where nobody else is there, then the admins', ['max'], ['max'], ['max', 'ada', 'abe']],
    ['the admins where its own side is all there is', ['sam', 'sue'], ['sam'], ['sam', 'ada', 'abe']],
    ['the admins where nobody who leads is there', [], ['ada', 'abe'], ['ada', 'abe']],
  ])('is %s', (_, present, first, second) => {
    const leaders = there(...present)
    expect(names(speakers('sales', leaders, admins))).toEqual(first)
    expect(names(heardBy('sales', 1, leaders, admins))).toEqual(first)
    expect(names(heardBy('sales', 2, leaders, admins))).toEqual(second)
  })

  it('names nobody twice where a team lead is an admin', () => {
    expect(names(heardBy('sales', 2, there('sam'), [person('sam'), ...admins]))).toEqual(['sam', 'ada', 'abe'])
  })

  it.each<[string[], string | undefined]>([
    [['mia', 'max', 'sam', 'sue'], 'sam'],
    [['mia', 'max', 'sue'], 'sue'],
    [['mia', 'max'], 'mia'],
    [['max'], 'max'],
    [[], undefined],
  ])('with %j leading, what somebody of sales had goes to %s', (leading, expected) => {
    expect(successor('sales', there(...leading))?.name).toBe(expected)
  })
})
