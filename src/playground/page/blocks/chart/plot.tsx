import type { TargetedPointerEvent } from 'preact'
import { useState } from 'preact/hooks'
import { useReading } from '../../reading.ts'
import { Bars } from './bars.tsx'
import type { Plotted } from './chart-data.ts'
import { axisFigure, figure } from './figures.ts'
import { type Frame, Lines } from './lines.tsx'
import { Patterns, Swatch } from './marks.tsx'
import { fitted, labelStep, textWidth, valueTicks } from './scale.ts'

const height = 236
const top = 12

/** A line, bar or area chart. @param width in pixels @param id keeps the patterns of several charts apart */
export function Plot({ chart, width, id, label }: { chart: Plotted; width: number; id: string; label: string }) {
  const { locale } = useReading()
  const [at, setAt] = useState<number>()
  const named = valueTicks(chart)
  const frame = frameOf(
    chart,
    named.map((tick) => axisFigure(tick, locale)),
    named,
    width,
  )
  const follow = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const nearest = Math.floor((x - frame.left) / frame.band)
    setAt(nearest >= 0 && nearest < chart.categories.length ? nearest : undefined)
  }
  return (
    <div class="chart-plot">
      {chart.yLabel && <div class="chart-y-label">{chart.yLabel}</div>}
      <svg
        class="chart-drawing"
        role="img"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={follow}
        onPointerLeave={() => setAt(undefined)}
      >
        <Patterns id={id} />
        <Axes chart={chart} frame={frame} named={named} />
        {at !== undefined && (
          <path
            class="chart-pointer"
            d={`M${frame.x(at)} ${top}V${frame.bottom}`}
            stroke-width={pointerWidth(chart, frame)}
          />
        )}
        {chart.kind === 'bar' ? <Bars chart={chart} frame={frame} id={id} /> : <Lines chart={chart} frame={frame} />}
      </svg>
      {at !== undefined && <Note chart={chart} at={at} frame={frame} width={width} id={id} />}
      {chart.xLabel && <div class="chart-x-label">{chart.xLabel}</div>}
    </div>
  )
}

function pointerWidth({ kind }: Plotted, { band }: Frame): number {
  return kind === 'bar' ? band : 1
}

function frameOf({ categories }: Plotted, figures: string[], named: number[], width: number): Frame {
  const left = Math.max(24, ...figures.map((one) => textWidth(one) + 10))
  const bottom = height - 26
  const band = Math.max(1, (width - left - 8) / categories.length)
  const least = named[0] ?? 0
  const most = named.at(-1) ?? 1
  return {
    left,
    bottom,
    band,
    right: width - 8,
    x: (category) => left + (category + 0.5) * band,
    y: (value) => bottom - ((value - least) / (most - least)) * (bottom - top),
  }
}

function Axes({ chart: { categories }, frame, named }: { chart: Plotted; frame: Frame; named: number[] }) {
  const { locale } = useReading()
  const step = labelStep(categories, frame.band)
  return (
    <g>
      {named.map((tick) => (
        <>
          <path class="chart-grid" data-zero={tick === 0} d={`M${frame.left} ${frame.y(tick)}H${frame.right}`} />
          <text class="chart-tick" x={frame.left - 6} y={frame.y(tick) + 4} text-anchor="end">
            {axisFigure(tick, locale)}
          </text>
        </>
      ))}
      {categories.map((category, at) => {
        if (at % step !== 0) return null
        const label = fitted(category, frame.band * step - 6)
        return (
          <text
            class="chart-tick"
            x={Math.min(frame.x(at), frame.right + 6 - textWidth(label) / 2)}
            y={frame.bottom + 18}
            text-anchor="middle"
          >
            {label}
          </text>
        )
      })}
    </g>
  )
}

interface NoteProps {
  chart: Plotted
  at: number
  frame: Frame
  width: number
  id: string
}

/** The figures of one category, beside the pointer. Who reads without looking has the table. */
function Note({ chart, at, frame, width, id }: NoteProps) {
  const { locale } = useReading()
  const x = frame.x(at)
  const side = x > width / 2 ? { right: `${width - x + 10}px` } : { left: `${x + 10}px` }
  return (
    <div class="chart-note" style={side} aria-hidden="true">
      <strong>{chart.categories[at]}</strong>
      {chart.series.map(({ name, values }, series) => {
        const value = values[at]
        return (
          value !== undefined && (
            <div>
              <Swatch id={id} series={series} lined={chart.kind !== 'bar'} />
              {name}: {figure(value, locale)}
            </div>
          )
        )
      })}
    </div>
  )
}
