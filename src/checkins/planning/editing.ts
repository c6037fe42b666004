import { z } from 'zod'
import { form } from './form.ts'

/** What a window of the editor is about, and all that was chosen in it. */
const editing = z.object({
  partnershipId: z.string(),
  /** Undefined: of a new one. */
  checkInId: z.string().optional(),
  template: z.string(),
  /** What stood under *from* when it was opened. */
  from: z.iso.date(),
  /** How it all stood then; empty for a new one. */
  seen: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  form,
})
export type Editing = z.infer<typeof editing>

export const fromEditing = (about: Editing): string => JSON.stringify(about)

/** Undefined where it is none. */
export function toEditing(metadata: string): Editing | undefined {
  try {
    return editing.parse(JSON.parse(metadata))
  } catch {
    return undefined
  }
}
