import type { WebClient } from '@slack/web-api'
import { type LocalDate, toPlainDate } from '../../../calendar/local-date.ts'
import { OperatorError } from '../../operator-error.ts'
import { asked } from '../tools.ts'

/** Whom or what is asked about, by Slack id. */
export interface Recipient {
  kind: 'channel' | 'person'
  id: string
}

/** What `rondo doctor why` was asked. Without a date it is about today. */
export interface Question {
  about: Recipient | { kind: 'channel name'; name: string }
  date: LocalDate | undefined
}

/** A question that has no answer as it was put. Nothing is wrong with the installation, so the exit code is an ordinary one. */
export class QuestionError extends OperatorError {
  override name = 'QuestionError'
  override exitCode = 1
}

const example = "for example: rondo doctor why C0123ABCD 2027-03-01, or '#name' between quotes, or a person's U… id."

/** @throws QuestionError that says how to ask */
export function toQuestion(args: readonly string[]): Question {
  const [about, date, ...more] = args
  if (about === undefined || more.length > 0)
    throw new QuestionError(`Name a channel or a person, and a date if it is not about today; ${example}`)
  return { about: toRecipient(about), date: date === undefined ? undefined : toDate(date) }
}

function toRecipient(text: string): Question['about'] {
  if (/^[CG][A-Z0-9]{2,}$/.test(text)) return { kind: 'channel', id: text }
  if (/^[UW][A-Z0-9]{2,}$/.test(text)) return { kind: 'person', id: text }
  // A shell takes an unquoted # for a comment; without it a name is understood too.
  const name = text.replace(/^#/, '')
  if (/^[^\s@#]+$/.test(name) && name === name.toLowerCase()) return { kind: 'channel name', name }
  throw new QuestionError(`"${text}" is not a channel or a person; ${example}`)
}

function toDate(text: string): LocalDate {
  try {
    toPlainDate(text)
    return text
  } catch {
    throw new QuestionError(`"${text}" is not a date: write it as 2027-03-01.`)
  }
}

/**
 * The channel that goes by a name. Only Slack knows names, and of private channels only those that Rondo is in.
 * @throws QuestionError where Slack does not tell, or has no such channel
 */
export async function findChannel(slack: WebClient, name: string): Promise<Recipient> {
  let cursor: string | undefined
  do {
    const types = 'public_channel,private_channel'
    const page = await asked(() =>
      slack.conversations.list({ types, limit: 1000, exclude_archived: false, ...(cursor ? { cursor } : {}) }),
    )
    if ('refusal' in page)
      throw new QuestionError(
        `Slack did not tell which channel #${name} is (${page.refusal.code}): give its id, which stands at the end of the channel's details.`,
      )
    const found = page.ok.channels?.find((channel) => channel.name === name)
    if (found?.id !== undefined) return { kind: 'channel', id: found.id }
    cursor = page.ok.response_metadata?.next_cursor || undefined
  } while (cursor)
  throw new QuestionError(`Slack shows Rondo no channel #${name}: check the name, or give the channel's id.`)
}
