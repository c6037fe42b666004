import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/local-date.ts'
import type { Goal } from '../../src/goals/goal.ts'
import {
  askItem,
  chartMessage,
  endView,
  goalItem,
  goalView,
  inheritedItem,
  listMessage,
  numberView,
} from '../../src/goals/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import { itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'

const largest: Goal = {
  id: '01234567-89ab-7cde-8f01-23456789abcd',
  workspaceId: 'w1',
  partnershipId: '01234567-89ab-7cde-8f01-23456789abce',
  name: '&'.repeat(100),
  unit: '<'.repeat(20),
  start: -999_999_999_999.5,
  target: 999_999_999_999.5,
  from: '2026-01-01',
  due: '2027-06-30',
  owners: {
    marketing: { id: 'm', name: '&'.repeat(80), inheritedFrom: '<'.repeat(80) },
    sales: { id: 's', name: '&'.repeat(80), inheritedFrom: undefined },
  },
  numbers: Array.from({ length: 300 }, (_, n) => ({ date: addDays('2026-01-02', n), value: -1e11 * n - 0.125, at: n })),
  createdAt: 0,
  setBy: 'm',
  end: undefined,
}
const small: Goal = { ...largest, name: 'Meetings', unit: 'meetings', start: 0, target: 40, numbers: [], owners: {} }
const today = '2027-03-01'

describe.each(languages)('what Slack takes of goals, in %s', (language) => {
  it('is the list of many partnerships with five long goals each, and of none', () => {
    const listed = (goals: Goal[]) => ({
      partnership: { id: largest.partnershipId, name: '&'.repeat(60) },
      goals,
      mayChange: () => true,
      today,
    })
    const five = Array.from({ length: 5 }, (_, n) => ({ ...largest, id: `${n}${largest.id.slice(1)}` }))
    for (const count of [1, 3, 12]) {
      const all = Array.from({ length: count }, (_, n) => ({
        ...listed(five.map((goal) => ({ ...goal, id: `${n}${goal.id}` }))),
        partnership: { id: `${n}`, name: '&'.repeat(60) },
      }))
      expect(validate(listMessage(all, language).blocks, 'message')).toEqual([])
    }
    expect(validate(listMessage([listed([])], language).blocks, 'message')).toEqual([])
  })

  it.each([
    ['of a year of numbers', largest],
    ['of two numbers', { ...small, numbers: [{ date: '2026-02-01', value: 3, at: 1 }] }],
    ['of one number', small],
  ])('is the course %s', (_, goal) => {
    expect(validate(chartMessage(goal, language, today).blocks, 'message')).toEqual([])
  })

  it('is every form', () => {
    expect(validate(goalView(language, largest.partnershipId), 'modal')).toEqual([])
    const ownerIds = { marketing: 'UANNA', sales: 'UTOM' }
    expect(validate(goalView(language, largest.partnershipId, { goal: largest, ownerIds }), 'modal')).toEqual([])
    for (const goal of [largest, small]) {
      expect(validate(numberView(language, goal), 'modal')).toEqual([])
      expect(validate(endView(language, goal, true), 'modal')).toEqual([])
    }
  })

  it('is every line', () => {
    for (const item of [
      goalItem(largest, language, today),
      askItem(largest, 'due', language, 0),
      askItem(largest, 'reached', language, 0),
      inheritedItem(largest, '&'.repeat(80), language, 0),
    ]) {
      expect(validate(itemBlocks(item), 'message')).toEqual([])
    }
  })
})

describe('the course of a goal', () => {
  it('draws the latest twenty numbers and the target, and lists the same in a table', () => {
    const blocks = JSON.stringify(chartMessage(largest, 'en', today).blocks)
    const [chart] = JSON.parse(blocks).filter(({ type }: { type: string }) => type === 'data_visualization')
    expect(chart.chart.axis_config.categories).toHaveLength(20)
    expect(chart.chart.series.map(({ data }: { data: unknown[] }) => data.length)).toEqual([20, 20])
    for (const label of chart.chart.axis_config.categories) expect(blocks.split(label).length).toBeGreaterThan(3)
  })
})

describe('how far a goal is', () => {
  it.each([
    [29, '■■□□□□□□□□ 29%'],
    [57, '■■■■■□□□□□ 57%'],
    [99.9, '■■■■■■■■■□ 99%'],
    [100, '■■■■■■■■■■ 100%'],
  ])('at %d of 100 is %s', (value, drawn) => {
    const goal = { ...small, target: 100, numbers: [{ date: '2026-02-01', value, at: 1 }] }
    expect(goalItem(goal, 'en', today).detail).toContain(drawn)
  })
})
