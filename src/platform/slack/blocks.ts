/**
 * The few blocks Rondo says everything with. Text that a person typed enters mrkdwn through `escaped` only, so that it can
 * never mention, ping or link on the bot's behalf.
 */
import type {
  ActionsBlock,
  Block,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import { type Language, momentInWords } from '../i18n.ts'
import type { Confirm, Item, ItemButton, Rendered } from '../rendered.ts'

// Controls, zero-width and bidirectional marks can make a text look like another one. Lines, tabs and what joins emoji stay.
const invisible = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu

/** What a person typed, safe inside mrkdwn: `&`, `<` and `>` escaped as Slack asks, invisible controls removed. */
export function escaped(typed: string): string {
  return typed.replace(invisible, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A mention of somebody Rondo looked up; never build one from typed text. */
export const mention = (slackId: string): string => `<@${slackId}>`

/** A link to a channel. */
export const channel = (channelId: string): string => `<#${channelId}>`

/** An instant that each reader sees in their own zone. @param zone of the fallback, where Slack cannot show it */
export function moment(instant: number, zone: string, language: Language): string {
  const fallback = momentInWords(instant, zone, language)
  return `<!date^${Math.floor(instant / 1000)}^{date_long} {time}|${fallback}>`
}

/** Cuts visibly, never silently. @param limit characters (code points) including the mark */
export function cut(text: string, limit: number): string {
  const points = [...text]
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`
}

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true })

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(cut(text, 150)) })

export const divider = (): DividerBlock => ({ type: 'divider' })

/** A paragraph. @param mrkdwn at most 3,000 characters; the caller folds longer texts */
export function section(mrkdwn: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cut(mrkdwn, 3000), verbatim: true } }
}

/** A sentence, and what stands below it. @param mrkdwn at most 3,000 characters */
export function said(mrkdwn: string, ...below: Rendered['blocks']): Rendered {
  return { text: mrkdwn, blocks: [section(mrkdwn), ...below] }
}

/** Small print. */
export function context(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: cut(mrkdwn, 3000), verbatim: true }] }
}

export function button({ action, text, value, primary, confirm }: ItemButton): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(cut(text, 75)),
    value,
    ...(primary ? { style: 'primary' as const } : {}),
    ...(confirm ? { confirm: asking(confirm) } : {}),
  }
}

function asking({ title, text, yes, no, danger }: Confirm): ConfirmationDialog {
  return {
    ...{ title: plain(title), text: plain(text), confirm: plain(yes), deny: plain(no) },
    ...(danger ? { style: 'danger' as const } : {}),
  }
}

/** A row of buttons. Each (action, value) pair may stand in a message once: action ids are unique within a block only. */
export function buttons(row: ItemButton[]): ActionsBlock {
  return { type: 'actions', elements: row.map(button) }
}

/** One thing that waits for somebody: a line and its buttons. */
export function itemBlocks(item: Item): KnownBlock[] {
  const line = section(item.detail ? `${item.title}\n${item.detail}` : item.title)
  return item.buttons.length > 0 ? [line, buttons(item.buttons)] : [line]
}

export const option = (value: string, text: string): PlainTextOption => ({ text: plain(cut(text, 75)), value })

interface Field {
  /** Block id and action id; errors are shown under it. */
  id: string
  label: string
  element: InputBlock['element']
  hint?: string | undefined
  optional?: boolean
}

/** A labelled input of a modal. */
export function field({ id, label, element, hint, optional }: Field): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { ...element, action_id: id },
    ...(hint ? { hint: plain(hint) } : {}),
    ...(optional ? { optional: true } : {}),
  }
}

interface Modal {
  /** The view listener: 'checkins:answer'. */
  id: string
  title: string
  submit?: string
  close: string
  blocks: (KnownBlock | Block)[]
  /** Ids that the listener needs; at most 3,000 characters. */
  metadata?: string
}

/** A modal. Titles and buttons hold 24 characters; a test checks every view in both languages. */
export function modal({ id, title, submit, close, blocks, metadata }: Modal): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    title: plain(title),
    ...(submit ? { submit: plain(submit) } : {}),
    close: plain(close),
    private_metadata: metadata ?? '',
    blocks: blocks as KnownBlock[],
  }
}
