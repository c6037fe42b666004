import { z } from 'zod'
import type { Fields } from '../platform/interaction.ts'

/** The number in a field; undefined where there is none. */
export function readNumber(field: Fields[string]): number | undefined {
  const read = z.coerce.number().safeParse(typeof field === 'string' && field.trim() !== '' ? field : undefined)
  return read.success && Number.isFinite(read.data) ? read.data : undefined
}
