import { isJson, type Json, objects, strings, textOf } from '../../../json.ts'

export interface Series {
  name: string
  /** One for every category; undefined where nothing was measured. */
  values: (number | undefined)[]
}

export interface Plotted {
  kind: 'line' | 'bar' | 'area'
  categories: string[]
  series: Series[]
  xLabel: string | undefined
  yLabel: string | undefined
}

export interface Pie {
  kind: 'pie'
  segments: { label: string; value: number }[]
}

/** What a data_visualization shows, or undefined where that is no chart. */
export function chartOf({ chart }: Json): Plotted | Pie | undefined {
  if (!isJson(chart)) return undefined
  if (chart.type === 'pie') return pieOf(chart)
  const kind = (['line', 'bar', 'area'] as const).find((one) => one === chart.type)
  return kind && plottedOf(kind, chart)
}

function pieOf({ segments }: Json): Pie | undefined {
  const read = objects(segments).flatMap(({ label, value }) => {
    const size = measured(value)
    return size !== undefined && size > 0 ? [{ label: textOf(label) ?? '', value: size }] : []
  })
  return read.length > 0 ? { kind: 'pie', segments: read } : undefined
}

function plottedOf(kind: Plotted['kind'], chart: Json): Plotted | undefined {
  const axis = isJson(chart.axis_config) ? chart.axis_config : {}
  const categories = strings(axis.categories)
  const series = objects(chart.series).map(({ name, data }) => {
    const values = new Map(objects(data).map((point) => [point.label, measured(point.value)]))
    return { name: textOf(name) ?? '', values: categories.map((category) => values.get(category)) }
  })
  if (categories.length === 0 || series.length === 0) return undefined
  return { kind, categories, series, xLabel: textOf(axis.x_label), yLabel: textOf(axis.y_label) }
}

/** Beyond this no axis can be drawn. */
const most = 1e15

function measured(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= most ? value : undefined
}
