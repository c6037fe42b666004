export interface Ids {
  /** A new Slack-like id: the prefix, then nine characters, in order of making. */
  next(prefix: string): string
  /** A number that is one higher each time. */
  count(): number
}

/** Ids that are the same in every run, so that two runs can be compared. */
export function createIds(): Ids {
  let made = 0
  return {
    next: (prefix) => {
      made += 1
      return `${prefix}0P${made.toString(36).toUpperCase().padStart(7, '0')}`
    },
    count: () => {
      made += 1
      return made
    },
  }
}
