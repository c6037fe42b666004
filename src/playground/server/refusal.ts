import type { Json } from '../json.ts'

/** What Slack answers with `ok: false`. */
export class Refusal extends Error {
  readonly code: string
  readonly extra: Json
  constructor(code: string, extra: Json = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.extra = extra
  }
}

/** Ends the method with Slack's error `code`. */
export function refuse(code: string, extra: Json = {}): never {
  throw new Refusal(code, extra)
}

/** Ends the method with `invalid_arguments` and the reasons as Slack words them. */
export function refuseArguments(...reasons: string[]): never {
  refuse('invalid_arguments', { response_metadata: { messages: reasons.map((reason) => `[ERROR] ${reason}`) } })
}
