import { beforeEach, describe, expect, it } from 'vitest'
import { insider, itself, memberOf, type Partnership, teamLeadOf } from '../../src/partnerships/index.ts'
import type { Right } from '../../src/platform/interaction.ts'
import type { Person } from '../../src/platform/person.ts'
import type { Profile } from '../../src/workspaces/people/slack-user.ts'
import { useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership, takenOff } from './partnerships.ts'

const now = at('2026-11-23T10:00')
const rights: Record<string, Right> = { insider, member: memberOf(itself), lead: teamLeadOf(itself) }

type Cast = Record<string, Person>

describe('who may do what', () => {
  const database = useDatabase('sqlite')
  let north: Partnership
  let cast: Cast

  beforeEach(async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const somebody = (slackId: string, said: Partial<Profile> = {}) => savedPerson(db, workspace, { slackId, ...said })
    north = await savedPartnership(db, workspace.id, { name: 'North <&> South' })
    const south = await savedPartnership(db, workspace.id, { name: 'South' })
    cast = {
      marketer: await somebody('UMARKETER'),
      'team lead': await somebody('UMARIJKE'),
      deputy: await somebody('UDEPUTY'),
      'contact person': await somebody('UCONTACT'),
      'lead of another partnership': await somebody('UPIETER'),
      colleague: await somebody('UCOLLEAGUE'),
      admin: await somebody('UADMIN', { admin: true }),
      guest: await somebody('UGUEST', { kind: 'guest' }),
      'added guest': await somebody('UADDEDGUEST', { kind: 'guest' }),
      outsider: await somebody('UOUTSIDER', { kind: 'external' }),
      'outsider who is admin at home': await somebody('UOUTADMIN', { kind: 'external', admin: true }),
      'added outsider': await somebody('UADDEDOUTSIDER', { kind: 'external' }),
      'former team lead': await somebody('UFORMER'),
      bot: await somebody('UROBOT', { kind: 'bot' }),
    }
    const who = (name: string) => get(cast, name)
    await joined(db, north, who('marketer'), 'marketing')
    await joined(db, north, who('team lead'), 'marketing', 'team_lead')
    await joined(db, north, who('deputy'), 'marketing', 'deputy')
    await joined(db, north, who('contact person'), 'marketing', 'contact_person')
    await joined(db, south, who('lead of another partnership'), 'sales', 'team_lead')
    await joined(db, north, who('added guest'), 'sales')
    await joined(db, north, who('added outsider'), 'sales')
    await joined(db, north, who('former team lead'), 'sales', 'team_lead')
    await takenOff(db, north, who('former team lead'), now)
  })

  it.each<[string, Record<'insider' | 'member' | 'lead', boolean>]>([
    ['marketer', { insider: true, member: true, lead: false }],
    ['team lead', { insider: true, member: true, lead: true }],
    ['deputy', { insider: true, member: true, lead: true }],
    ['contact person', { insider: true, member: true, lead: false }],
    ['lead of another partnership', { insider: true, member: false, lead: false }],
    ['colleague', { insider: true, member: false, lead: false }],
    ['admin', { insider: true, member: false, lead: true }],
    ['guest', { insider: false, member: false, lead: false }],
    ['added guest', { insider: true, member: true, lead: false }],
    ['outsider', { insider: false, member: false, lead: false }],
    ['outsider who is admin at home', { insider: false, member: false, lead: false }],
    ['added outsider', { insider: true, member: true, lead: false }],
    ['former team lead', { insider: true, member: false, lead: false }],
    ['bot', { insider: false, member: false, lead: false }],
  ])('knows what a %s may', async (name, expected) => {
    const asked = Object.entries(rights).map(async ([right, { refuse }]) => {
      const sentence = await refuse(database().db, { person: get(cast, name), value: north.id }, now)
      return [right, sentence === undefined]
    })
    expect(Object.fromEntries(await Promise.all(asked))).toEqual(expected)
  })

  it.each(['en', 'nl'] as const)('names in %s who can do it', async (language) => {
    const refusals = ['guest', 'colleague'].flatMap((name) =>
      Object.values(rights).map(({ refuse }) =>
        refuse(database().db, { person: { ...get(cast, name), language }, value: north.id }, now),
      ),
    )
    const sentences = (await Promise.all(refusals)).filter((sentence) => sentence !== undefined)
    expect(sentences).toHaveLength(5)
    expect(sentences.filter((sentence) => !/marijke|pieter/.test(sentence))).toEqual([])
    expect(sentences.join()).toContain('North &lt;&amp;&gt; South')
  })

  it('names an admin where there is no team lead', async () => {
    const { db } = database()
    const { id } = await savedPartnership(db, north.workspaceId)
    const person = get(cast, 'colleague')
    expect(await rights.lead?.refuse(db, { person, value: id }, now)).toContain('an admin of this workspace')
  })

  it('says of what is gone, or stands in another workspace, that it is not there', async () => {
    const { db } = database()
    const elsewhere = await savedPartnership(db, (await savedWorkspace(db, 'T2')).id)
    const person = get(cast, 'admin')
    const told = (value: string) => rights.lead?.refuse(db, { person, value }, now)
    expect(await told('nothing')).toMatch(/no longer exists/)
    expect(await told(elsewhere.id)).toMatch(/no longer exists/)
  })
})

function get(cast: Cast, name: string): Person {
  const person = cast[name]
  if (!person) throw new Error(`Nobody is called ${name}`)
  return person
}
