import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/playground/json.ts'
import { Blocks } from '../../../src/playground/page/blocks/blocks.tsx'
import { chartOf } from '../../../src/playground/page/blocks/chart/chart-data.ts'
import { fitted, labelStep, ticks, valueTicks } from '../../../src/playground/page/blocks/chart/scale.ts'
import { drawn, dutch, wordsIn } from './reader.tsx'

const weeks = ['wk 1', 'wk 2', 'wk 3']
const series = (name: string, values: number[]) => ({
  name,
  data: values.map((value, at) => ({ label: weeks[at], value })),
})
const chart = (type: string, ...all: object[]): Json => ({
  type: 'data_visualization',
  title: 'How it goes',
  chart: { type, series: all, axis_config: { categories: weeks, x_label: 'Week', y_label: 'Score' } },
})
const trend = [series('Marketing', [6.5, 7.25, 8]), series('Sales', [1234.5, -2, 0])]
const pie: Json = {
  type: 'data_visualization',
  title: 'Shares',
  chart: {
    type: 'pie',
    segments: [
      { label: 'Open', value: 3 },
      { label: 'Done', value: 9 },
    ],
  },
}
const html = (block: Json, reading?: typeof dutch) => drawn(<Blocks blocks={[block]} />, reading && { reading })
/** The rows of the table in a drawing, as words. */
const table = (drawing: string) =>
  [...drawing.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsIn(cell)),
  )
const count = (drawing: string, what: RegExp) => [...drawing.matchAll(what)].length

describe('a chart', () => {
  it.each(['line', 'bar', 'area'])('of kind %s has its figures in a table', (kind) => {
    expect(table(html(chart(kind, ...trend)))).toEqual([
      ['Week', 'Marketing', 'Sales'],
      ['wk 1', '6.5', '1,234.5'],
      ['wk 2', '7.25', '-2'],
      ['wk 3', '8', '0'],
    ])
  })

  it('that is a pie has its figures and shares in a table', () => {
    expect(table(html(pie))).toEqual([
      ['Segment', 'Value', 'Share'],
      ['Open', '3', '25%'],
      ['Done', '9', '75%'],
    ])
  })

  it('writes figures as the reader does', () => {
    expect(table(html(chart('line', ...trend), dutch))[1]).toEqual(['wk 1', '6,5', '1.234,5'])
    expect(html(pie, dutch)).toContain('aria-label="Cirkelgrafiek: Shares"')
  })

  it('draws every point, bar and segment', () => {
    const legend = trend.length
    expect(count(html(chart('line', ...trend)), /class="chart-marker"/g)).toBe(6 + legend)
    expect(count(html(chart('bar', ...trend)), /<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+"/g)).toBe(6)
    expect(count(html(chart('area', ...trend)), /class="chart-area"/g)).toBe(2)
    expect(count(html(pie), /class="chart-segment"/g)).toBe(2)
  })

  it('parts a line where nothing was measured', () => {
    const gap = {
      name: 'A',
      data: [
        { label: 'wk 1', value: 1 },
        { label: 'wk 3', value: 2 },
      ],
    }
    const drawing = html(chart('line', gap))
    expect(count(drawing, /class="chart-line" d="M[\d. ]+"/g)).toBe(2)
    expect(table(drawing)[2]).toEqual(['wk 2', '–'])
  })

  it('tells its series apart by more than colour', () => {
    const six = weeks.concat(weeks).map((_, at) => series(`S${at}`, [1, 2, 3]))
    const lines = html(chart('line', ...six))
    const legend = lines.slice(lines.indexOf('chart-legend'))
    const dashes = [...legend.matchAll(/<path class="chart-line"[^>]*>/g)].map(([line]) => line)
    const markers = [...legend.matchAll(/class="chart-marker" d="([^"]*)"/g)].map(([, shape]) => shape)
    expect([new Set(dashes).size, new Set(markers).size]).toEqual([6, 6])
    const patterns = [...html(chart('bar', ...six)).matchAll(/class="chart-hatch"|<pattern/g)]
    expect(patterns).toHaveLength(6 + 5)
  })

  it('stays within its drawing, whatever it shows', () => {
    for (const values of [
      [0, 0, 0],
      [-5, -1, -9],
      [1e12, 1, 2],
      [1e-9, 2e-9, 3e-9],
      [-1e15, 1e15, 0],
      [5, 5, 5],
    ])
      for (const kind of ['line', 'bar', 'area']) {
        const drawing = html(chart(kind, series('A', values)))
        expect(drawing).not.toMatch(/NaN|Infinity/)
        const heights = [...drawing.matchAll(/class="chart-marker"[^>]*translate\(([-\d.]+) ([-\d.]+)\)/g)].map(
          ([, , y]) => Number(y),
        )
        for (const y of heights) expect(y >= 0 && y <= 236).toBe(true)
      }
  })
})

describe('an axis', () => {
  it.each([
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [6.5, 8, [6.5, 7, 7.5, 8]],
    [-3, 4, [-4, -2, 0, 2, 4]],
    [0, 0, [0, 0.2]],
    [5, 5, [5, 6]],
    [0, 37_000, [0, 10_000, 20_000, 30_000, 40_000]],
  ])('from %d to %d names round values', (least, most, named) => {
    expect(ticks(least, most)).toEqual(named)
  })

  it.each([
    ['line', [6, 8], 6],
    ['line', [2, 8], 0],
    ['bar', [6, 8], 0],
    ['area', [6, 8], 0],
  ])('of a %s chart of %j begins at %d', (kind, values, first) => {
    const read = chartOf(chart(kind, series('A', values)))
    expect(read && read.kind !== 'pie' && valueTicks(read)[0]).toBe(first)
  })

  it('names as many categories as there is room for', () => {
    expect(labelStep(['wk 1'], 100)).toBe(1)
    expect(labelStep(Array(20).fill('week 12'), 26)).toBe(3)
    expect(fitted('a label that is long', 60)).toBe('a label …')
    expect(fitted('short', 60)).toBe('short')
  })
})
