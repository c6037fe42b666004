import type { Plotted, Series } from './chart-data.ts'
import { dashes, Marker, toneOf } from './marks.tsx'

/** Where things are in a drawing, in pixels. */
export interface Frame {
  left: number
  right: number
  bottom: number
  /** The room of one category. */
  band: number
  /** The middle of a category. */
  x(category: number): number
  y(value: number): number
}

/** Lines with markers; those of an area chart with what is below them. */
export function Lines({ chart: { kind, series }, frame }: { chart: Plotted; frame: Frame }) {
  return (
    <>
      {series.map((one, at) => (
        <g data-series={toneOf(at)}>
          {runs(one).map((run) => (
            <>
              {kind === 'area' && <path class="chart-area" d={areaPath(run, frame)} />}
              <path class="chart-line" d={linePath(run, frame)} stroke-dasharray={dashes[toneOf(at)]} />
              {run.map(([category, value]) => (
                <Marker x={frame.x(category)} y={frame.y(value)} series={at} />
              ))}
            </>
          ))}
        </g>
      ))}
    </>
  )
}

type Point = [category: number, value: number]

/** The points of a series, parted where one is missing. */
function runs({ values }: Series): Point[][] {
  const found: Point[][] = [[]]
  values.forEach((value, at) => {
    if (value === undefined) found.push([])
    else found.at(-1)?.push([at, value])
  })
  return found.filter((run) => run.length > 0)
}

function linePath(run: Point[], { x, y }: Frame): string {
  return run.map(([category, value], at) => `${at === 0 ? 'M' : 'L'}${x(category)} ${y(value)}`).join('')
}

function areaPath(run: Point[], frame: Frame): string {
  const [first] = run
  const last = run.at(-1)
  const zero = Math.min(frame.bottom, frame.y(0))
  return `${linePath(run, frame)}L${frame.x(last?.[0] ?? 0)} ${zero}L${frame.x(first?.[0] ?? 0)} ${zero}Z`
}
