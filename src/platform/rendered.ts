/** What is shown in Slack. */
import type { Block, KnownBlock } from '@slack/types'

/** A line with buttons: one thing that waits for somebody. */
export interface Item {
  /** Unique over all features: 'actions:<id>'. */
  id: string
  /** Slack mrkdwn; what a person typed is escaped. */
  title: string
  detail?: string
  /** From when on it matters: epoch milliseconds. A later moment today is announced, not yet acted on. */
  from: number
  overdue?: boolean
  /** In a channel only a number of such: it is overdue, and its owner has not known that for long enough. */
  discreet?: boolean
  /** The partnership it belongs to. While that is in pilot mode, nobody but the pilot gets it in a message. */
  partnershipId?: string
  buttons: ItemButton[]
}

export interface ItemButton {
  /** The listener: 'actions:done'. */
  action: string
  text: string
  value: string
  primary?: boolean
  /** Asked once more before it is done. */
  confirm?: Confirm
}

/** A question in plain text, and its two answers. @see https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export interface Confirm {
  /** At most 100 characters. */
  title: string
  /** What it means; at most 300 characters. */
  text: string
  /** At most 30 characters each. */
  yes: string
  no: string
  /** What is hard to take back. */
  danger?: boolean
}

/** Something to show: the text is for notifications and screen readers. */
export interface Rendered {
  text: string
  blocks: (KnownBlock | Block)[]
  /** Which of the features' lists it is, where only the person who asked sees it. */
  list?: ListRef
}

export interface ListRef {
  name: string
  /** What it was asked for: an id, a page. */
  about: string
}
