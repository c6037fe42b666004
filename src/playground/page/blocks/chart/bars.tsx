import type { Plotted } from './chart-data.ts'
import type { Frame } from './lines.tsx'
import { patternId } from './marks.tsx'

const mostWidth = 40

/** The bars of a category side by side, from zero up or down. */
export function Bars({ chart: { series }, frame, id }: { chart: Plotted; frame: Frame; id: string }) {
  const room = Math.min(mostWidth, (frame.band * 0.8) / series.length)
  const width = Math.max(1, room - 2)
  const start = (room * series.length) / 2
  return (
    <>
      {series.map(({ values }, at) =>
        values.map((value, category) => {
          if (value === undefined) return null
          const [from, to] = [frame.y(Math.max(0, value)), frame.y(Math.min(0, value))]
          return (
            <rect
              x={frame.x(category) - start + at * room + 1}
              y={from}
              width={width}
              height={Math.max(1, to - from)}
              rx={Math.min(2, width / 2)}
              fill={`url(#${patternId(id, at)})`}
            />
          )
        }),
      )}
    </>
  )
}
