import { describe, expect, it } from 'vitest'
import { sidesOf, somebodyElse } from '../../../../src/playground/page/controls/crowd.ts'
import { Crowd } from '../../../../src/playground/page/controls/people.tsx'
import { person } from '../given.ts'
import { drawn, sanne, screen, tom, wordsOf } from './stage.tsx'

const guest = person('U3GUEST', 'Gil Guest', { guest: true })
const gone = person('U4GONE', 'Noor Gone', { title: 'Sales · new business', deleted: true })
const app = person('UBOT', 'Rondo', { kind: 'app' })
const other = person('UOTHER', 'Other Bot', { kind: 'bot' })
const people = [guest, sanne, app, tom, gone, other]

describe('the people one can be', () => {
  it('stand by side, those without one after them, those who left apart, and no machine among them', () => {
    const { sides, left } = sidesOf(people)
    expect(sides.map((side) => [side.name, side.people.map(({ id }) => id)])).toEqual([
      ['Marketing', [sanne.id]],
      ['Sales', [tom.id]],
      [undefined, [guest.id]],
    ])
    expect(left).toEqual([gone])
  })

  it('have what they do, their language and the time where they are beside their name', () => {
    const on = screen({ people: new Map(people.map((one) => [one.id, one])) })
    const text = wordsOf(drawn(<Crowd screen={on} close={() => {}} />, on))
    expect(text).toContain('Sanne de Wit Admin team lead · Dutch · 10:05 Amsterdam')
    expect(text).toContain('Tom Ashworth the Midlands · English · 09:05 London')
    expect(text).toContain('Gil Guest Guest')
    expect(text).toContain('Deactivated')
  })

  it('can each be opened beside this one, but for those who left', () => {
    const on = screen({ people: new Map(people.map((one) => [one.id, one])) })
    const html = drawn(<Crowd screen={on} close={() => {}} />, on)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).toSorted()).toEqual([
      '/?as=U1SANNE',
      '/?as=U2TOM',
      '/?as=U3GUEST',
    ])
    expect(html.match(/<button[^>]*disabled[^>]*>/g)).toHaveLength(1)
    expect(html).toMatch(/<button[^>]*aria-current="true"[^>]*>.*?Tom Ashworth/)
  })
})

describe('somebody else to look as', () => {
  it('is rather of another language and zone than only of another side, and never a machine or gone', () => {
    const near = person('U5NEAR', 'Nia Near', { title: 'Marketing · content' })
    expect(somebodyElse(tom, [tom, near, app, gone, sanne])).toBe(sanne)
    expect(somebodyElse(tom, [tom, near, app, gone])).toBe(near)
    expect(somebodyElse(tom, [tom, app, gone])).toBeUndefined()
  })
})
