import { useId, useMemo, useState } from 'preact/hooks'
import { type Json, textOf } from '../../json.ts'
import { useReading, useWords } from '../reading.ts'
import { Cell, compareCells, numberColumns, rowsOf } from './cell.tsx'
import { Icon } from './icon.tsx'
import { Scrolling } from './scrolling.tsx'
import { words } from './words.ts'

interface Order {
  column: number
  down: boolean
}

const usualPageSize = 10

/** A table that people can sort, page by page. */
export function DataTableBlock({ block }: { block: Json }) {
  const reading = useReading()
  const [order, setOrder] = useState<Order>()
  const [page, setPage] = useState(0)
  const rows = useMemo(() => rowsOf(block), [block])
  const numbers = useMemo(() => numberColumns(rows), [rows])
  const id = useId()
  const [head = [], ...body] = rows
  const size = pageSizeOf(block)
  const last = Math.max(0, Math.ceil(body.length / size) - 1)
  const at = Math.min(page, last)
  const shown = sorted(body, order, (a, b) => compareCells(a, b, reading)).slice(at * size, (at + 1) * size)
  const sort = (column: number) => {
    setOrder(nextOrder(order, column))
    setPage(0)
  }
  const align = (column: number) => (numbers.has(column) ? 'right' : undefined)
  const caption = textOf(block.caption) ?? ''
  return (
    <div class="blocks-data-table">
      <Scrolling label={caption}>
        <table class="blocks-table">
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th scope="col" data-align={align(column)} aria-sort={sortOf(order, column)}>
                  <button type="button" class="blocks-sort" onClick={() => sort(column)}>
                    <Cell cell={cell} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr>
                {row.map((cell, column) =>
                  column === block.row_header_column_index ? (
                    <th scope="row" data-align={align(column)}>
                      <Cell cell={cell} />
                    </th>
                  ) : (
                    <td data-align={align(column)}>
                      <Cell cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {last > 0 && <Pager page={at} last={last} size={size} of={body.length} go={setPage} />}
    </div>
  )
}

function pageSizeOf({ page_size }: Json): number {
  return typeof page_size === 'number' && page_size >= 1 ? Math.floor(page_size) : usualPageSize
}

/** Up, down, and as it came. */
export function nextOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, down: false }
  return order.down ? undefined : { column, down: true }
}

export function sorted(
  rows: Json[][],
  order: Order | undefined,
  compare: (a: Json | undefined, b: Json | undefined) => number,
): Json[][] {
  if (!order) return rows
  const { column, down } = order
  return rows.toSorted((a, b) => (down ? -1 : 1) * compare(a[column], b[column]))
}

function sortOf(order: Order | undefined, column: number): 'ascending' | 'descending' | 'none' {
  if (order?.column !== column) return 'none'
  return order.down ? 'descending' : 'ascending'
}

interface PagerProps {
  page: number
  last: number
  size: number
  of: number
  go(page: number): void
}

function Pager({ page, last, size, of, go }: PagerProps) {
  const said = useWords(words)
  return (
    <div class="blocks-pager">
      <button
        type="button"
        class="blocks-step"
        aria-label={said.previousPage}
        aria-disabled={page === 0}
        onClick={() => go(Math.max(0, page - 1))}
      >
        <Icon name="back" />
      </button>
      <span role="status">{said.page(page * size + 1, Math.min(of, (page + 1) * size), of)}</span>
      <button
        type="button"
        class="blocks-step"
        aria-label={said.nextPage}
        aria-disabled={page === last}
        onClick={() => go(Math.min(last, page + 1))}
      >
        <Icon name="on" />
      </button>
    </div>
  )
}
