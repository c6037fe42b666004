import { cell, inHome, inMessage, line, rich, words } from './examples.ts'
import { long, type Row } from './row.ts'
import { blockPage, blocksFile, guess, limitsFile, notes, objectsFile } from './sources.ts'
import { subject } from './subject.ts'

const rawNumber = { type: 'raw_number', value: 1, text: '1' }
const table = {
  type: 'table',
  block_id: 'b',
  rows: [[cell(), rawNumber]],
  column_settings: [{ align: 'left', is_wrapped: true }],
}
const dataTable = {
  type: 'data_table',
  block_id: 'b',
  caption: 'x',
  rows: [[cell()], [cell()]],
  page_size: 5,
  row_header_column_index: 0,
}
const spoken = (text: string) => [[{ type: 'rich_text', elements: [line({ ...words, text })] }]]
const tableBlock = subject('a table', blocksFile('TableBlock'), inMessage, table)
const tableInHome = subject('a table', blocksFile('TableBlock'), inHome, table)
const data = subject('a data_table', blocksFile('DataTableBlock'), inMessage, dataTable)
const dataPage = blockPage('data-table')
const total = notes('block-kit/blocks/table-block')

/** The cells of both tables. */
function cellRows(which: typeof tableBlock): Row[] {
  const from = objectsFile('RawTextElement, RawNumberElement')
  const at = which === data ? 'rows/1/0' : 'rows/0/0'
  return [
    which.only(at, [cell(), rawNumber, rich], { type: 'plain_text', text: 'x' }),
    which.length(`${at}/text`, { min: 1 }, from),
    which.rule(
      'A `raw_number` has words.',
      rows(which, rawNumber),
      rows(which, { ...rawNumber, text: '' }),
      `/${at}/text`,
      'min_length',
      from,
    ),
  ].flat()
}

function rows(which: typeof tableBlock, one: object): { rows: unknown } {
  return { rows: which === data ? [[cell()], [one]] : [[one]] }
}

function cellNeeds(base: object, frameRows: (one: object) => unknown, name: string, prefix: string): Row[] {
  return [cell(), rawNumber].flatMap((one) => {
    const whole = subject(
      name,
      objectsFile('RawTextElement, RawNumberElement'),
      {
        place: 'message',
        prefix,
        put: (example) => [{ ...base, rows: frameRows(example as object) }],
      },
      one,
    )
    return one === rawNumber ? whole.needs('value', 'text') : whole.needs('text')
  })
}

export const tableRows: Row[] = [
  tableBlock.needs('rows'),
  tableBlock.count('rows', { max: 100 }, () => [cell()]),
  tableBlock.count('rows', { min: 1 }, () => [cell()], guess('a table shows something')),
  tableBlock.count('rows/0', { max: 20 }, () => cell()),
  tableBlock.count('rows/0', { min: 1 }, () => cell(), guess('a table shows something')),
  tableBlock.count('column_settings', { max: 20 }, () => ({})),
  tableBlock.oneOf('column_settings/0/align', ['left', 'center', 'right']),
  cellRows(tableBlock),
  cellNeeds(table, (one) => [[one]], 'a cell', '/blocks/0/rows/0/0'),
  tableBlock.rule(
    'The cells of a table hold at most 10,000 characters in all.',
    { rows: spoken(long(10_000)) },
    { rows: spoken(long(10_001)) },
    '/rows',
    'maximum',
    total,
  ),
  tableInHome.rule(
    'The cells of a table hold at most 10,000 characters in all.',
    { rows: [[cell(long(5000)), cell(long(5000))]] },
    { rows: [[cell(long(5000)), cell(long(5001))]] },
    '/rows',
    'maximum',
    total,
  ),
  data.needs('rows', 'caption'),
  data.length('caption', { min: 1 }, guess('what is required is not empty')),
  data.count('rows', { min: 2, max: 101 }, () => [cell()], `${dataPage}; others say 201`),
  data.rule(
    'The `rows` of a data_table have at most 20 cells.',
    { rows: [0, 1].map(() => Array(20).fill(cell())) },
    { rows: [0, 1].map(() => Array(21).fill(cell())) },
    '/rows/0',
    'max_items',
    limitsFile,
  ),
  data.rule(
    'The `rows` of a data_table have at least 1 cell.',
    {},
    { rows: [[], []] },
    '/rows/0',
    'min_items',
    limitsFile,
  ),
  data.range('page_size', { min: 1, max: 100 }),
  data.whole('page_size'),
  data.range('row_header_column_index', { min: 0 }),
  data.range('row_header_column_index', { max: 19 }, guess('there are at most 20 columns')),
  data.whole('row_header_column_index'),
  data.rule(
    'The rows of a data_table are equally long.',
    {},
    { rows: [[cell()], [cell(), cell()]] },
    '/rows',
    'all_of',
    dataPage,
  ),
  data.rule(
    'The first row of a data_table takes no rich_text.',
    {},
    { rows: [[rich], [cell()]] },
    '/rows/0',
    'all_of',
    dataPage,
  ),
  data.rule(
    'The cells of a data_table hold at most 10,000 characters in all.',
    { rows: [[cell(long(5000))], [cell(long(5000))]] },
    { rows: [[cell(long(5000))], [cell(long(5001))]] },
    '/rows',
    'maximum',
    guess('the page names a total, its figure was not read; slackblocks says 20,000'),
  ),
  cellRows(data),
  cellNeeds(dataTable, (one) => [[cell()], [one]], 'a cell of a data_table', '/blocks/0/rows/1/0'),
].flat()
