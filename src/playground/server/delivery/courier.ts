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
  | { acked: false; reason: 'http_timeout' | 'connection_failed' | 'http_error'; status?: number; noRetry?: boolean }

/** A way to bring parcels: Socket Mode or signed HTTP. Resolves with the receipt, never rejects. */
export interface Courier {
  carry(parcel: Parcel): Promise<Receipt>
}
