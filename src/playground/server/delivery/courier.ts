import type { Json } from '../../json.ts'

/** Something Slack brings to the app. */
export interface Parcel {
  kind: 'events_api' | 'slash_commands' | 'interactive'
  payload: Json
  /** Set on a repeated event. */
  retry?: { attempt: number; reason: string }
}

export type Receipt =
  | { acked: true; answer: unknown }
  | {
      acked: false
      /** As in `x-slack-retry-reason`. */
      reason: 'http_timeout' | 'connection_failed' | 'http_error' | 'too_many_redirects'
      status?: number
      noRetry?: boolean
    }

/** A way to bring parcels: Socket Mode or signed HTTP. Resolves with the receipt, never rejects. */
export interface Courier {
  /** @param cut break the connection as soon as the parcel was brought */
  carry(parcel: Parcel, cut?: boolean): Promise<Receipt>
}
