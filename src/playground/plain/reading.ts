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

export interface Reading extends Names {
  reader?: Reader | undefined
  /** Epoch ms, for "today" and "yesterday". */
  now?: number
}

/** What is filled in and what is wrong, by block id. */
export interface Filled {
  values?: Json
  errors?: Json
}
