/** What tells series apart besides their colour: another dash, another marker, another pattern. */

export const dashes = ['', '7 4', '2 4', '10 3 2 3', '14 4', '5 2 1 2 1 2'] as const

const shapes = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  'M-3.6-3.6h7.2v7.2h-7.2z',
  'M0-4.8L4.6 3.4H-4.6z',
  'M0-5L5 0 0 5-5 0z',
  'M0 4.8L4.6-3.4H-4.6z',
  'M-1.6-4.6h3.2v3h3v3.2h-3v3h-3.2v-3h-3v-3.2h3z',
] as const

/** Series beyond the sixth begin again. */
export function toneOf(at: number): number {
  return at % 6
}

export function Marker({ x, y, series }: { x: number; y: number; series: number }) {
  return <path class="chart-marker" d={shapes[toneOf(series)]} transform={`translate(${x} ${y})`} />
}

export function patternId(id: string, series: number): string {
  return `${id}-p${toneOf(series)}`
}

/** The patterns bars and segments are filled with. @param id keeps those of several charts apart */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {drawings.map((drawing, at) => (
        <pattern
          id={patternId(id, at)}
          data-series={at}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={at === 1 ? 'rotate(45)' : at === 3 ? 'rotate(-45)' : undefined}
        >
          <rect width="8" height="8" class="chart-fill" />
          {drawing !== '' && <path d={drawing} class="chart-hatch" />}
        </pattern>
      ))}
    </defs>
  )
}

const drawings = ['', 'M0 2h8', 'M2 2h1.6v1.6H2zM6 6h1.6v1.6H6z', 'M0 2h8M0 6h8', 'M2 0v8', 'M0 4h8M4 0v8']

/** The sign of a series in the legend. */
export function Swatch({ id, series, lined }: { id: string; series: number; lined: boolean }) {
  return (
    <svg class="chart-swatch" viewBox="0 0 28 14" data-series={toneOf(series)} aria-hidden="true">
      {lined ? (
        <>
          <path class="chart-line" d="M0 7h28" stroke-dasharray={dashes[toneOf(series)]} />
          <Marker x={14} y={7} series={series} />
        </>
      ) : (
        <rect x="7" width="14" height="14" rx="2" fill={`url(#${patternId(id, series)})`} />
      )}
    </svg>
  )
}
