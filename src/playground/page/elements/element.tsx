import type { Json } from '../../json.ts'

/** A button, select, field or other interactive element. In a place (see `place.tsx`). @param block its block_id */
export function Element({ element }: { block: string; element: Json }) {
  return <span>{String(element.type)}</span>
}
