import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { type Json, textOf } from '../../../json.ts'
import { useWords } from '../../reading.ts'
import { Scrolling } from '../scrolling.tsx'
import { UnknownBlock } from '../unknown.tsx'
import { words } from '../words.ts'
import { chartOf, type Pie, type Plotted } from './chart-data.ts'
import { ChartTable } from './chart-table.tsx'
import { Swatch } from './marks.tsx'
import { PieChart } from './pie.tsx'
import { Plot } from './plot.tsx'
import { useWidth } from './width.ts'

/** A chart with its title and legend, or its figures as a table. */
export function ChartBlock({ block }: { block: Json }) {
  const chart = useMemo(() => chartOf(block), [block])
  if (!chart) return <UnknownBlock type={block.type} />
  return <Chart chart={chart} title={textOf(block.title) ?? ''} />
}

const usualWidth = 560

function Chart({ chart, title }: { chart: Plotted | Pie; title: string }) {
  const said = useWords(words)
  const [asTable, setAsTable] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, usualWidth)
  const id = useId()
  const label = `${said.kinds[chart.kind]}: ${title}`
  return (
    <figure class="chart">
      <div class="chart-head">
        <figcaption class="chart-title">{title}</figcaption>
        <button type="button" class="blocks-more" onClick={() => setAsTable(!asTable)}>
          {asTable ? said.showChart : said.showTable}
        </button>
      </div>
      <div ref={box}>
        {asTable ? (
          <Scrolling label={title}>
            <ChartTable chart={chart} title={title} />
          </Scrolling>
        ) : chart.kind === 'pie' ? (
          <PieChart chart={chart} id={id} label={label} />
        ) : (
          <>
            <Plot chart={chart} width={width} id={id} label={label} />
            <Legend chart={chart} id={id} />
          </>
        )}
      </div>
      {!asTable && (
        <div class="visually-hidden">
          <ChartTable chart={chart} title={title} />
        </div>
      )}
    </figure>
  )
}

function Legend({ chart: { series, kind }, id }: { chart: Plotted; id: string }) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {series.map(({ name }, at) => (
        <li>
          <Swatch id={id} series={at} lined={kind !== 'bar'} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}
