import { type Json, objects } from '../../json.ts'
import { useWords } from '../reading.ts'
import { Cell, numberColumns, rowsOf } from './cell.tsx'
import { Scrolling } from './scrolling.tsx'
import { words } from './words.ts'

interface Column {
  align: string | undefined
  wrapped: boolean
}

/** A table whose first row is its head. */
export function TableBlock({ block }: { block: Json }) {
  const { table } = useWords(words)
  const rows = rowsOf(block)
  const [head = [], ...body] = rows
  const columns = columnsOf(block, rows)
  return (
    <Scrolling label={table}>
      <table class="blocks-table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th scope="col" data-align={columns[at]?.align} data-wrapped={columns[at]?.wrapped}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell, at) => (
                <td data-align={columns[at]?.align} data-wrapped={columns[at]?.wrapped}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** Settings stand in the order of the columns; null leaves one as it is. */
function columnsOf({ column_settings }: Json, rows: Json[][]): Column[] {
  const settings = Array.isArray(column_settings) ? column_settings : []
  const numbers = numberColumns(rows)
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => {
    const [setting = {}] = objects([settings[at]])
    const align = ['left', 'center', 'right'].find((one) => one === setting.align)
    return { align: align ?? (numbers.has(at) ? 'right' : undefined), wrapped: setting.is_wrapped === true }
  })
}
