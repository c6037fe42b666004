import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/platform/interaction.ts'
import { wordBook } from '../../../src/platform/slack/words.ts'
import { everyone } from '../../support/slack-edge.ts'

const word = (en: [string, ...string[]], nl: [string, ...string[]]): Word => ({
  words: { en, nl },
  help: () => en[0],
  may: everyone,
  run: async () => {},
})
const words = [
  word([''], ['']),
  word(['actions'], ['acties', 'actiepunten']),
  word(['check-in', 'checkin'], ['check-in']),
  word(['check'], ['check']),
  word(['customer signal'], ['klantsignaal']),
  word(['customer'], ['klant']),
]
const book = wordBook([{ name: 'test', words }])
const found = (text: string) => {
  const result = book.find(text)
  return result && [result.word.words.en[0], result.rest]
}

describe('the words behind /rondo', () => {
  it.each([
    ['', ['', '']],
    ['   ', ['', '']],
    ['actions', ['actions', '']],
    ['ACTIES', ['actions', '']],
    ['  actiepunten   van mij ', ['actions', 'van mij']],
    ['checkin weekly', ['check-in', 'weekly']],
    ['check weekly', ['check', 'weekly']],
    ['customer signal  too dear', ['customer signal', 'too dear']],
    ['Customer\tSignal x', ['customer signal', 'x']],
    ['customer signals', ['customer', 'signals']],
    ['klant Philips  BV', ['customer', 'Philips  BV']],
    ['actions\nfirst\nsecond', ['actions', 'first\nsecond']],
  ])('%j is %j', (text, expected) => expect(found(text)).toEqual(expected))

  it.each(['action', 'actionss', 'chec', 'xactions', 'constructor', '__proto__'])('%j is none of them', (text) =>
    expect(found(text)).toBeUndefined(),
  )

  it.each([
    ['actoins', 'actions', ''],
    ['Acteis van mij', 'acties', 'van mij'],
    ['chekin weekly', 'checkin', 'weekly'],
  ])('nearest to %j is %j', (text, spelling, rest) => expect(book.nearest(text)).toEqual({ spelling, rest }))

  it.each(['xyzzyplugh', 'zz', '', 'feedback', 'contacts'])('nothing is near %j', (text) =>
    expect(book.nearest(text)).toBeUndefined(),
  )

  it('refuses two features that claim one word, in any language', () => {
    const other = { name: 'other', words: [word(['points'], ['actiepunten'])] }
    expect(() => wordBook([{ name: 'test', words }, other])).toThrow('actiepunten')
  })
})
