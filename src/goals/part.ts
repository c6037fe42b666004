import type { NamedPart } from '../partnerships/index.ts'
import { partTitle } from './messages.ts'

/** Goals come with the agreements: both say what the two teams mean to do. */
export const part: NamedPart = { name: 'agreements', title: partTitle }
