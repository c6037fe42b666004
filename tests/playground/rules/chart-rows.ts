import { inMessage } from './examples.ts'
import { long, many, type Row } from './row.ts'
import { blockPage, guess, limitsFile } from './sources.ts'
import { subject } from './subject.ts'

const point = (label: string) => ({ label, value: 1 })
const series = (name: string, labels: string[]) => ({ name, data: labels.map(point) })
const plotted = (labels: string[], type = 'line', count = 1) => ({
  type,
  series: many(count, (at) => series(`S${at}`, labels)),
  axis_config: { categories: labels, x_label: 'x', y_label: 'y' },
})
const base = { type: 'data_visualization', block_id: 'b', title: 'Trend', chart: plotted(['a', 'b']) }
const chartPage = blockPage('data-visualization')
const chart = subject('a chart', chartPage, inMessage, base)
const pie = subject('a pie', chartPage, inMessage, { ...base, chart: { type: 'pie', segments: [point('a')] } })
const labels = (count: number) => many(count, (at) => `L${at}`)
const kinds = 'The `chart` of a data_visualization: only `line`, `bar`, `area`, `pie`.'
const notEmpty = guess('what is required is not empty')

/** A label stands in the series and among the categories. */
const labelled = (label: string) => ({ chart: plotted([label]) })

export const chartRows: Row[] = [
  chart.needs('title', 'chart', 'chart/series', 'chart/axis_config', 'chart/axis_config/categories'),
  chart.needs(
    'chart/series/0/name',
    'chart/series/0/data',
    'chart/series/0/data/0/value',
    'chart/series/0/data/0/label',
  ),
  chart.length('title', { max: 50 }),
  chart.length('title', { min: 1 }, notEmpty),
  chart.only(
    'chart',
    [plotted(['a']), plotted(['a'], 'bar'), plotted(['a'], 'area')],
    { type: 'donut' },
    chartPage,
    kinds,
  ),
  pie.only('chart', [{ type: 'pie', segments: [point('a')] }], { type: 'donut' }, chartPage, kinds),
  chart.rule(
    'A chart has at most 6 series.',
    { chart: plotted(['a'], 'line', 6) },
    { chart: plotted(['a'], 'line', 7) },
    '/chart/series',
    'max_items',
    `${chartPage}; others say 12`,
  ),
  chart.rule('A chart has at least 1 series.', {}, { chart: plotted(['a'], 'line', 0) }, '/chart/series', 'min_items'),
  chart.rule(
    'A chart has at most 20 categories.',
    { chart: plotted(labels(20)) },
    { chart: plotted(labels(21)) },
    '/chart/axis_config/categories',
    'max_items',
    limitsFile,
  ),
  chart.rule(
    'A series has at most 20 points.',
    { chart: plotted(labels(20)) },
    { chart: plotted(labels(21)) },
    '/chart/series/0/data',
    'max_items',
    limitsFile,
  ),
  chart.rule(
    'A chart has at least 1 category.',
    labelled('a'),
    { chart: plotted([]) },
    '/chart/axis_config/categories',
    'min_items',
    limitsFile,
  ),
  chart.rule(
    'A series has at least 1 point.',
    labelled('a'),
    { chart: plotted([]) },
    '/chart/series/0/data',
    'min_items',
    limitsFile,
  ),
  chart.rule(
    'A category has at most 20 characters.',
    labelled(long(20)),
    labelled(long(21)),
    '/chart/axis_config/categories/0',
    'max_length',
    limitsFile,
  ),
  chart.rule(
    'The label of a point has at most 20 characters.',
    labelled(long(20)),
    labelled(long(21)),
    '/chart/series/0/data/0/label',
    'max_length',
    limitsFile,
  ),
  chart.rule(
    'A category is not empty.',
    labelled('a'),
    labelled(''),
    '/chart/axis_config/categories/0',
    'min_length',
    notEmpty,
  ),
  chart.rule(
    'The label of a point is not empty.',
    labelled('a'),
    labelled(''),
    '/chart/series/0/data/0/label',
    'min_length',
    notEmpty,
  ),
  chart.length('chart/series/0/name', { max: 20 }, limitsFile),
  chart.length('chart/series/0/name', { min: 1 }, notEmpty),
  chart.length('chart/axis_config/x_label', { max: 50 }, limitsFile),
  chart.length('chart/axis_config/y_label', { max: 50 }, limitsFile),
  chart.rule(
    'A series has a point for every category, in order.',
    { chart: plotted(['a', 'b']) },
    { chart: { ...plotted(['a', 'b']), series: [series('S', ['a'])] } },
    '/chart/series/0/data',
    'all_of',
    `${limitsFile}; the order is a guess`,
  ),
  pie.needs('chart/segments', 'chart/segments/0/label', 'chart/segments/0/value'),
  pie.count('chart/segments', { min: 1, max: 6 }, (at) => point(`L${at}`), `${chartPage}; others say 12`),
  pie.length('chart/segments/0/label', { max: 20 }, limitsFile),
  pie.length('chart/segments/0/label', { min: 1 }, notEmpty),
  pie.rule(
    'The value of a segment is more than 0.',
    { chart: { type: 'pie', segments: [{ label: 'a', value: 0.5 }] } },
    { chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } },
    '/chart/segments/0/value',
    'exclusive_minimum',
    limitsFile,
  ),
].flat()
