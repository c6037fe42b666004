/** One request and its answer. */
export interface Exchange {
  /** Epoch ms by the stand-in's clock. */
  readonly at: number
  readonly from: 'app' | 'slack'
  /** A method name, or what was sent: `event message`, `command /rondo`, `block_actions`, `response_url`, `socket open` ... */
  readonly what: string
  readonly request: unknown
  readonly answer: unknown
  /** HTTP status; absent on a socket or when the connection was cut. */
  readonly status?: number
}
