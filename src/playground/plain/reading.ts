import type { Json } from '../json.ts'

/** Who reads: language in Slack's form (`nl-NL`) and IANA zone. */
export interface Reader {
  locale: string
  tz: string
}

/** How ids are called; undefined where nobody knows. */
export interface Names {
  user?(id: string): string | undefined
  channel?(id: string): string | undefined
  group?(id: string): string | undefined
}

/** The reader's way to write a point in time, for options that are the same object each time. */
export type Formats = (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat

export interface Reading extends Names {
  reader?: Reader | undefined
  /** Of `reader`, for who reads many dates; without it they are made anew for each. */
  formats?: Formats | undefined
  /** Epoch ms, for "today" and "yesterday". */
  now?: number
}

/** What is filled in and what is wrong, by block id. */
export interface Filled {
  values?: Json
  errors?: Json
}
