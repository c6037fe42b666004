import { useReading } from '../../reading.ts'
import type { Pie } from './chart-data.ts'
import { figure, share } from './figures.ts'
import { Patterns, patternId, Swatch } from './marks.tsx'

const radius = 88

/** A pie with its legend: what each segment is, how much, and of all. */
export function PieChart({ chart: { segments }, id, label }: { chart: Pie; id: string; label: string }) {
  const { locale } = useReading()
  const total = segments.reduce((sum, one) => sum + one.value, 0)
  const ends = segments.map((_, at) => segments.slice(0, at + 1).reduce((sum, one) => sum + one.value, 0) / total)
  return (
    <div class="chart-pie">
      <svg class="chart-drawing" role="img" aria-label={label} width="184" height="184" viewBox="-92 -92 184 184">
        <Patterns id={id} />
        {segments.map((one, at) => (
          <path
            class="chart-segment"
            d={segmentPath(ends[at - 1] ?? 0, ends[at] ?? 1)}
            fill={`url(#${patternId(id, at)})`}
          >
            <title>{`${one.label}: ${figure(one.value, locale)} (${share(one.value, total, locale)})`}</title>
          </path>
        ))}
      </svg>
      <ul class="chart-legend" data-upright="true">
        {segments.map((one, at) => (
          <li>
            <Swatch id={id} series={at} lined={false} />
            <span>{one.label}</span>
            <span class="chart-legend-figure">
              {figure(one.value, locale)} · {share(one.value, total, locale)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** From and to as parts of the whole, clockwise from the top. */
function segmentPath(from: number, to: number): string {
  if (to - from > 0.9999) return `M0 ${-radius}A${radius} ${radius} 0 1 1 -0.01 ${-radius}Z`
  const at = (part: number) => {
    const angle = part * 2 * Math.PI
    return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`
  }
  return `M0 0L${at(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`
}
