import { describe, expect, it } from 'vitest'
import { refusal } from '../../../src/checkins/parts/choosing.ts'

const members = ['A', 'B', 'C']

describe('who need not answer', () => {
  it.each([
    ['nobody', [], []],
    ['one of each', ['A'], ['B']],
    ['everybody, as long as they are asked', ['A', 'B', 'C'], []],
    ['all but one observing', ['C'], ['A', 'B']],
  ])('can be %s', (_, optional, observer) => {
    expect(refusal({ optional, observer }, members)).toBeUndefined()
  })

  it.each([
    ['somebody of neither team', ['A', 'X'], [], { field: 'optional', why: 'not members', slackIds: ['X'] }],
    ['an observer of neither team', [], ['X'], { field: 'observer', why: 'not members', slackIds: ['X'] }],
    ['somebody in both lists', ['A', 'B'], ['B'], { field: 'observer', why: 'twice', slackIds: ['B'] }],
    ['everybody observing', [], ['A', 'B', 'C'], { field: 'observer', why: 'nobody left' }],
  ])('cannot be %s', (_, optional, observer, expected) => {
    expect(refusal({ optional, observer }, members)).toEqual(expected)
  })
})
