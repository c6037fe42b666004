/** What people see of a workspace. Plain data, the same in the server and in the page. */
import type { Json } from '../json.ts'

/** A message with the fields Slack sends, plus the channel it is in. */
export interface Message {
  readonly channel: string
  readonly type: 'message'
  readonly subtype?: string
  readonly ts: string
  readonly user: string
  readonly team: string
  /** The team of a person of another organisation. */
  readonly user_team?: string
  readonly source_team?: string
  readonly text: string
  readonly blocks?: Json[]
  readonly attachments?: Json[]
  readonly files?: Json[]
  readonly bot_id?: string
  readonly app_id?: string
  readonly client_msg_id?: string
  readonly thread_ts?: string
  readonly parent_user_id?: string
  readonly reply_count?: number
  readonly reply_users_count?: number
  readonly reply_users?: string[]
  readonly latest_reply?: string
  readonly is_locked?: boolean
  readonly subscribed?: boolean
  readonly reactions?: Reaction[]
  readonly edited?: { user: string; ts: string }
  readonly metadata?: Json
  /** Of the line about a new name. */
  readonly name?: string
  readonly old_name?: string
}

export interface Reaction {
  readonly name: string
  readonly users: string[]
  readonly count: number
}

/** A message only one person sees. */
export interface Ephemeral {
  readonly user: string
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string
  readonly text: string
  readonly blocks?: Json[]
}

export type FormValues = Record<string, Record<string, Json>>

/** A modal or Home as one person has it open. Replaced, never changed. */
export interface View {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly userId: string
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly blocks: Json[]
  readonly title: Json
  readonly submit: Json | null
  readonly close: Json | null
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
  readonly hash: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  /** What is filled in now, as in `state.values`. */
  readonly values: FormValues
  /** What the person is told is wrong, by block id. */
  readonly errors: Record<string, string>
  /** Counts up each time anything is shown, over all people. */
  readonly shown: number
}
