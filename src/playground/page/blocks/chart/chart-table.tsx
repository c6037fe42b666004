import { useReading, useWords } from '../../reading.ts'
import { words } from '../words.ts'
import type { Pie, Plotted } from './chart-data.ts'
import { figure, share } from './figures.ts'

/** The figures of a chart: for who reads them instead of looking, and for who asks. */
export function ChartTable({ chart, title }: { chart: Plotted | Pie; title: string }) {
  const { head, rows } = useFigures(chart)
  return (
    <table class="blocks-table">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {head.map((name, at) => (
            <th scope="col" data-align={at > 0 ? 'right' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures]) => (
          <tr>
            <th scope="row">{name}</th>
            {figures.map((one) => (
              <td data-align="right">{one}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useFigures(chart: Plotted | Pie): { head: string[]; rows: string[][] } {
  const { locale } = useReading()
  const said = useWords(words)
  if (chart.kind === 'pie') {
    const total = chart.segments.reduce((sum, one) => sum + one.value, 0)
    const rows = chart.segments.map(({ label, value }) => [label, figure(value, locale), share(value, total, locale)])
    return { head: [said.segment, said.value, said.share], rows }
  }
  const { categories, series, xLabel } = chart
  const rows = categories.map((category, at) => [
    category,
    ...series.map(({ values }) => {
      const value = values[at]
      return value === undefined ? '–' : figure(value, locale)
    }),
  ])
  return { head: [xLabel ?? said.category, ...series.map(({ name }) => name)], rows }
}
