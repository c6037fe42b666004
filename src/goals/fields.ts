/** What stands in the fields of a form. */
import { z } from 'zod'
import type { Fields } from '../platform/feature.ts'

export function readNumber(field: Fields[string]): number | undefined {
  const read = z.coerce.number().safeParse(typeof field === 'string' && field.trim() !== '' ? field : undefined)
  return read.success && Number.isFinite(read.data) ? read.data : undefined
}

export const typed = (field: Fields[string]): string => (typeof field === 'string' ? field.trim() : '')
