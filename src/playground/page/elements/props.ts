import type { Json } from '../../json.ts'

export interface ElementProps {
  /** The block_id it stands in. */
  block: string
  element: Json
  /** Whether the app hears of a choice at once: not in an input block without `dispatch_action`. */
  tells?: boolean | undefined
  /** Whether it may be left empty: in an input block that says so. */
  optional?: boolean | undefined
  /** The id of the label of its input block. A `<label for>` names `fieldId(labelledBy)`. */
  labelledBy?: string | undefined
  /** Ids of the hint and the error beneath it. */
  describedBy?: string | undefined
}

/** What the field itself is called that a label with this id belongs to. */
export function fieldId(labelledBy: string): string {
  return `${labelledBy}-field`
}
