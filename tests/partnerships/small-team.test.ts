import { expect, it } from 'vitest'
import { pulseFor, type SmallTeams } from '../../src/partnerships/small-team.ts'

it.each<[number, number, SmallTeams]>([
  [5, 5, { pulse: 'per team' }],
  [9, 12, { pulse: 'per team' }],
  [4, 9, { pulse: 'combined', small: ['marketing'] }],
  [6, 3, { pulse: 'combined', small: ['sales'] }],
  [3, 2, { pulse: 'combined', small: ['marketing', 'sales'] }],
  [4, 4, { pulse: 'combined', small: ['marketing', 'sales'] }],
  [2, 2, { pulse: 'none' }],
])('tells %i marketers and %i salespeople what the pulse can show', (marketing, sales, expected) => {
  expect(pulseFor({ marketing, sales })).toEqual(expected)
})
