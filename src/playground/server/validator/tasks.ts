import { webAddress } from './composition.ts'
import { richText } from './rich-text.ts'
import { byType, type Fields, list, object, oneOf, optional, required, string } from './rules.ts'

const source = byType({ url: object({ url: required(webAddress()), text: required(string({ min: 1 })) }) })

export const taskFields: Fields = {
  task_id: required(string({ min: 1 })),
  title: required(string({ min: 1 })),
  status: required(oneOf('pending', 'in_progress', 'complete', 'error')),
  details: optional(richText),
  output: optional(richText),
  sources: optional(list(source)),
}
