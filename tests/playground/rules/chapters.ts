/** Every rule of the validator with its source and an example each way. */
import { blockRows } from './block-rows.ts'
import { buttonRows, imageRows } from './button-rows.ts'
import { chartRows } from './chart-rows.ts'
import { compositionRows } from './composition-rows.ts'
import { inputRows, pickerRows } from './input-rows.ts'
import { messageRows } from './message-rows.ts'
import { newBlockRows } from './new-block-rows.ts'
import { richTextRows } from './rich-text-rows.ts'
import type { Row } from './row.ts'
import { selectRows } from './select-rows.ts'
import { surfaceRows } from './surface-rows.ts'
import { tableRows } from './table-rows.ts'
import { viewRows } from './view-rows.ts'

export interface Chapter {
  title: string
  rows: Row[]
}

export const chapters: Chapter[] = [
  { title: 'Messages', rows: messageRows },
  { title: 'Modals and the Home', rows: viewRows },
  { title: 'Where things may stand', rows: surfaceRows },
  { title: 'Blocks', rows: blockRows },
  { title: 'Alerts, cards, containers and tasks', rows: newBlockRows },
  { title: 'Tables', rows: tableRows },
  { title: 'Charts', rows: chartRows },
  { title: 'Elements', rows: [buttonRows, imageRows, selectRows, pickerRows, inputRows].flat() },
  { title: 'Options and dialogs', rows: compositionRows },
  { title: 'Rich text', rows: richTextRows },
]

export const allRows: Row[] = chapters.flatMap(({ rows }) => rows)
