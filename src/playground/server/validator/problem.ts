export type Surface = 'message' | 'modal' | 'home'

/** The limit that was broken. Slack names `enum`, `min_length`, `max_length`, `max_items` and `all_of`. */
export interface Constraint {
  type: string
  /** What would have been taken; absent for `all_of`. */
  expected?: string | number | string[]
  got?: string | number
}

/** One thing Slack would refuse, as `blocks.validate` reports it. */
export interface Problem {
  code: string
  message: string
  /** JSON pointer to the place. */
  pointer: string
  constraint?: Constraint
  /** The field that is missing. */
  field?: string
}

/** The problems as they stand in `response_metadata.messages`, without `[ERROR]`. */
export function messagesOf(problems: Problem[]): string[] {
  return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`)
}
